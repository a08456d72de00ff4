// <tiku-quiz>: a set of questions with its progress, filters, shuffling and reset.

import { make } from "../core/dom.js";
import { summary } from "../events/events.js";
import { store } from "../events/store.js";
import { words } from "../core/words.js";
import "./question.js";

/** @import { TikuQuestion } from "./question.js" */

const SHUFFLE = "shuffle";

class TikuQuiz extends HTMLElement {
  #text = make("span");
  #bar = make("progress", { "aria-hidden": "true" });
  #row = make("div", { class: "tiku-bar" });
  #shuffle = make("input", { type: "checkbox" });

  connectedCallback() {
    if (!this.#text.isConnected) this.#build();
    store.addEventListener("changed", this);
    store.addEventListener("lasting", this);
    window.addEventListener("hashchange", this);
    window.addEventListener("beforeprint", this);
    window.addEventListener("afterprint", this);
    this.addEventListener("tiku-again", this);
    store.ready().then(() => this.#start());
    this.#warn();
  }

  disconnectedCallback() {
    store.removeEventListener("changed", this);
    store.removeEventListener("lasting", this);
    window.removeEventListener("hashchange", this);
    window.removeEventListener("beforeprint", this);
    window.removeEventListener("afterprint", this);
  }

  /** @param {Event} event */
  handleEvent({ type, target }) {
    if (type === "hashchange") this.#enterAddressed();
    else if (type.endsWith("print")) this.#open(type === "beforeprint");
    else if (type === "lasting") this.#warn();
    else if (type === "tiku-again") this.#order([/** @type {TikuQuestion} */ (target)]);
    // What a reader has just answered is shown first.
    else setTimeout(() => this.#count());
  }

  get #questions() {
    return /** @type {TikuQuestion[]} */ ([...this.querySelectorAll("tiku-question")]);
  }

  #build() {
    const reset = make("button", { type: "button" }, words.reset);
    reset.addEventListener("click", () => this.#ask());
    this.#shuffle.addEventListener("change", () => {
      store.set(SHUFFLE, this.#shuffle.checked);
      this.#order(this.#questions);
    });
    this.#row.append(
      make("p", {}, this.#bar, this.#text),
      make("label", {}, this.#shuffle, " ", words.shuffle),
      reset);
    this.prepend(this.#row);
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
    if (!this.hasAttribute("filterable")) return;
    this.removeAttribute("filterable");
    this.#row.after(makeFilters(this.#questions, JSON.parse(this.dataset.tagNames ?? "{}")));
  }

  #count() {
    const counts = summary(this.#questions.map(({ state }) => state));
    this.#bar.max = counts.all;
    this.#bar.value = counts.done;
    this.#text.textContent = words.progress(counts);
  }

  /** Says so once answers are not kept; the notice knows when they are again. */
  async #warn() {
    if (store.lasting) return;
    store.removeEventListener("lasting", this);
    const { unsavedNotice } = await import("../events/unsaved.js");
    this.#row.after(unsavedNotice());
  }

  /** @param {TikuQuestion[]} questions */
  async #order(questions) {
    const random = this.#shuffle.checked ? await import("../core/random.js") : null;
    for (const question of questions) {
      question.shuffle(random && this.#shuffle.checked ? random.shuffling(crypto.getRandomValues(new Uint32Array(1))[0]) : null);
    }
  }

  async #enterAddressed() {
    if (location.hash) (await import("./addressed.js")).enterAddressed(this.#questions);
  }

  async #ask() {
    const [{ confirmed }, { words: said }] = await Promise.all([import("../core/confirm.js"), import("./words.js")]);
    if (await confirmed(this, words.reset, said.resetQuestion)) store.add(...this.#questions.map(({ id: question }) => ({ kind: /** @type {const} */ ("reset"), question })));
  }

  // Browsers without ::details-content print closed details closed.
  /** @param {boolean} isPrinting */
  #open(isPrinting) {
    for (const question of this.#questions) question.prepare();
    for (const details of this.querySelectorAll(isPrinting ? ".tiku-answer:not([open])" : "[data-printing]")) {
      details.toggleAttribute("data-printing", isPrinting);
      details.toggleAttribute("open", isPrinting);
    }
  }
}

customElements.define("tiku-quiz", TikuQuiz);
