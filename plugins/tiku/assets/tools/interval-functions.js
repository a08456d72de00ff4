// Intervals, by the names that formulas call them by.

import { each, FUNCTIONS } from "./formula-functions.js";
import { byar, garwood, newcombe, normal, wilson } from "./intervals.js";

Object.assign(FUNCTIONS, {
  normal: each(normal),
  wilson_low: each((k, n, level) => wilson(k, n, level, -1)), wilson_high: each((k, n, level) => wilson(k, n, level, 1)),
  newcombe_low: each((a, n, b, m, level) => newcombe(a, n, b, m, level, -1)),
  newcombe_high: each((a, n, b, m, level) => newcombe(a, n, b, m, level, 1)),
  garwood_low: each((k, level) => garwood(k, level, -1)), garwood_high: each((k, level) => garwood(k, level, 1)),
  byar_low: each((k, level) => byar(k, level, -1)), byar_high: each((k, level) => byar(k, level, 1)),
});
