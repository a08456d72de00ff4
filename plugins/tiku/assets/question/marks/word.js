// Is this one of the words that are accepted?

import { canonical } from "../../core/variants.js";

/** @import { Verdict } from "../../core/types.js" */

/** @type {(key: string, response: string[]) => Verdict} */
export function markWord(key, [text = ""]) {
  const accepted = /** @type {string[]} */ (JSON.parse(key)).map(canonical);
  return { right: accepted.includes(canonical(text)) };
}
