// Worked days, by the names that formulas call them by.

import { FUNCTIONS } from "./formula-functions.js";
import { finite, number } from "./formula-values.js";
import { reaches, workday } from "./workdays.js";

/** @import { Node } from "./formula-values.js" */

/** @type {Record<string, (...nodes: Node[]) => Node>} */
const OF_DAYS = {
  workday: (start, days, calendar) => (known) =>
    finite(workday(number(start(known)), number(days(known)), known.calendars[number(calendar(known))])),
  reaches: (start, days, calendar) => (known) =>
    reaches(number(start(known)), number(days(known)), known.calendars[number(calendar(known))]),
};

Object.assign(FUNCTIONS, OF_DAYS);
