// The weights of FSRS as a reader's own: which are any, and which the log was fitted to. Pure.

import { MIN_STABILITY, USUAL } from "./fsrs.js";

const [S, MOST] = [MIN_STABILITY, 100];

/** Least and most of each weight, as py-fsrs 6.3.2 and fsrs-rs 6.6.1 have them. */
export const BOUNDS = /** @type {[number, number][]} */ ([
  [S, MOST], [S, MOST], [S, MOST], [S, MOST], [1, 10], [0.001, 4], [0.001, 4], [0.001, 0.75], [0, 4.5], [0, 0.8],
  [0.001, 3.5], [0.001, 5], [0.001, 0.25], [0.001, 0.9], [0, 4], [0, 1], [1, 6], [0, 2], [0, 2], [0, 0.8], [0.1, 0.8],
]);

/**
 * What came of a fitting, as it is kept.
 * @typedef {object} Fitting
 * @property {number[] | null} weights null where the usual ones are in force
 * @property {number} reviews that it was made from
 * @property {number} held of them, which it was not shown but judged by
 * @property {Score} usual how the usual weights foretold those
 * @property {Score} own how those foretold them that were fitted to the others
 * @property {boolean} declined whether the reader put the usual ones back
 *
 * @typedef {object} Score of foretelling answers, the less the better
 * @property {number} loss log loss: the mean of −ln of the probability given to what happened
 * @property {number} error how far groups of like reviews are off, as a share (RMSE in bins)
 */

/** Reviews from which on weights can be fitted. */
export const ENOUGH = 400;
// By how much more they are fitted again.
const GROWTH = 1.5;

/** @param {any} found @returns {found is number[]} */
export const areWeights = (found) =>
  Array.isArray(found) && found.length === USUAL.length &&
  BOUNDS.every(([least, most], index) => Object.hasOwn(found, index) && Number.isFinite(found[index]) && least <= found[index] && found[index] <= most);

/**
 * Storage, files and links may hold anything: null where it is not wholly a fitting.
 * @param {any} setting
 * @returns {Fitting | null}
 */
export function fittingOf(setting) {
  const has = (/** @type {string} */ name) => Object.hasOwn(setting, name);
  if (typeof setting !== "object" || setting === null || !["weights", "reviews", "held", "usual", "own"].every(has)) return null;
  const { weights, reviews, held, usual, own } = setting;
  const isRight = (weights === null || areWeights(weights)) && isCount(reviews) && isCount(held) && isScore(usual) && isScore(own);
  return isRight ? { weights, reviews, held, usual: scoreOf(usual), own: scoreOf(own), declined: has("declined") && setting.declined === true } : null;
}

/** @param {any} number */
const isCount = (number) => Number.isSafeInteger(number) && number >= 0;

/** @param {any} score */
const isScore = (score) =>
  typeof score === "object" && score !== null && [score.loss, score.error].every((number) => Number.isFinite(number) && number >= 0);

/** @param {Score} score @returns {Score} */
const scoreOf = ({ loss, error }) => ({ loss, error });

/** Whether it is time to fit: never once the reader put the usual ones back. @type {(fitting: Fitting | null, reviews: number) => boolean} */
export const isDue = (fitting, reviews) =>
  reviews >= ENOUGH && !fitting?.declined && reviews >= GROWTH * (fitting?.reviews ?? 0);
