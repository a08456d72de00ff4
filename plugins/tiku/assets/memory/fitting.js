// Fits weights to a reader and judges them: they count only where they foretell what they have not seen
// better than the usual ones do. Pure.

import { before, reviewsIn, scoreOf, since, surprises } from "./courses.js";
import { Fsrs, USUAL } from "./fsrs.js";
import { optimized } from "./optimizer.js";

/** @import { Answer } from "./types.js" */
/** @import { Fitting } from "./weights.js" */

// The last reviews are held back to judge by.
const HELD = 0.25;

/**
 * @param {readonly (readonly Answer[])[]} histories each question's answers, in the order of time
 * @param {number} seed
 * @returns {Fitting}
 */
export function fitted(histories, seed) {
  const day = splitDay(histories);
  const [held, usual] = [since(histories, day), new Fsrs(USUAL)];
  const tried = new Fsrs(optimized(before(histories, day), seed));
  const scores = { usual: scoreOf(usual, held), own: scoreOf(tried, held) };
  const others = surprises(tried, held);
  const better = surprises(usual, held).map((surprise, index) => surprise - others[index]);
  const isBetter = isSure(better) && scores.own.error <= scores.usual.error;
  return {
    weights: isBetter ? optimized(histories, seed) : null,
    reviews: reviewsIn(histories), held: better.length, ...scores, declined: false,
  };
}

/** Whether a mean is above zero by more than chance makes it: by its own standard error at least. @param {readonly number[]} numbers */
function isSure(numbers) {
  const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  const squares = numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0);
  return mean > Math.sqrt(squares) / numbers.length;
}

/** The day from which on reviews are held back: a quarter of them, and the rest of their day. @param {readonly (readonly Answer[])[]} histories */
function splitDay(histories) {
  const days = since(histories, -Infinity).flatMap(({ answers, counts }) => answers.filter((_, index) => counts[index]).map(({ day }) => day)).sort((a, b) => a - b);
  return days[Math.floor(days.length * (1 - HELD))];
}
