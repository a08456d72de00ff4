// Verdicts of a <tiku-quiz> at another time than after each answer: when the reader is done with
// all, or as soon as a choice is tapped.

import { make } from "../core/dom.js";
import { store } from "../events/store.js";
import { words } from "./words.js";

/** @import { TikuQuestion } from "./question.js" */

/** Once for each quiz, by its `data-feedback`. @param {HTMLElement} quiz */
export const lead = (quiz) => (quiz.dataset.feedback === "at-end" ? new AtEnd(quiz).start() : checkTapped(quiz));

/** Keys move among choices before they decide: only what was tapped is checked. @param {HTMLElement} quiz */
function checkTapped(quiz) {
  let isTapped = false;
  quiz.addEventListener("pointerdown", () => (isTapped = true));
  quiz.addEventListener("keydown", () => (isTapped = false));
  quiz.addEventListener("change", ({ target }) => {
    if (isTapped && target instanceof HTMLInputElement && target.type === "radio") target.form?.requestSubmit();
  });
}

class AtEnd {
  #quiz;
  #button = make("button", { type: "button", class: "tiku-button" }, words.checkAll);
  #said = make("output", { "aria-live": "polite", tabindex: "-1" });

  /** @param {HTMLElement} quiz */
  constructor(quiz) {
    this.#quiz = quiz;
    quiz.append(make("p", { class: "tiku-controls" }, this.#button, this.#said));
    this.#button.addEventListener("click", () => this.#check());
    quiz.addEventListener("tiku-again", ({ target }) => this.#silence([/** @type {TikuQuestion} */ (target)]));
    quiz.addEventListener("tiku-drafted", () => (this.#said.textContent = ""));
    store.addEventListener("changed", () => this.#reset());
  }

  async start() {
    await store.ready();
    this.#silence(this.#questions.filter((question) => !isDone(question)));
  }

  get #questions() {
    return /** @type {TikuQuestion[]} */ ([...this.#quiz.querySelectorAll("tiku-question")]);
  }

  get #waiting() {
    return this.#questions.filter(({ dataset }) => dataset.silent !== undefined);
  }

  /** @param {TikuQuestion[]} questions */
  #silence(questions) {
    for (const { dataset } of questions) dataset.silent = "";
    this.#button.hidden = !this.#waiting.length;
  }

  #check() {
    for (const question of this.#waiting.filter(({ response }) => response.length)) {
      delete question.dataset.silent;
      question.querySelector("form")?.requestSubmit();
    }
    const left = this.#waiting.length;
    this.#said.textContent = left ? words.left({ number: left }) : "";
    this.#silence([]);
    if (left) this.#waiting[0].enter();
  }

  /** All of them were cleared. */
  #reset() {
    if (!this.#questions.some(isDone)) this.#silence(this.#questions);
  }
}

/** @param {TikuQuestion} question */
const isDone = ({ state: { is } }) => is === "right" || is === "wrong";
