// What a placement test asks next, and where to begin after it: pure.
//
// Each section is an area. Its first question is of medium difficulty, the next harder after a right
// answer and easier after any other; a new area begins at medium again. A seed decides which.

import { lotOf } from "../core/random.js";
import { isDrawable, itemsOf } from "./draw.js";

/** @import { Catalog, Entry, Exam } from "../core/types.js" */
/** @import { Item } from "./draw.js" */

/** @typedef {{question: string, right: boolean}} Judged */
/** @typedef {{index: number, topic: string}} Slot `index` of the section */

/**
 * An area as it went: the questions that were not right come first where to read.
 * @typedef {object} Area
 * @property {number} index
 * @property {number} right
 * @property {number} of
 * @property {Entry[]} missed
 */

const LEVELS = ["easy", "medium", "hard"];
const MEDIUM = 1;

/** One for each question that is asked, in order. @param {Exam} exam @returns {Slot[]} */
const slotsOf = ({ sections }) =>
  sections.flatMap(({ parts }, index) => parts.flatMap(({ topic, count }) => Array.from({ length: count }, () => ({ index, topic }))));

/** How many questions it has. @param {Exam} exam */
export const lengthOf = (exam) => slotsOf(exam).length;

/**
 * @type {(catalog: Catalog, exam: Exam, seed: string, judged: readonly Judged[]) => {index: number, entry: Entry} | null}
 * null at the end
 */
export function next(catalog, exam, seed, judged) {
  const slots = slotsOf(exam);
  const slot = slots[judged.length];
  if (!slot) return null;
  const level = levelAfter(judged.filter((_, at) => slots[at].index === slot.index));
  const item = nearest(fitting(catalog, exam, slot, judged), level, seed);
  return item ? { index: slot.index, entry: item.questions[0] } : null;
}

/** @param {readonly Judged[]} judged in this area @returns {number} index into LEVELS */
const levelAfter = (judged) =>
  judged.reduce((level, { right }) => Math.min(LEVELS.length - 1, Math.max(0, level + (right ? 1 : -1))), MEDIUM);

/** @type {(catalog: Catalog, exam: Exam, slot: Slot, judged: readonly Judged[]) => Item[]} */
function fitting({ questions }, exam, { index, topic }, judged) {
  const asked = new Set(judged.map(({ question }) => question));
  return itemsOf(questions).filter((item) => !asked.has(item.item) && (!topic || item.topic === topic) &&
    isDrawable(item, exam, exam.sections[index]) && item.questions.length === 1);
}

/** Of the level, or of the nearest there is. @type {(items: Item[], level: number, seed: string) => Item | undefined} */
function nearest(items, level, seed) {
  const far = (/** @type {Item} */ { difficulty }) => Math.abs(LEVELS.indexOf(difficulty) - level);
  return items.map((item) => ({ item, far: far(item), lot: lotOf(`${seed}\n${item.item}`) }))
    .sort((a, b) => a.far - b.far || a.lot - b.lot)[0]?.item;
}

/**
 * The areas, the weakest first.
 * @type {(catalog: Catalog, exam: Exam, judged: readonly Judged[]) => Area[]}
 */
export function areas({ questions }, exam, judged) {
  const slots = slotsOf(exam);
  const all = exam.sections.map((_, index) => {
    const own = judged.filter((_, at) => slots[at]?.index === index);
    const missed = own.filter(({ right }) => !right).flatMap(({ question }) => questions.find(({ id }) => id === question) ?? []);
    return { index, right: own.length - missed.length, of: own.length, missed };
  });
  return all.sort((a, b) => b.missed.length - a.missed.length || a.index - b.index);
}
