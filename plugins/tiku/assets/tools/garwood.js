// The exact interval of a count.

import { each, FUNCTIONS } from "./calculation.js";

const [TRIES, MOST] = [100, 100000];

/** `side` is -1 for the lower limit and 1 for the upper. @type {(k: number, level: number, side: number) => number} */
export function garwood(k, level, side) {
  const shape = side < 0 ? k : k + 1;
  if (!(level > 0 && level < 1 && shape >= 0 && shape <= MOST)) return NaN;
  let [low, high] = [0, shape && shape + 40 * Math.sqrt(shape) + 40];
  for (let tries = 0; tries < TRIES; tries += 1) {
    const x = (low + high) / 2;
    if (gammaBelow(shape, x) > (1 + side * level) / 2) high = x;
    else low = x;
  }
  return low;
}

/** The regularised lower incomplete gamma function. @type {(shape: number, x: number) => number} */
function gammaBelow(shape, x) {
  let [term, total] = [1, 1];
  for (let at = shape + 1; term > total * 1e-16; at += 1) total += term *= x / at;
  return Math.exp(shape * Math.log(x) - x - logGamma(shape + 1)) * total;
}

/** Stirling's series, from where it is exact. @param {number} x */
function logGamma(x) {
  let below = 0;
  for (; x < 100; x += 1) below += Math.log(x);
  return (x - 0.5) * Math.log(x) - x + Math.log(2 * Math.PI) / 2 + (1 - 1 / (30 * x * x)) / (12 * x) - below;
}

FUNCTIONS.garwood_low = each((k, level) => garwood(k, level, -1));
FUNCTIONS.garwood_high = each((k, level) => garwood(k, level, 1));
