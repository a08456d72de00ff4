// The interval of the difference of two shares.

import { callable, wilson } from "./intervals.js";

/** @type {(a: number, n: number, b: number, m: number, level: number, side: number) => number} */
export function newcombe(a, n, b, m, level, side) {
  const [first, second] = [a / n, b / m];
  return second - first + side * Math.hypot(wilson(b, m, level, side) - second, first - wilson(a, n, level, -side));
}

callable("newcombe", newcombe);
