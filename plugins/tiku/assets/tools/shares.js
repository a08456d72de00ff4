// Whole shares of a whole: the largest remainders get what is left.

import { FUNCTIONS, number, refuse, row } from "./calculation.js";

/** @type {(total: number, shares: number[]) => number[]} */
export function apportioned(total, shares) {
  const whole = shares.reduce((a, b) => a + b, 0);
  if (!Number.isInteger(total) || total < 0 || !(whole > 0) || Math.min(...shares) < 0) refuse(total);
  const exact = shares.map((share) => (total * share) / whole);
  const least = exact.map((one) => Math.floor(one + 1e-9));
  const left = (/** @type {number} */ at) => Number((least[at] - exact[at]).toFixed(9));
  const order = exact.map((_, at) => at).sort((a, b) => left(a) - left(b));
  for (const place of order.slice(0, total - least.reduce((a, b) => a + b, 0))) least[place] += 1;
  return least;
}

FUNCTIONS.apportion = (total, shares) => (known) => apportioned(number(total(known)), row(shares(known)));
