// What is most useful to do today: the planner over the reader's log. Pure.

/** @import { Entry } from "../types.js" */
/** @import { Known } from "./choosing.js" */

/**
 * Reviews first, the one longest ago first, then what is new.
 * @param {Entry[]} offered
 * @param {Known} known
 * @param {number} _now
 */
export function plan(offered, known, _now) {
  const last = (/** @type {Entry} */ entry) => known(entry).answers.at(-1)?.at ?? "";
  const seen = offered.filter(last).sort((a, b) => (last(a) < last(b) ? -1 : 1));
  return [...seen, ...offered.filter((entry) => !last(entry))];
}
