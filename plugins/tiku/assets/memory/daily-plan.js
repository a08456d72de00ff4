// What is most useful to do today: the planner over the reader's log. Pure.

import { beginOfDay, dayNamed, dayOf } from "../core/days.js";
import { balanced } from "./balance.js";
import { TARGETS, current, remembered } from "./fsrs.js";
import { planned } from "./scheduler.js";

/** @import { Entry, Kind } from "../core/types.js" */
/** @import { Card } from "./types.js" */
/** @import { Known } from "../sets/selection.js" */

/** @typedef {readonly {at: string, right: boolean, hard?: boolean}[]} Answers to the key in force, and what was recalled, oldest first */
/** @typedef {Pick<Card, "answers" | "memory">} History */

/**
 * What a reader wants to reach.
 * @typedef {object} ExamPlan
 * @property {string} date of the exam, as a date field has it; empty where there is none
 * @property {number} amount questions a day
 * @property {string} exam whose points decide what a question is worth; empty where all are alike
 * @property {number} target the probability of recall at which a review is due
 */

const AMOUNT = 10;
export const MOST = 200;

// With four choices, two, or none: how likely a right answer is by chance.
/** @type {Partial<Record<Kind, number>>} */
const GUESS = { single: 0.25, "true-false": 0.5 };

/**
 * Storage and files may hold anything.
 * @param {any} setting
 * @returns {ExamPlan}
 */
export function examPlan(setting) {
  const { date, amount, exam, target } = setting ?? {};
  return {
    date: typeof date === "string" && !Number.isNaN(dayNamed(date)) ? date : "",
    amount: Number.isInteger(amount) && amount >= 1 && amount <= MOST ? amount : AMOUNT,
    exam: typeof exam === "string" ? exam : "",
    target: typeof target === "number" && target >= TARGETS.least && target <= TARGETS.most ? target : TARGETS.usual,
  };
}

/**
 * The day of the exam, null where none is ahead.
 * @type {(plan: ExamPlan, today: number) => number | null}
 */
export function examDay({ date }, today) {
  const day = dayNamed(date);
  return day >= today ? day : null;
}

/**
 * A question, and what the reader's answers to it say: worked out once for each list of answers.
 * @type {(entry: Pick<Entry, "id" | "kind">, answers: Answers, weight?: number) => Card}
 */
export function cardOf({ id, kind }, answers, weight = 1) {
  const asked = { id, weight, guess: GUESS[kind] ?? 0 };
  const kept = histories.get(answers);
  const history = kept?.by === current() ? kept : historyOf(answers);
  histories.set(answers, history);
  return { ...asked, answers: history.answers, memory: history.memory };
}

/**
 * The day on which each question that was met comes again, moved so that no day is heaped.
 * @type {(offered: readonly Entry[], known: Known, target: number) => Map<string, number>}
 */
export const dueDays = (offered, known, target) => balanced(offered.map((entry) => cardOf(entry, known(entry).reviews)), target);

/**
 * What of a mode's questions waits to be done today: of reviews what is due, of the day's what is left.
 * @type {(mode: string, found: Entry[], offered: readonly Entry[], known: Known, today: number, plan: ExamPlan) => Entry[]}
 */
export function waiting(mode, found, offered, known, today, { target }) {
  if (mode === "daily") return found.filter((entry) => !known(entry).reviews.some(({ at }) => dayOf(at) === today));
  if (mode !== "due") return found;
  const days = dueDays(offered, known, target);
  return found.filter(({ id }) => (days.get(id) ?? Infinity) <= today);
}

/** @type {WeakMap<Answers, History & {by: object}>} */
const histories = new WeakMap();

/** @type {(answers: Answers) => History & {by: object}} by which weights it was reckoned */
function historyOf(answers) {
  const days = answers.map(({ at, right, hard }) => ({ day: dayOf(at), right, ...(hard && { hard }) }));
  return { answers: days, memory: remembered(days), by: current() };
}

/**
 * The day's questions, most useful first. They are chosen by what was known when the day began, so
 * that they stay the same while they are worked through.
 * @type {(offered: Entry[], known: Known, now: number, plan: ExamPlan, worth?: (entry: Entry) => number) => Entry[]}
 */
export function planDay(offered, known, now, plan, worth = () => 1) {
  const begin = beginOfDay(now);
  const before = answersBefore(begin.toISOString());
  const card = (/** @type {Entry} */ entry) => cardOf(entry, before(known(entry).reviews), worth(entry));
  return ordered(offered, card, dayOf(begin), plan, plan.amount);
}

/** @type {(time: string) => (answers: Answers) => Answers} the list itself where all are */
const answersBefore = (time) => (answers) =>
  (answers.at(-1)?.at ?? "") < time ? answers : answers.filter(({ at }) => at < time);

/**
 * What was answered before and is worth a review now, most useful first.
 * @type {(offered: Entry[], known: Known, now: number, plan: ExamPlan, worth?: (entry: Entry) => number) => Entry[]}
 */
export const planReviews = (offered, known, now, plan, worth = () => 1) =>
  ordered(offered.filter((entry) => known(entry).reviews.length),
    (entry) => cardOf(entry, known(entry).reviews, worth(entry)), dayOf(new Date(now)), plan, Infinity);

/** @type {(offered: Entry[], card: (entry: Entry) => Card, today: number, plan: ExamPlan, amount: number) => Entry[]} */
function ordered(offered, card, today, plan, amount) {
  const byId = new Map(offered.map((entry) => [entry.id, entry]));
  const cards = planned(offered.map(card), today, examDay(plan, today), amount, plan.target);
  return cards.map(({ id }) => /** @type {Entry} */ (byId.get(id)));
}
