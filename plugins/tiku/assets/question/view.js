// What a reader sees of a question: open to be answered, or closed with verdict and marks.

import { make } from "../core/dom.js";
import { words } from "../core/words.js";

/** @import { Field, Order } from "../core/types.js" */

// Milliseconds within which nobody reads a verdict and takes the answer back.
const BRIEF = 600;

export class QuestionView {
  #button = make("button", { type: "submit", class: "tiku-button" }, words.check);
  #said = make("output", { class: "tiku-verdict", "aria-live": "off" });
  #question;
  #field;
  #fieldset;
  #details;
  #groups;
  #answeredAt = -Infinity;

  /**
   * @param {HTMLElement} question
   * @param {Field} field
   */
  constructor(question, field) {
    this.#question = question;
    this.#field = field;
    this.#fieldset = /** @type {HTMLFieldSetElement} */ (question.querySelector("fieldset"));
    this.#details = /** @type {HTMLDetailsElement} */ (question.querySelector(".tiku-answer"));
    for (const type of ["click", "keydown"]) this.#button.addEventListener(type, (event) => this.#keepAnswer(event));
    field.prepare?.(question);
    this.#groups = field.groups?.(question) ?? [];
    this.#details.before(make("p", { class: "tiku-controls" }, this.#button, this.#said));
  }

  get isLocked() {
    return this.#fieldset.disabled;
  }

  get response() {
    return this.#field.response(this.#question);
  }

  /** @param {string[]} response */
  judge(response) {
    return this.#field.judge(this.#question.dataset.key ?? "", response);
  }

  open(response = /** @type {string[]} */ ([]), said = "") {
    this.#show(response, false, words.check);
    this.#said.textContent = said;
  }

  /** @type {(response: string[], right?: boolean) => void} without `right` there is no verdict */
  close(response, right) {
    this.#show(response, true, words.again);
    const isJudged = right !== undefined;
    this.#said.textContent = !isJudged ? "" : response.length ? this.#field.verdict(response, right, this.#question) : words.unanswered;
    if (isJudged) this.#question.dataset.verdict = right ? "right" : "wrong";
    this.#field.show(this.#question, response);
  }

  /** Closes it for the reader who has just checked. @type {QuestionView["close"]} */
  answer(response, right) {
    this.#said.setAttribute("aria-live", "polite");
    this.close(response, right);
    // In a set the way on is pressed next.
    if (!this.#question.dataset.set) this.#button.focus({ preventScroll: true });
    // The verdict first: to lay out an explanation takes a phone as long again.
    setTimeout(() => (this.#details.open ||= this.isLocked));
    // A slow device shows it later than it knows it.
    this.#answeredAt = Infinity;
    requestAnimationFrame(() => (this.#answeredAt = performance.now()));
  }

  /** Closes it for good. @type {QuestionView["close"]} */
  reveal(response, right) {
    this.close(response, right);
    this.#button.hidden = true;
    this.#details.open = true;
  }

  again() {
    this.#details.open = false;
    this.open();
  }

  /** The second click of a double one, and a second or held Enter, meant the answer, not to take it away.
   * @param {Event} event */
  #keepAnswer(event) {
    const { type, detail, key, repeat } = /** @type {any} */ (event);
    const isAgain = repeat || performance.now() - this.#answeredAt < BRIEF;
    if (type === "click" ? detail > 1 : key === "Enter" && isAgain) event.preventDefault();
  }

  /** Says that there is nothing to check yet. */
  ask() {
    this.say(this.#field.nothing);
  }

  /** Whether the reader is now to grade the answer, beside the key. */
  grade() {
    const said = this.#field.grade?.(this.#question);
    if (!said) return false;
    this.say(said);
    this.#details.open = true;
    this.#button.hidden = true;
    /** @type {HTMLElement | null} */ (this.#details.querySelector(".tiku-key"))?.focus();
    return true;
  }

  /** @param {string} text is read out, too */
  say(text) {
    this.#said.setAttribute("aria-live", "polite");
    this.#said.textContent = text;
  }

  /** @param {Order | null} order null for the author's */
  shuffle(order) {
    const { response } = this;
    const focused = /** @type {HTMLElement | null} */ (this.#fieldset.querySelector(":focus"));
    for (const group of this.#groups) {
      group[0]?.parentElement?.append(...(order ? order(group) : group));
    }
    // An element that is moved loses the focus, an option that it was chosen.
    if (this.#groups.length) this.#field.fill(this.#question, response);
    focused?.focus();
  }

  /** @param {boolean} [preventScroll] */
  focus(preventScroll) {
    const first = this.#fieldset.querySelector("input, select, textarea, button");
    (this.isLocked ? this.#button : /** @type {HTMLElement | null} */ (first))?.focus({ preventScroll });
  }

  /** @type {(response: string[], locked: boolean, button: string) => void} */
  #show(response, locked, button) {
    delete this.#question.dataset.verdict;
    for (const one of this.#question.querySelectorAll(".tiku-mark, .tiku-note")) one.remove();
    for (const one of this.#question.querySelectorAll("[data-mark]")) one.removeAttribute("data-mark");
    this.#field.fill(this.#question, response);
    this.#fieldset.disabled = locked;
    this.#button.textContent = button;
    this.#button.hidden = false;
  }
}
