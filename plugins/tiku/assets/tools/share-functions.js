// Whole shares of a whole, by the name that formulas call it by.

import { FUNCTIONS } from "./formula-functions.js";
import { number, row } from "./formula-values.js";
import { apportioned } from "./shares.js";

FUNCTIONS.apportion = (total, shares) => (known) => apportioned(number(total(known)), row(shares(known)));
