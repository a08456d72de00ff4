// The mark a reader may expect in an exam, as a range.
//
// Three things are not known: which questions a paper draws, how well this reader remembers
// (reader.js), and how each answer goes. So papers are drawn and sat by chance, many times; the
// range is where about eight of ten marks fall. benchmarks/README.md says how often it held.

import { chanceOf, scalesOf } from "./stability.js";

/** @import { Scale } from "./stability.js" */
/** @import { Card } from "./types.js" */

/**
 * @typedef {readonly Card[]} Item a question, or all questions of a case
 *
 * @typedef {object} Part of an exam, as small as it is drawn: so many items of one pool
 * @property {number} count
 * @property {number} points of each question
 * @property {number} [partial] points earned on average where an answer is not wholly right
 * @property {readonly Item[]} pool all equally likely; no item is in two pools
 *
 * @typedef {object} Forecast
 * @property {number} low end of the range, in points
 * @property {number} high
 * @property {number} mean
 * @property {readonly number[]} marks of the papers that were tried, from the lowest
 *
 * @typedef {object} Firsts first answers to questions of a part, and one more of each kind
 * @property {number} right
 * @property {number} all
 */

export const ENOUGH = 30;
const PAPERS = 1000;
const SHARE = 0.8;

/**
 * The mark if the exam were sat on a day with nothing practised before it. Ask for tomorrow at
 * the earliest: FSRS has it that what was answered today is known for the rest of the day.
 *
 * Null while there is too little data: fewer than 30 questions answered of those that the exam
 * can ask (or not all, where there are fewer), or in any part fewer items answered than half of
 * its count.
 * @param {readonly Part[]} exam
 * @param {number} day
 * @param {() => number} random from 0 up to 1
 * @returns {Forecast | null}
 */
export function forecast(exam, day, random) {
  if (!isEnough(exam)) return null;
  const readers = scalesOf(exam.flatMap(cardsIn)).map((scale) => reader(scale, day));
  const parts = exam.map((part) => ({ ...part, order: [...part.pool], firsts: firstsIn(part) }));
  const marks = Array.from({ length: PAPERS }, () => {
    const { knows } = chosen(readers, random);
    return sum(parts.map((part) => earned(part, knows, random)));
  }).sort((a, b) => a - b);
  return { ...range(marks), mean: sum(marks) / marks.length, marks };
}

/** @param {readonly Part[]} exam */
function isEnough(exam) {
  const cards = exam.flatMap(cardsIn);
  const items = (/** @type {Part} */ { pool }) => pool.filter((item) => item.some(isMet)).length;
  return (
    cards.filter(isMet).length >= Math.min(ENOUGH, cards.length) &&
    exam.every((part) => 2 * items(part) >= part.count)
  );
}

/** @param {Card} card */
const isMet = ({ memory }) => memory !== null;

/** @param {Part} part */
const cardsIn = ({ pool }) => pool.flat();

/**
 * @param {Part} part
 * @returns {Firsts}
 */
function firstsIn(part) {
  const firsts = cardsIn(part).flatMap(({ answers }) => answers.slice(0, 1));
  return { right: 1 + firsts.filter(({ right }) => right).length, all: 2 + firsts.length };
}

/**
 * A reader with this scale: knows each question with a probability that is worked out once, or
 * undefined for a question that was never met.
 * @param {Scale} scale
 * @param {number} day
 */
function reader({ factor, weight }, day) {
  /** @type {Map<Card, number>} */
  const chances = new Map();
  /** @type {(card: Card) => number | undefined} */
  const knows = (card) => {
    let chance = chances.get(card);
    if (chance === undefined && card.memory) {
      const { last, stability } = card.memory;
      chance = chanceOf({ elapsed: day - last, stability, guess: card.guess }, factor);
      chances.set(card, chance);
    }
    return chance;
  };
  return { weight, knows };
}

/**
 * @template {{ weight: number }} T
 * @param {readonly T[]} options with weights that together are 1
 * @param {() => number} random
 * @returns {T}
 */
function chosen(options, random) {
  let left = random();
  return options.find(({ weight }) => (left -= weight) < 0) ?? options[0];
}

/**
 * The points of one part of one paper. Questions never met go as first answers went in this
 * part; each adds to what is known of them (an urn of Pólya's).
 * @param {Part & { order: Item[], firsts: Firsts }} part
 * @param {(card: Card) => number | undefined} knows
 * @param {() => number} random
 */
function earned({ order, count, firsts, points, partial = 0 }, knows, random) {
  let { right, all } = firsts;
  let marks = 0;
  for (const card of drawn(order, count, random).flat()) {
    const is = random() < (knows(card) ?? right / all);
    if (!card.memory) [right, all] = [right + Number(is), all + 1];
    marks += is ? points : partial;
  }
  return marks;
}

/**
 * The first of a list that is shuffled in place as far as needed (Fisher and Yates).
 * @template T
 * @param {T[]} items
 * @param {number} count
 * @param {() => number} random
 */
function drawn(items, count, random) {
  const size = Math.min(count, items.length);
  for (let first = 0; first < size; first += 1) {
    const other = first + Math.floor(random() * (items.length - first));
    [items[first], items[other]] = [items[other], items[first]];
  }
  return items.slice(0, size);
}

/**
 * Marks are whole or half points, so that no range holds exactly 0.8 of them; this one comes
 * nearest to it, with about as many marks below as above.
 * @param {readonly number[]} marks from the lowest
 */
function range(marks) {
  const tail = Math.floor((marks.length * (1 - SHARE)) / 2);
  const [low, high] = [marks[tail], marks[marks.length - 1 - tail]];
  const lows = [low, marks.find((mark) => mark > low) ?? low];
  const highs = [high, marks.findLast((mark) => mark < high) ?? high];
  const ranges = lows.flatMap((low) => highs.map((high) => ({ low, high })));
  const off = (/** @type {{ low: number, high: number }} */ { low, high }) =>
    Math.abs(marks.filter((mark) => low <= mark && mark <= high).length / marks.length - SHARE);
  return ranges.reduce((best, one) => (off(one) < off(best) ? one : best));
}

/** @param {readonly number[]} numbers */
const sum = (numbers) => numbers.reduce((all, number) => all + number, 0);
