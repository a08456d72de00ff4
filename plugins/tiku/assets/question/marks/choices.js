// Are these the right choices? In any order, each once.

/** @import { Verdict } from "../../core/types.js" */

/**
 * The ids that are right.
 * @param {string} key
 */
export const rightChoices = (key) => key.split(" ");

/** @type {(key: string, response: string[]) => Verdict} */
export function markChoices(key, response) {
  const chosen = [...new Set(response)].sort().join(" ");
  return { right: chosen === rightChoices(key).sort().join(" ") };
}
