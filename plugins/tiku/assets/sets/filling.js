// What stands in a question when it comes to the screen: nothing yet, what it was answered with so
// far, or its answer.

import { lotOf, shuffling } from "../core/random.js";
import { recalledOf } from "./recall.js";

/** @import { Entry } from "../core/types.js" */
/** @import { TikuQuestion } from "../question/question.js" */
/** @import { Standing } from "./standing.js" */

/** @type {(question: TikuQuestion, entry: Entry, standing: Standing) => void} */
export function fill(question, entry, standing) {
  const { set, review } = standing;
  const { response } = standing.answerTo(entry);
  question.refresh();
  if (set.shuffle) question.shuffle(shuffling(lotOf(`${set.seed}${question.id}`)));
  if (review || recalledOf(entry.id, set.id)) {
    const isAsked = set.mode !== "memorise";
    question.reveal(response, isAsked ? response.length > 0 && question.verdictOf(response).right : undefined);
  } else if (standing.isSilent) question.draft(response);
}

/** What was to be remembered is shown. @param {TikuQuestion} question */
export function uncover(question) {
  const { response } = question;
  question.reveal(response, response.length ? question.verdictOf(response).right : undefined);
}
