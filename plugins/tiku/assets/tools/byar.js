// The interval of a count, nearly.

import { callable, zOf } from "./intervals.js";

/** @type {(k: number, level: number, side: number) => number} */
export function byar(k, level, side) {
  const count = side < 0 ? k : k + 1;
  return count && count * Math.max(0, 1 - 1 / (9 * count) + (side * zOf(level)) / (3 * Math.sqrt(count))) ** 3;
}

callable("byar", byar);
