// What the log comes to: counted, never stored. Pure; a day is a whole number, see memory/days.js.

import { dayOf } from "../core/days.js";
import { groupedBy } from "../core/groups.js";
import { balanced } from "../memory/balance.js";
import { recall } from "../memory/fsrs.js";
import { byTime } from "../events/events.js";

/** @import { AnswerEvent, Catalog, Entry, PaperEvent, ProgressEvent } from "../core/types.js" */
/** @import { Card } from "../memory/types.js" */
/** @import { Known } from "../sets/selection.js" */

/** @typedef {{entry: Entry, card: Card}} Studied */

/**
 * @typedef {object} Mastery of a topic or an objective
 * @property {string} topic
 * @property {string} objective empty for a whole topic, and for what has none
 * @property {number} all questions there are
 * @property {number} met questions answered at least once
 * @property {number} right questions answered rightly the last time
 * @property {number} recalled questions that may be expected to be remembered on the day asked for
 */

// So many answered questions say something of an objective, or all it has.
const TELLING = 3;

/** @type {(studied: readonly Studied[], day: number) => Mastery[]} by topic, as the banks stand */
export const masteryByTopic = (studied, day) =>
  grouped(studied, ({ topic }) => topic).map((group) => ({ ...mastery(group, day), objective: "" }));

/** @type {(studied: readonly Studied[], day: number) => Mastery[]} */
export const masteryByObjective = (studied, day) =>
  grouped(studied.filter(({ entry }) => entry.objective), ({ topic, objective }) => `${topic}/${objective}`)
    .map((group) => mastery(group, day));

/**
 * The objectives of which most will be forgotten, and not those of which nothing can be said yet.
 * @type {(objectives: readonly Mastery[], number: number) => Mastery[]}
 */
export const weakest = (objectives, number) =>
  objectives.filter(({ met, all }) => met >= Math.min(TELLING, all))
    .toSorted((a, b) => a.recalled / a.met - b.recalled / b.met)
    .slice(0, number);

/**
 * Questions falling due on each of so many days from today; what is overdue counts today.
 * @type {(studied: readonly Studied[], today: number, days: number, target?: number) => number[]}
 */
export function dueIn(studied, today, days, target) {
  const counts = Array.from({ length: days }, () => 0);
  for (const due of balanced(studied.map(({ card }) => card), target).values()) {
    const on = Math.max(0, due - today);
    if (on < days) counts[on] += 1;
  }
  return counts;
}

/**
 * Day -> answers given and right on it.
 * @param {readonly ProgressEvent[]} events
 */
export function answersByDay(events) {
  /** @type {Map<number, {answers: number, right: number}>} */
  const days = new Map();
  for (const event of answersIn(events)) {
    const day = dayOf(event.at);
    const counted = days.get(day) ?? { answers: 0, right: 0 };
    counted.answers += 1;
    counted.right += Number(event.right);
    days.set(day, counted);
  }
  return days;
}

// Seconds a question takes where too little is known, and the longest that is no pause.
const USUAL_PACE = 45;
const PAUSE = 300;
const PACED = 10;

/**
 * Seconds a question takes this reader: the middle one of the times between the latest answers.
 * @param {readonly ProgressEvent[]} events
 */
export function pace(events) {
  const times = newest(answersIn(events), 100).map(({ at }) => Date.parse(at) / 1000);
  const gaps = times.slice(1).map((time, index) => times[index] - time).filter((gap) => gap > 0 && gap <= PAUSE);
  return gaps.length < PACED ? USUAL_PACE : gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)];
}

/**
 * Exam -> its papers, oldest first, also of exams that are no longer offered.
 * @param {readonly ProgressEvent[]} events
 */
export const papersByExam = (events) =>
  groupedBy(
    /** @type {PaperEvent[]} */ (events.filter(({ kind }) => kind === "paper")).toSorted(byTime),
    ({ question }) => question.replace(/^exam:/, ""),
  );

/**
 * Questions whose key was changed since they were last answered.
 * @type {(catalog: Catalog, known: Known) => Entry[]}
 */
export const rekeyed = ({ questions }, known) => questions.filter((entry) => known(entry).is === "rekeyed");

/**
 * How much was answered, of which how much to questions that are no longer asked; and the last
 * answers, the newest first, without an `entry` where the question is no longer asked.
 * @param {Catalog} catalog
 * @param {readonly ProgressEvent[]} events
 * @param {number} number of answers at most
 */
export function historyOf({ questions }, events, number) {
  const byId = new Map(questions.map((entry) => [entry.id, entry]));
  const answers = answersIn(events);
  const gone = answers.filter(({ question }) => !byId.has(question));
  return {
    answers: answers.length,
    questions: different(answers),
    gone: { answers: gone.length, questions: different(gone) },
    latest: newest(answers, number).map((event) => ({ event, entry: byId.get(event.question) })),
  };
}

/** @param {readonly AnswerEvent[]} answers */
const different = (answers) => new Set(answers.map(({ question }) => question)).size;

/** Without sorting all of a long log. @type {(answers: readonly AnswerEvent[], number: number) => AnswerEvent[]} */
function newest(answers, number) {
  /** @type {AnswerEvent[]} */
  const found = [];
  for (const answer of answers) {
    const place = found.findLastIndex((other) => byTime(other, answer) > 0) + 1;
    if (place < number) found.splice(place, 0, answer);
    if (found.length > number) found.pop();
  }
  return found;
}

/** @param {readonly ProgressEvent[]} events */
const answersIn = (events) => /** @type {AnswerEvent[]} */ (events.filter(({ kind }) => kind === "answer"));

/** @type {(studied: readonly Studied[], by: (entry: Entry) => string) => Studied[][]} */
const grouped = (studied, by) => [...groupedBy(studied, ({ entry }) => by(entry)).values()];

/** @type {(group: readonly Studied[], day: number) => Mastery} */
function mastery(group, day) {
  const met = group.flatMap(({ card: { memory, answers } }) => (memory ? [{ memory, right: answers[answers.length - 1].right }] : []));
  return {
    topic: group[0].entry.topic,
    objective: group[0].entry.objective,
    all: group.length,
    met: met.length,
    right: met.filter(({ right }) => right).length,
    recalled: met.reduce((sum, { memory }) => sum + recall(memory, day), 0),
  };
}
