// The normal distribution, and the interval of a share; the other intervals have a file each.
// The twin of model/intervals.py; both read tests/cases/formulas.json.
// `side` is -1 for the lower limit and 1 for the upper.

import { each, FUNCTIONS } from "./calculation.js";

const TRIES = 60;

/** Newton's steps from the middle, on Marsaglia's series; they never step too far. @param {number} share */
export function normal(share) {
  let z = share > 0 && share < 1 ? 0 : NaN;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
    let [term, total] = [z, z];
    for (let at = 3; Math.abs(term) > 1e-17; at += 2) total += term *= (z * z) / at;
    z += (share - 0.5) / density - total;
  }
  return z;
}

/** @param {number} level */
export const zOf = (level) => (level > 0 && level < 1 ? normal((1 + level) / 2) : NaN);

/** @type {(k: number, n: number, level: number, side: number) => number} */
export function wilson(k, n, level, side) {
  if (!(k >= 0 && k <= n)) return NaN;
  const z = side * zOf(level);
  const [share, part] = [k / n, z / (2 * n)];
  const half = z * Math.hypot(Math.sqrt((share * (1 - share)) / n), part);
  return (share + (z * part + half)) / (1 + 2 * z * part);
}

/** Both limits, by the names that formulas call them by. @type {(name: string, fn: (...given: number[]) => number) => void} */
export function callable(name, fn) {
  FUNCTIONS[`${name}_low`] = each((...given) => fn(...given, -1));
  FUNCTIONS[`${name}_high`] = each((...given) => fn(...given, 1));
}

FUNCTIONS.normal = each(normal);
callable("wilson", wilson);
