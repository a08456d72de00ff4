// A blueprint, a bank and a seed -> a paper: pure, so that an address can share it.
//
// A seed is `name` or `name.number`. The name lays every stratum (topic, kinds, difficulty) in an
// order, as a pack of cards; the number says how many papers were dealt from it before. So the
// papers of one name follow one another without repeats until a stratum is used up.
//
// The twin of model/paper.py; both read tests/cases/papers.json.

import { groupedBy } from "../core/groups.js";
import { lotOf } from "../core/random.js";

/** @import { Catalog, Entry, Exam, Part, Section } from "../core/types.js" */

/** @typedef {{section: number, item: string, questions: Entry[]}} Drawn one question, or a case's */

/**
 * @param {Catalog} catalog
 * @param {Exam} exam
 * @param {string} seed
 * @returns {Drawn[]} in the order of the sections; fewer than asked where the bank is too small
 */
export function draw(catalog, exam, seed) {
  const items = itemsOf(catalog.questions);
  /** @type {Set<string>} */
  const taken = new Set();
  return exam.sections.flatMap((section, index) =>
    drawSection(items, exam, section, seed, taken).map((item) => ({ section: index, ...item })));
}

/**
 * @param {string} seed
 * @returns {{name: string, number: number}}
 */
function readSeed(seed) {
  const [, name, number] = /** @type {RegExpExecArray} */ (/^(.*?)(?:\.([0-9]{1,6}))?$/s.exec(seed));
  return { name, number: Number(number ?? 0) };
}

/** @typedef {{item: string, topic: string, kind: string, difficulty: string, questions: Entry[]}} Item */

/** Questions one by one, cases whole. @type {(entries: readonly Entry[]) => Item[]} */
export function itemsOf(entries) {
  return [...groupedBy(entries, ({ item }) => item)].map(([item, questions]) => ({
    item,
    topic: questions[0].topic,
    kind: item === questions[0].id ? questions[0].kind : "case",
    difficulty: questions[0].difficulty,
    questions,
  }));
}

/** Whether a section of an exam can draw an item: each question of a case must be in the syllabus.
 * @type {(item: Item, exam: Exam, section: Section) => boolean} */
export const isDrawable = ({ kind, questions }, exam, { kinds, size }) =>
  kinds.includes(kind) && (kind !== "case" || !size || size === questions.length) &&
  questions.every((question) => belongs(question, exam));

/** In its syllabus, and resting on the site's own policy only where that is what is asked.
 * @type {(question: Entry, exam: Exam) => boolean} */
const belongs = (question, { syllabus, basis }) =>
  ["", basis].includes(question.basis) && (!syllabus.length || question.syllabus.some((id) => syllabus.includes(id)));

/** @type {(items: Item[], exam: Exam, section: Section, seed: string, taken: Set<string>) => Item[]} */
function drawSection(items, exam, section, seed, taken) {
  const fitting = items.filter((item) => isDrawable(item, exam, section) && !taken.has(item.item));
  const drawn = section.parts.flatMap((part) =>
    drawFrom(fitting.filter(({ topic }) => !part.topic || topic === part.topic), exam, part, seed));
  for (const { item } of drawn) taken.add(item);
  return byLot(drawn, seed);
}

/**
 * The critical ones first, then so many of each difficulty; where one is short, others fill up.
 * @type {(pool: Item[], exam: Exam, part: Part, seed: string) => Item[]}
 */
function drawFrom(pool, exam, { count, levels }, seed) {
  const chosen = pool.filter(({ questions }) => questions.some(({ id }) => exam.critical.includes(id))).slice(0, count);
  for (const [level, share] of Object.entries(levels)) {
    const rest = pool.filter((item) => item.difficulty === level && !chosen.includes(item));
    const already = chosen.filter((item) => item.difficulty === level).length;
    chosen.push(...deal(rest, Math.min(share - already, count - chosen.length), seed));
  }
  chosen.push(...deal(pool.filter((item) => !chosen.includes(item)), count - chosen.length, seed));
  return chosen;
}

/**
 * The next cards of the pack, from its start again when it is used up.
 * @type {(pool: Item[], count: number, seed: string) => Item[]}
 */
function deal(pool, count, seed) {
  if (count <= 0) return [];
  const pack = byLot(pool, readSeed(seed).name);
  const start = pack.length ? (readSeed(seed).number * count) % pack.length : 0;
  return [...pack.slice(start), ...pack.slice(0, start)].slice(0, count);
}

/** Each item draws its own lot, so that a new one does not move the others.
 * @type {(items: Item[], seed: string) => Item[]} */
const byLot = (items, seed) =>
  items.map((item) => ({ item, lot: lotOf(`${seed}\n${item.item}`) }))
    .sort((a, b) => a.lot - b.lot || (a.item.item < b.item.item ? -1 : 1))
    .map(({ item }) => item);
