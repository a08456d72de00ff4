// The field of an open question: the reader writes, then grades it against the model answer.

import { make } from "../../core/dom.js";
import { markPoints } from "../marks/arrangement.js";
import { words } from "./words.js";
import { words as fields } from "./field-words.js";

/** @import { Field } from "../../core/types.js" */

/** @type {Field} */
export const open = {
  nothing: fields.unwritten,
  judge: markPoints,
  prepare(question) {
    const list = /** @type {Element} */ (question.querySelector(".tiku-checklist"));
    for (const item of list.children) addTick(/** @type {HTMLElement} */ (item));
    const finish = make("button", { type: "submit", class: "tiku-button tiku-finish" }, words.finish);
    finish.hidden = true;
    list.after(finish);
  },
  response(question) {
    const { value } = area(question);
    const ticked = ticks(question).filter(({ checked }) => checked);
    return value.trim() ? [value, ...ticked.map((tick) => tick.value)] : [];
  },
  fill(question, [text = "", ...ticked]) {
    area(question).value = text;
    for (const tick of ticks(question)) tick.checked = ticked.includes(tick.value);
    setGrading(question, false);
  },
  grade(question) {
    if (!finishOf(question).hidden) return "";
    setGrading(question, true);
    return words.compare;
  },
  show(question, response) {
    for (const tick of response.length ? ticks(question) : []) if (!tick.checked) markLacking(tick);
  },
  verdict: (response, right, question) =>
    right ? words.complete : words.incomplete({ ticked: response.length - 1, all: ticks(question).length }),
};

/** @type {(question: HTMLElement) => HTMLTextAreaElement} */
const area = (question) => /** @type {HTMLTextAreaElement} */ (question.querySelector("textarea"));

/** @param {HTMLElement} question */
const ticks = (question) => /** @type {HTMLInputElement[]} */ ([...question.querySelectorAll("li input")]);

/** @type {(question: HTMLElement) => HTMLElement} */
const finishOf = (question) => /** @type {HTMLElement} */ (question.querySelector(".tiku-finish"));

/** A box before a point of a checklist. @param {HTMLElement} item */
export function addTick(item) {
  const tick = make("input", { type: "checkbox", value: item.dataset.point ?? "", disabled: true });
  item.dataset.tick = "";
  item.replaceChildren(make("label", {}, tick, make("span", {}, ...item.childNodes)));
  return tick;
}

/** @type {(question: HTMLElement, grading: boolean) => void} */
function setGrading(question, grading) {
  for (const tick of ticks(question)) tick.disabled = !grading;
  finishOf(question).hidden = !grading;
}

/** @type {(tick: HTMLInputElement) => void} */
function markLacking(tick) {
  const item = /** @type {HTMLElement} */ (tick.closest("li"));
  item.dataset.mark = "missed";
  item.append(make("span", { class: "tiku-mark" }, words.lacking));
}
