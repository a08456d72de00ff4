// Answers of a set that are not handed in yet, each under a name of its own, so that two tabs do
// not overwrite one another's.

import { store } from "../events/store.js";

/** @import { Confidence, StudySet } from "../core/types.js" */

/** @typedef {{response: string[], unreadable?: boolean, confidence?: Confidence}} Draft `unreadable`: no number where one is asked for */

export const SETS = "set/";
const prefix = (/** @type {string} */ set) => `draft/${set}/`;
const placeOf = (/** @type {string} */ set) => `place/${set}`;

/** Sets that were begun, the newest first. @returns {Promise<any[]>} */
export const openSets = async () =>
  [...(await store.settings(SETS)).values()].filter(isSet).sort((a, b) => (a.at < b.at ? 1 : -1));

/** Storage may hold anything. @param {any} record */
export const isSet = (record) =>
  ["id", "mode", "at"].every((name) => typeof record?.[name] === "string") &&
  !Number.isNaN(Date.parse(record.at)) && isListOf("string", record.questions) && Number.isFinite(record.seed) &&
  (record.exam === undefined || (typeof record.exam === "string" && isPaper(record)));

/** @param {any} record */
const isPaper = ({ paper, questions, sections }) =>
  typeof paper === "string" && isListOf("number", sections) && sections.length === questions.length;

/** @type {(type: string, value: unknown) => boolean} */
const isListOf = (type, value) => Array.isArray(value) && value.every((one) => typeof one === type);

/** Whether a set is still open: another tab may have finished it. @type {(set: string) => Promise<boolean>} */
export const isOpen = async (set) => (await store.setting(SETS + set)) !== null || !store.lasting;

/**
 * How many questions of a set have an answer, or the beginning of one.
 * @typedef {{set: any, answered: number}} Open
 * @type {(set: any) => Promise<Open>}
 */
export async function touched(set) {
  const drafts = await draftsOf(set.id);
  const isDone = (/** @type {string} */ id) => drafts.get(id)?.response.length || store.eventsOf(id).some((event) => event.kind !== "reset" && event.set === set.id);
  return { set, answered: set.questions.filter(isDone).length };
}

/** @param {StudySet} set */
export const keepSet = (set) => store.set(SETS + set.id, set);

/** @type {(set: string) => Promise<Map<string, Draft>>} */
export async function draftsOf(set) {
  const drafts = [...(await store.settings(prefix(set)))];
  return new Map(drafts.filter(([, draft]) => isListOf("string", draft?.response)));
}

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
