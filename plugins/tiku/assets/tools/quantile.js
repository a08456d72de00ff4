// Below which value a share of a row lies.

import { finite, FUNCTIONS } from "./calculation.js";
import { whole } from "./rows.js";

/** Between the two nearest. @type {(values: number[], share: number) => number} */
function quantile(values, share) {
  const ordered = values.toSorted((a, b) => a - b);
  const place = share * (values.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, values.length - 1);
  return finite(ordered[below] + (place - below) * (ordered[above] - ordered[below]));
}

FUNCTIONS.quantile = whole(quantile);
