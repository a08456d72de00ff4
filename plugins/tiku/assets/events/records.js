// What the log says of each question beyond its last answer: mistakes, marks, tries. Pure.
//
// Answers to a key that was changed since count in the history and for nothing else: what was
// wrong then may be right now.

import { dayOf } from "../core/days.js";
import { byTime, latest, stateAfter } from "./events.js";

/** @import { AnswerEvent, Entry, MarkEvent, NoteEvent, ProgressEvent, State } from "../core/types.js" */

// A mistake is worked off by being right on this many different days after the last miss.
const DAYS_TO_LEAVE = 2;

/**
 * @typedef {object} StudyRecord
 * @property {State["is"]} is
 * @property {AnswerEvent[]} answers to the key in force, oldest first, since the last reset
 * @property {readonly Review[]} reviews those, and what was said in 背題, for the memory
 * @property {Mistake | null} mistake
 * @property {boolean} starred
 * @property {boolean} shelved
 * @property {boolean | null} known what was said in 背題
 * @property {string} note the reader's own; empty where there is none
 *
 * @typedef {{at: string, right: boolean, hard?: boolean}} Review
 *
 * @typedef {object} Mistake
 * @property {string} since the last miss, ISO 8601
 * @property {string[]} response what was answered then
 * @property {boolean} sure whether the reader had been sure
 * @property {number} days right on so many different days since
 */

/**
 * @param {readonly ProgressEvent[]} events of one question, in any order
 * @param {string} revision
 * @returns {StudyRecord}
 */
export function recordOf(events, revision) {
  const sorted = [...events].sort(byTime);
  const begin = sorted.findLastIndex(({ kind }) => kind === "reset") + 1;
  const current = sorted.slice(begin).filter((event) => event.kind === "answer" && event.revision === revision);
  const answers = inTime(/** @type {AnswerEvent[]} */ (current));
  return {
    is: stateAfter(sorted.findLast(({ kind }) => kind === "answer" || kind === "reset"), revision).is,
    answers,
    reviews: reviewsIn(sorted.slice(begin), answers),
    mistake: mistakeIn(answers),
    starred: marked(sorted, "star") ?? false,
    shelved: marked(sorted, "shelve") ?? false,
    known: marked(sorted, "known"),
    note: noteIn(events),
  };
}

/**
 * Records of questions, each worked out once for what the log then holds: it only ever grows.
 * @param {(question: string) => readonly ProgressEvent[]} eventsOf
 * @returns {(entry: Entry) => StudyRecord}
 */
export function recorder(eventsOf) {
  /** @type {WeakMap<readonly ProgressEvent[], {length: number, record: StudyRecord}>} */
  const records = new WeakMap();
  return ({ id, revision }) => {
    const events = eventsOf(id);
    const { length } = events;
    const known = records.get(events);
    if (known?.length === length) return known.record;
    const record = recordOf(events, revision);
    records.set(events, { length, record });
    return record;
  };
}

/** Nothing was answered later than what came after it, whatever a clock said.
 * @type {(answers: AnswerEvent[]) => AnswerEvent[]} */
function inTime(answers) {
  if (answers.every(({ at }, index) => at <= (answers[index + 1]?.at ?? at))) return answers;
  let next = answers[answers.length - 1].at;
  return answers.reduceRight((/** @type {AnswerEvent[]} */ later, answer) => {
    if (answer.at < next) next = answer.at;
    return [{ ...answer, at: next }, ...later];
  }, []);
}

/** The reader's own note on a question. @param {readonly ProgressEvent[]} events of it */
export const noteIn = (events) =>
  /** @type {NoteEvent | undefined} */ (latest(events.filter(({ kind }) => kind === "note")))?.text.trim() ?? "";

/** What was recalled counts between the answers; where nothing was, they are the list itself.
 * @type {(events: ProgressEvent[], answers: AnswerEvent[]) => readonly Review[]} */
function reviewsIn(events, answers) {
  const recalled = /** @type {MarkEvent[]} */ (events.filter(({ kind }) => kind === "known"));
  if (!recalled.length) return answers;
  const reviews = recalled.map(({ at, on, vague = false }) => ({ at, right: on || vague, ...(vague && { hard: true }) }));
  return [...answers.map(({ at, right }) => ({ at, right })), ...reviews].sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
}

/** @type {(answers: AnswerEvent[]) => Mistake | null} */
function mistakeIn(answers) {
  const index = answers.findLastIndex(({ right }) => !right);
  if (index < 0) return null;
  const { at, response, confidence } = answers[index];
  const days = new Set(answers.slice(index + 1).map((answer) => dayOf(answer.at))).size;
  if (days >= DAYS_TO_LEAVE) return null;
  return { since: at, response, sure: confidence === "sure", days };
}

/** @type {(sorted: ProgressEvent[], kind: MarkEvent["kind"]) => boolean | null} */
function marked(sorted, kind) {
  const last = /** @type {MarkEvent | undefined} */ (sorted.findLast((event) => event.kind === kind));
  return last ? last.on : null;
}
