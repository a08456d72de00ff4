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
export function readersFirst(best, facts, here = location.href) {
  const isEditing = (/** @type {number} */ number) => facts.kinds[number] === "editing";
  const editing = best.filter(isEditing);
  const leading = best.length - editing.length;
  if (!editing.length || !leading || isEditor(facts, plain(here))) return { numbers: best, leading: best.length };
  return { numbers: [...best.filter((number) => !isEditing(number)), ...editing], leading };
}

/** @type {(facts: Facts, here: string) => boolean} */
const isEditor = ({ kinds, pages, on }, here) =>
  pages.some(([page], at) => plain(new URL(page, ROOT).href) === here && kinds[on.indexOf(at)] === "editing");

/** @param {string} address */
const plain = (address) => address.split(/[?#]/)[0].replace(/\/index\.html$/, "/");
