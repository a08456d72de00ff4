// What the large button of a set does next, by where the reader stands.

import { words as common } from "../core/words.js";
import { LEVELS, nextTime, recalledOf } from "./recall.js";
import { words } from "./words.js";

/** @import { Entry, StudySet } from "../core/types.js" */
/** @import { Act } from "./bar.js" */
/** @import { Recalled } from "./recall.js" */

/**
 * @typedef {object} Place
 * @property {Entry} entry
 * @property {HTMLElement} question
 * @property {StudySet} set
 * @property {boolean} review
 * @property {boolean} isLast
 * @property {Act} onward to the next question, or at the last one to the end
 * @property {() => unknown} reveal
 * @property {(recalled: Recalled) => unknown} recall
 */

/** @type {(place: Place) => Act[]} the first is the first choice */
export function nextActs({ entry, question, set, review, isLast, onward, reveal, recall }) {
  if (set.mode === "memorise" && !review) {
    if (!isClosed(question)) return [{ text: words.showAnswer, act: reveal }];
    return isLast && recalledOf(entry.id, set.id) ? [onward] : grades(entry, recall);
  }
  if (review || set.feedback === "end" || isClosed(question)) return [onward];
  const finish = /** @type {HTMLButtonElement | null} */ (question.querySelector(".tiku-finish:not([hidden])"));
  if (finish) return [{ text: finish.textContent ?? "", act: () => finish.click() }];
  return [{ text: common.check, act: () => submit(question) }];
}

/** @type {(entry: Entry, recall: (recalled: Recalled) => unknown) => Act[]} */
const grades = (entry, recall) => LEVELS.map((level) => ({
  text: words.cells[level], note: nextTime(entry, level, new Date()), act: () => recall(level),
}));

/** Puts a question to the check, or away from it. @param {HTMLElement} question */
export const submit = (question) => question.querySelector("form")?.requestSubmit();

/** Whether a question shows its answer. @param {HTMLElement} question */
export const isClosed = (question) => question.querySelector("fieldset")?.disabled === true;
