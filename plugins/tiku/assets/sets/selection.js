// Which questions a set holds, and in what order: pure; chance and time are handed in.

import { groupedBy } from "../core/groups.js";
import { shuffled } from "../core/random.js";

/** @import { Entry } from "../core/types.js" */
/** @import { StudyRecord } from "../events/records.js" */

/** @typedef {"order" | "random" | "memorise" | "daily" | "mistakes" | "starred" | "noted" | "due" | "shelved"} Mode */

/**
 * @typedef {object} Wish
 * @property {Mode} mode
 * @property {Record<string, string>} filters facet -> value; a facet without one lets all pass
 * @property {number} count at most so many
 * @property {number} seed
 */

/** @typedef {(entry: Entry) => StudyRecord} Known */

/** @type {Record<string, (entry: Entry) => string[]>} */
const FACETS = {
  topic: ({ topic }) => [topic],
  kind: ({ kind }) => [kind],
  difficulty: ({ difficulty }) => [difficulty],
  syllabus: ({ syllabus }) => syllabus,
  tag: ({ tags }) => tags,
};

/** @type {Record<Mode, (record: StudyRecord) => boolean>} */
const BELONGS = {
  order: () => true,
  random: () => true,
  memorise: () => true,
  daily: () => true,
  mistakes: ({ mistake }) => mistake !== null,
  starred: ({ starred }) => starred,
  noted: ({ note }) => note !== "",
  due: ({ reviews }) => reviews.length > 0,
  shelved: ({ shelved }) => shelved,
};

/**
 * @param {readonly Entry[]} entries in the order of the banks
 * @param {Known} known
 * @param {Wish} wish
 * @param {(candidates: Entry[]) => Entry[]} plan what is to be done today, most useful first
 * @returns {Entry[]}
 */
export function choose(entries, known, { mode, filters, count, seed }, plan) {
  const offered = candidates(entries, known, mode, filters);
  return ORDERS[mode](offered, known, seed, plan).slice(0, count);
}

/**
 * What a mode could ask, before it is ordered and cut.
 * @type {(entries: readonly Entry[], known: Known, mode: Mode, filters: Record<string, string>) => Entry[]}
 */
export const candidates = (entries, known, mode, filters) =>
  entries.filter((entry) => {
    const record = known(entry);
    return passes(entry, filters) && BELONGS[mode](record) && record.shelved === (mode === "shelved");
  });

/** @type {Record<Mode, (offered: Entry[], known: Known, seed: number, plan: (candidates: Entry[]) => Entry[]) => Entry[]>} */
const ORDERS = {
  order: freshFirst,
  memorise: (offered, known) => [...offered].sort((a, b) => Number(known(a).known ?? false) - Number(known(b).known ?? false)),
  random: (offered, _known, seed) => shuffled(offered, seed),
  daily: (offered, _known, seed, plan) => shuffled(plan(offered), seed),
  due: (offered, _known, _seed, plan) => plan(offered),
  mistakes: (offered, known, seed) => sureFirst(mixed(shuffled(offered, seed)), known),
  starred: (offered) => offered,
  noted: (offered) => offered,
  shelved: (offered) => offered,
};

/** @type {(entry: Entry, filters: Record<string, string>) => boolean} */
const passes = (entry, filters) =>
  Object.entries(filters).every(([facet, value]) => !value || FACETS[facet](entry).includes(value));

/** @type {(offered: Entry[], known: Known) => Entry[]} */
function freshFirst(offered, known) {
  const fresh = offered.filter((entry) => !known(entry).answers.length);
  return fresh.length ? [...fresh, ...offered.filter((entry) => !fresh.includes(entry))] : offered;
}

/** @type {(offered: Entry[], known: Known) => Entry[]} */
function sureFirst(offered, known) {
  const sure = offered.filter((entry) => known(entry).mistake?.sure);
  return [...sure, ...offered.filter((entry) => !sure.includes(entry))];
}

/**
 * Questions of one objective are the confusable ones: they stay together, so that each is told
 * from its neighbours (interleaving within a category: Brunmair and Richter 2019), and objectives
 * follow one another as they first came.
 * @param {Entry[]} offered
 */
const mixed = (offered) => [...groupedBy(offered, ({ topic, objective }) => `${topic}/${objective}`).values()].flat();
