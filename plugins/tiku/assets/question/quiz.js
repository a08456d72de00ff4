// <tiku-quiz>: a set of questions with its progress, filters, shuffling and reset.

import { addressed } from "../core/address.js";
import { make } from "../core/dom.js";
import { isAbout, summary } from "../events/events.js";
import { store } from "../events/store.js";
import { unsavedNotice } from "../events/unsaved.js";
import { words } from "../core/words.js";

/** @import { TikuQuestion } from "./question.js" */

const SHUFFLE = "shuffle";

export class TikuQuiz extends HTMLElement {
  #text = make("span");
  #bar = make("progress", { "aria-hidden": "true" });
  #unsaved = unsavedNotice();
  #shuffle = make("input", { type: "checkbox" });

  connectedCallback() {
    if (!this.#text.isConnected) this.#build();
    store.addEventListener("changed", this);
    window.addEventListener("hashchange", this);
    window.addEventListener("beforeprint", this);
    window.addEventListener("afterprint", this);
    this.addEventListener("tiku-again", this);
    store.ready().then(() => this.#start());
  }

  disconnectedCallback() {
    store.removeEventListener("changed", this);
    window.removeEventListener("hashchange", this);
    window.removeEventListener("beforeprint", this);
    window.removeEventListener("afterprint", this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    const { type, target } = event;
    if (type === "hashchange") this.#enterAddressed();
    else if (type === "beforeprint") this.#openForPrint();
    else if (type === "afterprint") this.#closeAfterPrint();
    else if (type === "tiku-again") this.#order([/** @type {TikuQuestion} */ (target)]);
    else if (this.#questions.some(({ id }) => isAbout(event, id))) this.#count();
  }

  get #questions() {
    return /** @type {TikuQuestion[]} */ ([...this.querySelectorAll("tiku-question")]);
  }

  #build() {
    const reset = make("button", { type: "button", class: "tiku-reset" }, words.reset);
    reset.addEventListener("click", () => this.#ask());
    this.#shuffle.addEventListener("change", () => this.#reshuffle());
    const row = make("div", { class: "tiku-bar" },
      make("p", {}, this.#bar, this.#text),
      make("label", {}, this.#shuffle, " ", words.shuffle),
      reset);
    this.prepend(row, this.#unsaved);
    if (this.dataset.feedback) import("./feedback.js").then(({ lead }) => lead(this));
  }

  async #start() {
    if (this.hasAttribute("filterable")) await this.#addFilters();
    this.#count();
    // Not where a reader has begun to write or to choose meanwhile.
    if (!document.activeElement?.closest("form")) this.#enterAddressed();
    this.#shuffle.checked = (await store.setting(SHUFFLE)) ?? this.dataset.shuffle !== undefined;
    if (this.#shuffle.checked) this.#order(this.#questions);
  }

  async #addFilters() {
    const { makeFilters } = await import("./filters.js");
    if (this.querySelector(".tiku-filters")) return;
    this.#unsaved.before(makeFilters(this.#questions, JSON.parse(this.dataset.tagNames ?? "{}")));
  }

  #count() {
    const counts = summary(this.#questions.map((question) => question.state));
    this.#bar.max = counts.all;
    this.#bar.value = counts.done;
    this.#text.textContent = words.progress(counts);
  }

  #reshuffle() {
    store.set(SHUFFLE, this.#shuffle.checked);
    this.#order(this.#questions);
  }

  /** @param {TikuQuestion[]} questions */
  #order(questions) {
    for (const question of questions) {
      const seed = crypto.getRandomValues(new Uint32Array(1))[0];
      question.shuffle(this.#shuffle.checked ? seed : null);
    }
  }

  /** A question that the address names is shown, whatever the filters say. */
  async #enterAddressed() {
    const name = addressed();
    const question = this.#questions.find(({ id }) => id === name);
    if (!question) {
      if (name && document.querySelector(".tiku-pages")) (await import("./elsewhere.js")).leadOn(name);
      return;
    }
    question.hidden = false;
    question.closest(".tiku-case")?.removeAttribute("hidden");
    question.enter();
  }

  async #ask() {
    const { confirmed } = await import("../core/confirm.js");
    if (await confirmed(this, words.reset, words.resetQuestion)) this.#reset();
  }

  #reset() {
    store.add(...this.#questions.map(({ id }) => ({ kind: /** @type {const} */ ("reset"), question: id })));
  }

  // Browsers without ::details-content print closed details closed.
  #openForPrint() {
    for (const question of this.#questions) question.prepare();
    for (const details of this.querySelectorAll(".tiku-answer:not([open])")) {
      details.toggleAttribute("data-printing", true);
      details.toggleAttribute("open", true);
    }
  }

  #closeAfterPrint() {
    for (const details of this.querySelectorAll("[data-printing]")) {
      details.toggleAttribute("data-printing", false);
      details.toggleAttribute("open", false);
    }
  }
}
