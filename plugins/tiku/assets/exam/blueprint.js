// A blueprint and what the reader's log says -> what forecast.js asks for. Pure.

import { isDrawable, itemsOf } from "./draw.js";

/** @import { Catalog, Entry, Exam, Profile, Section } from "../core/types.js" */
/** @import { Item } from "./draw.js" */
/** @import { Card } from "../memory/types.js" */
/** @import { Part } from "../memory/forecast.js" */

/** @typedef {{points: number, count: number, takes: (item: Item) => boolean}} Slot */
/** @typedef {Slot & {items: Item[]}} Filled */

/**
 * The parts of an exam with the questions that each can draw. Difficulty is left out, and so are
 * points for answers that are right in part: nothing in the log tells how often they are.
 * @param {Catalog} catalog
 * @param {Exam} exam
 * @param {(entry: Entry) => Card} card
 * @returns {Part[]} points in halves
 */
export const partsOf = (catalog, exam, card) =>
  filled(catalog, exam).map(({ points, count, items }) => ({
    points,
    count,
    pool: items.map(({ questions }) => questions.map(card)),
  }));

/**
 * Question id -> the points that it brings to a paper on average, if it is answered rightly.
 * @type {(catalog: Catalog, exam: Exam) => Map<string, number>}
 */
export const worthIn = (catalog, exam) =>
  new Map(filled(catalog, exam).flatMap(({ points, count, items }) =>
    items.flatMap(({ questions }) => questions.map(({ id }) =>
      /** @type {[string, number]} */ ([id, points * Math.min(1, count / items.length)])))));

/** Whether the exam gives points for answers that are right in part.
 * @type {(exam: Exam, scoring: Record<string, Profile>) => boolean} */
export const givesParts = ({ sections }, scoring) =>
  sections.some((section) => scoring[section.scoring].partial > 0 && section.kinds.includes("multiple"));

/** @type {(catalog: Catalog, exam: Exam) => Filled[]} */
function filled({ questions }, exam) {
  const slots = exam.sections.flatMap((section) => slotsOf(exam, section)).map((slot) => ({ ...slot, items: /** @type {Item[]} */ ([]) }));
  for (const item of itemsOf(questions)) fullest(slots.filter(({ takes }) => takes(item)))?.items.push(item);
  return slots.flatMap((slot) => criticalFirst(slot, exam.critical)).filter(({ items, count }) => items.length && count);
}

/** Where several could draw a question, it goes where most are wanted for each that is there.
 * @param {Filled[]} slots */
const fullest = (slots) =>
  slots.toSorted((a, b) => a.items.length / a.count - b.items.length / b.count)[0];

/**
 * Critical questions are in every paper.
 * @type {(slot: Filled, critical: string[]) => Filled[]}
 */
function criticalFirst(slot, critical) {
  const isCritical = (/** @type {Item} */ { questions }) => questions.some(({ id }) => critical.includes(id));
  const first = slot.items.filter(isCritical).slice(0, slot.count);
  const rest = slot.items.filter((item) => !isCritical(item));
  return [{ ...slot, items: first, count: first.length }, { ...slot, items: rest, count: slot.count - first.length }];
}

/** @type {(exam: Exam, section: Section) => Slot[]} */
const slotsOf = (exam, section) =>
  section.parts.map(({ topic, count }) => ({
    points: section.points,
    count,
    takes: (item) => isDrawable(item, exam, section) && (!topic || item.topic === topic),
  }));
