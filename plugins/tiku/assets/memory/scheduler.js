// Which questions to ask today.
//
// With an exam ahead, what counts is to know as much as possible on that day, not to keep every
// memory above 0.9 for ever: plain FSRS loses to simply going through the bank in order where
// there is time for two reviews of a question only, and a plan that looks at the exam day does
// not. benchmarks/README.md has the figures.

import { balanced } from "./balance.js";
import { TARGETS, answered, recall } from "./fsrs.js";

/** @import { Card } from "./types.js" */

// How likely a question that was never met is answered rightly, when nothing is known of it.
const FIRST_TRY = 0.5;

/**
 * Today's questions, the most useful first; those answered today already are left for tomorrow.
 * @param {readonly Card[]} cards new ones are introduced by weight, then in this order
 * @param {number} today
 * @param {number | null} exam the day of the exam; null, or a day that is over, for none
 * @param {number} amount how many at most
 * @param {number} [target] retention to aim at, where no exam is ahead
 * @returns {Card[]}
 */
export function planned(cards, today, exam, amount, target = TARGETS.usual) {
  const days = balanced(cards, target);
  const open = cards.filter(({ memory }) => !memory || memory.last < today);
  const ahead = exam !== null && exam >= today;
  return ahead ? best(open, today, exam, amount) : inTime(open, today, amount, ({ id }) => days.get(id) ?? Infinity);
}

/**
 * How much an answer on a day raises the expected recall on the day of the exam. What was never
 * met counts as not known then, so that every question is met in time.
 * @param {Card} card
 * @param {number} day
 * @param {number} exam
 */
function gain({ memory }, day, exam) {
  const known = memory ? recall(memory, day) : FIRST_TRY;
  /** @param {boolean} right */
  const after = (right) => recall(answered(memory, { day, right }), exam);
  return known * after(true) + (1 - known) * after(false) - (memory ? recall(memory, exam) : 0);
}

/**
 * By the gain of asking today, and by what would be lost by waiting until tomorrow; the day of
 * the exam itself is too late to wait for.
 * @type {(cards: readonly Card[], today: number, exam: number, amount: number) => Card[]}
 */
function best(cards, today, exam, amount) {
  /** @param {Card} card */
  const worth = (card) => {
    const now = gain(card, today, exam);
    return card.weight * (today + 1 < exam ? 2 * now - gain(card, today + 1, exam) : now);
  };
  return sortedBy(cards, (card) => -worth(card)).slice(0, amount);
}

/**
 * What is due, longest due first; half of the day is for new questions while there are any, or
 * a heap of due ones would keep them out.
 * @type {(cards: readonly Card[], today: number, amount: number, dueDay: (card: Card) => number) => Card[]}
 */
function inTime(cards, today, amount, dueDay) {
  const fresh = sortedBy(cards.filter(({ memory }) => !memory), ({ weight }) => -weight);
  const late = sortedBy(cards, dueDay).filter((card) => dueDay(card) <= today);
  const kept = Math.min(fresh.length, Math.max(amount - late.length, Math.ceil(amount / 2)));
  return [...late.slice(0, amount - kept), ...fresh.slice(0, kept)];
}

/**
 * Sorted from the smallest; what is equal keeps its order.
 * @type {(cards: readonly Card[], number: (card: Card) => number) => Card[]}
 */
const sortedBy = (cards, number) =>
  cards
    .map((card) => ({ card, by: number(card) }))
    .sort((a, b) => (a.by === b.by ? 0 : a.by - b.by))
    .map(({ card }) => card);
