// What a key means on a question: 1-9 and A-E choose, Enter checks, N and P go on and back.

import { isComposing } from "../core/composition.js";
import { isShown } from "../core/shown.js";

/** @import { TikuQuestion } from "./question.js" */

const TYPING = "textarea, select, input:not([type=radio], [type=checkbox])";

/**
 * Does what the key means here, and then lets nobody else hear of it.
 * @param {KeyboardEvent} event
 * @param {TikuQuestion} question
 */
export function press(event, question) {
  const target = /** @type {Element} */ (event.target);
  // A held Enter, and the one that ends a composition, are no answer.
  if (event.key === "Enter" && !target.matches("textarea") && (event.repeat || isComposing(event))) event.preventDefault();
  if (event.ctrlKey || event.altKey || event.metaKey || isComposing(event)) return;
  if (target.matches(TYPING) || !act(event.key.toLowerCase(), target, question)) return;
  event.preventDefault();
  // Material listens to n, p, s and f on the whole page.
  event.stopPropagation();
}

/** @type {(key: string, target: Element, question: TikuQuestion) => boolean} whether it meant something */
function act(key, target, question) {
  if (key === "enter" && !target.matches("input")) return false;
  if (key === "enter") question.querySelector("form")?.requestSubmit();
  else if (key === "n") go(question, 1);
  else if (key === "p") go(question, -1);
  else return choose(question, "abcde".indexOf(key) + 1 || Number(key));
  return true;
}

/** @type {(question: TikuQuestion, step: number) => void} */
function go(question, step) {
  const all = [...document.querySelectorAll("tiku-question")];
  const shown = all.filter((other) => isShown(other));
  const next = /** @type {TikuQuestion | undefined} */ (shown[shown.indexOf(question) + step]);
  next?.enter();
}

/** @type {(question: TikuQuestion, place: number) => boolean} whether there is such a choice */
function choose(question, place) {
  const inputs = question.querySelectorAll("fieldset:enabled li :is([type=radio], [type=checkbox])");
  const input = /** @type {HTMLInputElement | undefined} */ (inputs[place - 1]);
  input?.focus();
  input?.click();
  return Boolean(input);
}
