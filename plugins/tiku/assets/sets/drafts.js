// Answers of a set that are not handed in yet, each under a name of its own, so that two tabs do
// not overwrite one another's.

import { store } from "../events/store.js";

/** @import { Confidence, StudySet } from "../core/types.js" */

/** @typedef {{response: string[], confidence?: Confidence}} Draft */

const SETS = "set/";
const prefix = (/** @type {string} */ set) => `draft/${set}/`;
const placeOf = (/** @type {string} */ set) => `place/${set}`;

/** Sets that were begun, the newest first. @returns {Promise<any[]>} */
export const openSets = async () =>
  [...(await store.settings(SETS)).values()].sort((a, b) => (a.at < b.at ? 1 : -1));

/** @param {StudySet} set */
export const keepSet = (set) => store.set(SETS + set.id, set);

/** @type {(set: string) => Promise<Map<string, Draft>>} */
export const draftsOf = (set) => store.settings(prefix(set));

/** @type {(set: string, question: string, draft: Draft) => Promise<void>} */
export const keepDraft = (set, question, draft) => store.set(prefix(set) + question, draft);

/** The question of a draft, when `name` is the setting that holds one of this set's.
 * @type {(set: string, name: string) => string | undefined} */
export const draftIn = (set, name) => (name.startsWith(prefix(set)) ? name.slice(prefix(set).length) : undefined);

/** @type {(set: string) => Promise<number>} */
export const placeIn = async (set) => Number(await store.setting(placeOf(set))) || 0;

/** @type {(set: string, index: number) => Promise<void>} */
export const keepPlace = (set, index) => store.set(placeOf(set), index);

/** What was handed in or given up leaves only its events. @param {string} set */
export async function forget(set) {
  const drafts = await draftsOf(set);
  await Promise.all([...drafts.keys()].map((question) => store.set(prefix(set) + question, undefined)));
  await store.set(placeOf(set), undefined);
  await store.set(SETS + set, undefined);
}
