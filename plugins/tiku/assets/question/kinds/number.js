// The field of a question that is answered with a number.

import { words } from "../../core/words.js";
import { markNumber } from "../marks/number.js";
import { words as fields } from "./field-words.js";

/** @import { Field } from "../../core/types.js" */

/** @type {Field} */
export const number = {
  nothing: fields.unwritten,
  response: (question) => [input(question).value].filter((text) => text.trim()),
  fill(question, [text = ""]) {
    input(question).value = text;
  },
  judge: markNumber,
  show() {},
  verdict: ([text = ""], right) => fields.wrote({ verdict: right ? words.right : words.wrong, text }),
};

/** @type {(question: HTMLElement) => HTMLInputElement} */
const input = (question) => /** @type {HTMLInputElement} */ (question.querySelector("[name=answer]"));
