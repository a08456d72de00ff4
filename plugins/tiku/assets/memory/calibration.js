// How often a reader is right who says to be sure, unsure, or guessing.

/** @import { Confidence, ProgressEvent } from "../core/types.js" */

/** @type {readonly Confidence[]} */
const LEVELS = ["guess", "unsure", "sure"];

// The normal quantile of a 95 % interval.
const Z = 1.959964;

/**
 * @typedef {object} Calibration of one level of confidence
 * @property {Confidence} level
 * @property {number} answers
 * @property {number} right
 * @property {number} share of right answers, from 0 to 1
 * @property {number} low end of the 95 % interval of the share
 * @property {number} high
 */

/**
 * Each level that was ever said, from guess to sure.
 * @param {readonly ProgressEvent[]} events
 * @returns {Calibration[]}
 */
export const calibration = (events) =>
  LEVELS.flatMap((level) => {
    const said = events.filter((event) => event.kind === "answer" && event.confidence === level);
    const right = said.filter((event) => event.kind === "answer" && event.right).length;
    return said.length ? [{ level, answers: said.length, right, ...wilson(right, said.length) }] : [];
  });

/**
 * A share and its 95 % score interval, which is sound for few answers and near 0 and 1 too:
 * Wilson, JASA 22 (1927), 209–212, doi:10.1080/01621459.1927.10502953.
 * @param {number} right
 * @param {number} all more than 0
 */
export function wilson(right, all) {
  const share = right / all;
  const shrink = 1 + Z ** 2 / all;
  const centre = (share + Z ** 2 / (2 * all)) / shrink;
  const half = (Z * Math.sqrt((share * (1 - share)) / all + (Z / (2 * all)) ** 2)) / shrink;
  return { share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
