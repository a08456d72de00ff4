// A reader's log -> what it says of each question that may be asked.

import { byTime } from "../progress.js";
import { dayOf } from "./days.js";
import { remembered } from "./fsrs.js";

/** @import { ProgressEvent } from "../types.js" */
/** @import { Answer, AskedQuestion, Card } from "./types.js" */

/**
 * One card a question, in the order given. Answers to an older key and answers before a reset
 * do not count, nor does what is said of other questions.
 * @param {readonly AskedQuestion[]} questions
 * @param {readonly ProgressEvent[]} events in any order
 * @returns {Card[]}
 */
export function cardsOf(questions, events) {
  const log = byQuestion(events);
  return questions.map((question) => {
    const answers = answersTo(question.revision, log.get(question.id) ?? []);
    return { ...question, answers, memory: remembered(answers) };
  });
}

/** @param {readonly ProgressEvent[]} events */
function byQuestion(events) {
  /** @type {Map<string, ProgressEvent[]>} */
  const log = new Map();
  for (const event of events) {
    const known = log.get(event.question);
    if (known) known.push(event);
    else log.set(event.question, [event]);
  }
  return log;
}

/**
 * @param {string} revision
 * @param {ProgressEvent[]} events of one question
 * @returns {Answer[]}
 */
function answersTo(revision, events) {
  events.sort(byTime);
  const since = events.slice(events.findLastIndex(({ kind }) => kind === "reset") + 1);
  return since.flatMap((event) =>
    event.kind === "answer" && event.revision === revision
      ? [{ day: dayOf(event.at), right: event.right }]
      : [],
  );
}
