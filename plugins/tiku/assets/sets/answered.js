// The answers of a set with the keys to mark them by, and what is still missing among them.

import { bring } from "../core/catalog.js";
import { words } from "./words.js";

/** @import { Catalog, Confidence, Entry } from "../core/types.js" */
/** @import { Standing } from "./standing.js" */

/** @typedef {{entry: Entry, response: string[], key: string, confidence?: Confidence}} Answered */

/** Everything that was answered; fails where the keys cannot be had.
 * @type {(catalog: Catalog, entries: readonly Entry[], standing: Standing) => Promise<Answered[]>} */
export async function answeredIn(catalog, entries, standing) {
  const all = await Promise.all(entries.map(async (entry) => {
    const key = (await bring(catalog, entry))?.question.dataset.key;
    return key === undefined ? null : { entry, key, ...standing.answerTo(entry) };
  }));
  return all.filter((one) => one !== null);
}

/** How many have no answer yet. @type {(entries: readonly Entry[], standing: Standing) => number} */
export const blanksIn = (entries, standing) => entries.filter((entry) => standing.stateOf(entry) === "fresh").length;

/** What is still missing, in sentences; `nothing` is said where nothing is.
 * @type {(entries: readonly Entry[], standing: Standing, nothing: string) => string} */
export function lackingIn(entries, standing, nothing) {
  const blanks = blanksIn(entries, standing);
  const unreadable = entries.filter((entry) => standing.isUnreadable(entry)).length;
  return (blanks ? words.blanks({ number: blanks }) : nothing) + (unreadable ? words.unreadableLeft({ number: unreadable }) : "");
}
