// The bar at the foot of a set: where one is, the marks, the way back, on and out, within the
// reach of a thumb. What its one large button does next is for the set to say.

import { button } from "../core/controls.js";
import { make } from "../core/dom.js";
import { tell } from "./showing.js";
import { words } from "./words.js";

/** @typedef {{text: string, note?: string, act: () => unknown}} Act `note`: in small letters below */

/**
 * How a set is left: `text` on its button, `title` in full, `last` what leads there from the last question.
 * @typedef {{text: string, title: string, last: string, act: () => unknown}} Ending
 */

/**
 * @typedef {object} Shown
 * @property {number} at index of the question
 * @property {number} of
 * @property {Act[]} acts the large button, or several beside one another; the first is the first choice
 * @property {HTMLElement} question
 * @property {boolean} isOn whether the large button itself leads to the next question
 */

// Milliseconds within which a second press meant the button that stood here before.
const BRIEF = 600;

export class Bar {
  #place = make("button", { type: "button", class: "tiku-bar-place" });
  #at = make("span");
  #time = make("span", { class: "tiku-bar-time" });
  #back;
  #on;
  #acts = make("span", { class: "tiku-bar-acts" });
  /** The verdict once more, where it is seen however long the question is; it was read out already. */
  #verdict = make("span", { class: "tiku-bar-said", "aria-hidden": "true" });
  #end = make("span", { class: "tiku-bar-end" });
  #since = -Infinity;
  #offered = "";
  /** @type {(() => unknown)[]} */
  #pressed = [];
  element = make("div", { class: "tiku-set-steps", role: "group", "aria-label": words.bar });
  /** Beside the place: the mark for this set. */
  marks = make("span", { class: "tiku-bar-marks" });

  /**
   * @param {() => unknown} open the answer sheet
   * @param {(by: number) => unknown} step
   */
  constructor(open, step) {
    this.#place.append(this.#at, this.#time, make("span", { class: "tiku-unseen" }, words.openSheet));
    this.#place.addEventListener("click", open);
    this.#back = way("‹", words.previous, () => step(-1));
    this.#on = way("›", words.next, () => step(1));
    // Which of the two ways on there is, the first question says.
    this.#on.toggleAttribute("data-unseen", true);
    this.element.append(this.#verdict, this.#place, this.marks, this.#back, this.#acts, this.#on, this.#end);
    for (const type of ["click", "keydown"]) this.#acts.addEventListener(type, (event) => this.#guard(event), { capture: true });
  }

  /** @param {{text: Element, said: Element}} clock what is left of the time, and its warnings */
  set clock({ text, said }) {
    this.#time.replaceChildren(text);
    this.element.prepend(said);
  }

  /** @param {Ending} ending */
  set ending({ text, title, act }) {
    const end = button(text, act);
    end.setAttribute("aria-label", title);
    this.#end.replaceChildren(end);
  }

  /** @param {Shown} shown */
  show({ at, of, question, acts, isOn }) {
    tell(this.#verdict, question.querySelector(".tiku-verdict")?.textContent ?? "");
    this.#verdict.dataset.verdict = question.dataset.verdict ?? "";
    tell(this.#at, words.place({ at: at + 1, of }));
    this.#back.disabled = at === 0;
    this.#on.disabled = of === 1;
    const isLast = at + 1 === of;
    call(this.#on, isLast ? "«" : "›", isLast ? words.first : words.next);
    this.#on.toggleAttribute("data-unseen", isOn && !isLast);
    this.#offer(acts);
  }

  /** Where not even the first question comes, there is a way on. */
  lead() {
    this.#on.toggleAttribute("data-unseen", false);
  }

  /** Presses the large button. */
  press() {
    if (this.#pressed.length === 1) this.#pressed[0]();
  }

  /** What several large buttons do, nothing where there is one. */
  get many() {
    return this.#pressed.length > 1 ? this.#pressed : [];
  }

  /** The button to press next gets the focus. */
  focus() {
    /** @type {HTMLElement | null} */ (this.#acts.firstElementChild)?.focus({ preventScroll: true });
  }

  /** A button that has it keeps the focus. @param {Act[]} acts */
  #offer(acts) {
    const texts = acts.map(({ text, note = "" }) => text + note).join();
    this.#pressed = acts.map(({ act }) => act);
    if (texts === this.#offered) return;
    const had = this.#acts.contains(document.activeElement);
    this.#offered = texts;
    this.#acts.toggleAttribute("data-many", acts.length > 1);
    this.#acts.replaceChildren(...acts.map(({ text, note }, index) => {
      const made = button(text, () => this.#pressed[index](), "tiku-button");
      if (note) made.append(" ", make("small", {}, note));
      return made;
    }));
    this.#since = performance.now();
    if (had) this.focus();
  }

  /** The second press of a double one, and a held Enter, are not for what the button has become. @param {Event} event */
  #guard(event) {
    const { type, detail, key, repeat } = /** @type {any} */ (event);
    const isBrief = performance.now() - this.#since < BRIEF;
    if (type === "click" ? detail > 1 && isBrief : key === "Enter" && (repeat || isBrief)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }
}

/** @type {(sign: string, name: string, act: () => unknown) => HTMLButtonElement} */
function way(sign, name, act) {
  const made = button("", act, "tiku-bar-way");
  call(made, sign, name);
  return made;
}

/** A name that stays is left alone: who presses it presses what is in it. @type {(way: HTMLButtonElement, sign: string, name: string) => void} */
function call(way, sign, name) {
  if (way.ariaLabel === name) return;
  way.ariaLabel = name;
  way.replaceChildren(make("span", { "aria-hidden": "true" }, sign), make("span", { class: "tiku-wide" }, name));
}
