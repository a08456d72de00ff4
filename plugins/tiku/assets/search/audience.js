// Who searches: places for editors stand in a section of their own below those for readers, however
// well they answer; only where an editor is reading they stand among the others.

import { ROOT } from "../core/root.js";

/** @import { Facts } from "./types.js" */

/** @typedef {{numbers: number[], leading: number}} Ordered the places, and how many of them may be called the best */

/**
 * @param {number[]} best best first
 * @param {Facts} facts
 * @param {string} here where the search stands
 * @returns {Ordered}
 */
export function readersFirst(best, { kinds, pages, on }, here = location.href) {
  const isEditing = (/** @type {number} */ number) => kinds[number] === "editing";
  const readers = best.filter((number) => !isEditing(number));
  const address = plain(here);
  const isEditor = pages.some(([page], at) => plain(new URL(page, ROOT).href) === address && isEditing(on.indexOf(at)));
  if (isEditor || !readers.length) return { numbers: best, leading: best.length };
  return { numbers: [...readers, ...best.filter(isEditing)], leading: readers.length };
}

/** @param {string} address */
const plain = (address) => address.split(/[?#]/)[0].replace(/\/index\.html$/, "/");
