// On paper the key names letters, in the order in which the choices stand there.

import { make } from "../core/dom.js";
import { words } from "../core/words.js";
import { rightChoices } from "./marks/choices.js";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const VERDICTS = "TF";

/**
 * Writes the letters of the right choices before the key; seen in print only.
 * @param {HTMLElement} question
 */
export function nameLetters(question) {
  for (const old of question.querySelectorAll(".tiku-letters")) old.remove();
  const names = question.querySelector(".tiku-verdicts") ? VERDICTS : LETTERS;
  const right = rightChoices(question.dataset.key ?? "");
  const inputs = /** @type {HTMLInputElement[]} */ ([...question.querySelectorAll(":is(.tiku-choices, .tiku-verdicts) input")]);
  const letters = inputs.flatMap(({ value }, index) => (right.includes(value) ? names[index] : []));
  if (letters.length) question.querySelector(".tiku-key > b")?.after(make("span", { class: "tiku-letters" }, ` ${letters.join(words.list)}${words.gap}`));
}
