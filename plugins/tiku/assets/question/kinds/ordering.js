// The field of an ordering question: each item has a button up and one down.

import { make } from "../../core/dom.js";
import { words as common } from "../../core/words.js";
import { markOrder } from "../marks/arrangement.js";
import { words } from "./words.js";

/** @import { Field } from "../../core/types.js" */

/** @type {Field} */
export const ordering = {
  nothing: words.unordered,
  prepare(question) {
    const typed = new Map(items(question).map((item) => [item, Number(item.querySelector("input")?.value)]));
    items(question).forEach(addButtons);
    list(question).after(make("p", { class: "tiku-moved", role: "status" }));
    // A reader may have numbered the items, or some of them, before the script arrived.
    if ([...typed.values()].some(Boolean)) arrange(question, (item) => typed.get(item) || Infinity, true);
  },
  response: (question) => (isTouched(question) ? items(question).map(idOf) : []),
  fill(question, response) {
    const given = response.length > 0;
    const placeOf = (/** @type {HTMLElement} */ item) =>
      given ? response.indexOf(idOf(item)) : Number(item.dataset.place);
    arrange(question, placeOf, given);
    status(question).textContent = "";
  },
  judge: markOrder,
  show(question, response) {
    const key = question.dataset.key?.split(" ") ?? [];
    items(question).forEach((item, place) => markItem(item, key.indexOf(idOf(item)), place, response));
  },
  verdict: (_, right) => (right ? common.right : common.wrong),
};

/** @type {(question: Element) => HTMLElement} */
const list = (question) => /** @type {HTMLElement} */ (question.querySelector(".tiku-sequence"));

/** @type {(question: Element) => HTMLElement[]} */
const items = (question) => /** @type {HTMLElement[]} */ ([...list(question).children]);

/** @type {(question: Element) => Element} */
const status = (question) => /** @type {Element} */ (question.querySelector(".tiku-moved"));

/** @type {(question: Element) => boolean} whether the order is the reader's */
const isTouched = (question) => list(question).dataset.touched !== undefined;

/** @type {(item: HTMLElement) => string} */
const idOf = ({ dataset }) => dataset.choice ?? "";

/** @type {(item: HTMLElement) => string} */
const textOf = (item) => item.querySelector("span")?.textContent ?? "";

/** @type {(item: HTMLElement, place: number) => void} */
function addButtons(item, place) {
  item.dataset.place = String(place);
  const text = /** @type {HTMLElement} */ (item.querySelector("span"));
  const up = make("button", { type: "button", "aria-label": words.up({ text: textOf(item) }) }, "↑");
  const down = make("button", { type: "button", "aria-label": words.down({ text: textOf(item) }) }, "↓");
  up.addEventListener("click", () => move(item, up, item.previousElementSibling, "before"));
  down.addEventListener("click", () => move(item, down, item.nextElementSibling, "after"));
  item.replaceChildren(text, up, down);
}

/** @type {(item: HTMLElement, button: HTMLElement, other: Element | null, side: "before" | "after") => void} */
function move(item, button, other, side) {
  const question = /** @type {Element} */ (item.closest("tiku-question"));
  if (other) {
    other[side](item);
    list(question).dataset.touched = "";
    // An element that is moved loses the focus.
    button.focus();
    button.dispatchEvent(new Event("input", { bubbles: true }));
  }
  const all = items(question);
  status(question).textContent = words.moved({ text: textOf(item), place: all.indexOf(item) + 1, all: all.length });
}

/** @type {(question: Element, placeOf: (item: HTMLElement) => number, touched: boolean) => void} */
function arrange(question, placeOf, touched) {
  list(question).append(...items(question).sort((a, b) => placeOf(a) - placeOf(b)));
  list(question).toggleAttribute("data-touched", touched);
}

/** @type {(item: HTMLElement, right: number, place: number, response: string[]) => void} */
function markItem(item, right, place, response) {
  const inPlace = response.length > 0 && right === place;
  item.dataset.mark = inPlace ? "yoursAndRight" : response.length ? "yours" : "missed";
  const text = inPlace ? words.inPlace : words.belongs({ place: right + 1 });
  item.append(make("span", { class: "tiku-mark" }, text));
}
