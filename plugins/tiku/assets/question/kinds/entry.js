// The field of a question that is answered with a number or a word.

import { words } from "../../core/words.js";

/** @import { Field } from "../../core/types.js" */

/** @type {Field} */
export const written = {
  nothing: words.unwritten,
  response: (question) => [input(question).value].filter((text) => text.trim()),
  fill(question, [text = ""]) {
    input(question).value = text;
  },
  mark() {},
  verdict: ([text = ""], right) => `${words.verdict(right)} ${words.wrote(text)}`,
};

/** @type {(question: HTMLElement) => HTMLInputElement} */
const input = (question) => /** @type {HTMLInputElement} */ (question.querySelector("[name=answer]"));
