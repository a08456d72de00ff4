// The field of a question with choices: one, several, or true and false.

import { make } from "../../core/dom.js";
import { markChoices, rightChoices } from "../marks/choices.js";
import { words } from "../../core/words.js";

/** @import { Field } from "../../core/types.js" */

/** @type {Field} */
export const choices = {
  nothing: words.nothing,
  response: (question) => inputs(question).filter(({ checked }) => checked).map(({ value }) => value),
  fill(question, response) {
    for (const input of inputs(question)) input.checked = response.includes(input.value);
  },
  judge: markChoices,
  show(question) {
    const right = rightChoices(question.dataset.key ?? "");
    for (const input of inputs(question)) markChoice(question, input, right.includes(input.value));
  },
  verdict: (_, right) => (right ? words.right : words.wrong),
  groups: (question) => [[...question.querySelectorAll(".tiku-choices > li")]],
};

/** @param {HTMLElement} question */
const inputs = (question) => /** @type {HTMLInputElement[]} */ ([...question.querySelectorAll("li input")]);

/** @type {(question: HTMLElement, input: HTMLInputElement, right: boolean) => void} */
function markChoice(question, input, right) {
  if (!right && !input.checked) return;
  const name = right ? (input.checked ? "yoursAndRight" : "missed") : "yours";
  const item = /** @type {HTMLElement} */ (input.closest("li"));
  item.dataset.mark = name;
  input.parentElement?.append(make("span", { class: "tiku-mark" }, words[name]));
  if (!right) explain(question, item, input.value);
}

/**
 * Copies the note on a choice to where it was chosen.
 * @type {(question: HTMLElement, item: HTMLElement, choice: string) => void}
 */
export function explain(question, item, choice) {
  const note = question.querySelector(`.tiku-why > [data-choice="${CSS.escape(choice)}"]`);
  if (!note) return;
  const here = make("p", { class: "tiku-note" });
  here.append(...[...note.childNodes].slice(1).map((node) => node.cloneNode(true)));
  item.append(here);
}
