// A question and its answers -> what planner and forecast need to know of it.

import { dayOf } from "./days.js";
import { remembered } from "./fsrs.js";

/** @import { AnswerEvent } from "../types.js" */
/** @import { AskedQuestion, Card } from "./types.js" */

/**
 * @param {AskedQuestion} question
 * @param {readonly AnswerEvent[]} events answers to the key in force, oldest first: a StudyRecord's
 * @returns {Card}
 */
export function cardOf(question, events) {
  const answers = events.map(({ at, right }) => ({ day: dayOf(at), right }));
  return { ...question, answers, memory: remembered(answers) };
}
