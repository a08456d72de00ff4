// <tiku-progress>: what the log comes to, what to do today, and the log's own keeping.

import { loadCatalog } from "../core/catalog.js";
import { make } from "../core/dom.js";
import { dayOf } from "../core/days.js";
import { store } from "../events/store.js";
import { coming, confidence, days, mastery, note, papers, section, weak } from "./sections.js";
import { Keeping } from "./backup.js";
import { corrections, history } from "./history.js";
import { cardOf, examDay, examPlan } from "../memory/daily-plan.js";
import { expectedMark, planForm, todaysPlan } from "./plan.js";
import { readPlan } from "./reader-plan.js";
import { words } from "./words.js";
import { recorder } from "../events/records.js";
import { words as setWords } from "../sets/words.js";

/** @import { Catalog } from "../core/types.js" */
/** @import { View } from "./sections.js" */
/** @import { ExamPlan } from "../memory/daily-plan.js" */

// Without an exam ahead, memory is judged by what will be left in a month.
const MONTH = 30;

class TikuProgress extends HTMLElement {
  /** @type {Catalog} */
  #catalog = /** @type {any} */ (null);
  /** @type {ExamPlan} */
  #plan = examPlan(null);
  #practice = "";
  #known = recorder((question) => store.eventsOf(question));
  #unsaved = make("p", { class: "tiku-unsaved", role: "status" });
  #today = make("div");
  #figures = make("div");
  /** @type {Keeping | null} */
  #keeping = null;
  #drawing = false;

  async connectedCallback() {
    this.#practice ||= /** @type {HTMLAnchorElement} */ (this.querySelector("a[data-to=practice]")).href;
    try {
      [this.#catalog] = await Promise.all([loadCatalog(), store.ready()]);
    } catch {
      this.replaceChildren(make("p", { class: "tiku-unsaved" }, setWords.failed));
      return;
    }
    // A reader may have gone on before the log was read.
    if (!this.isConnected) return;
    for (const type of ["changed", "set", "lasting"]) store.addEventListener(type, this);
    window.addEventListener("hashchange", this);
    await this.#build();
  }

  disconnectedCallback() {
    for (const type of ["changed", "set", "lasting"]) store.removeEventListener(type, this);
    window.removeEventListener("hashchange", this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type !== "set" && event.type !== "hashchange") this.#soon();
    else if (event.type === "hashchange") this.#keeping?.arrive();
    else if (/** @type {CustomEvent<string>} */ (event).detail === "exam-plan") this.#replan();
  }

  async #build() {
    this.#plan = await readPlan();
    this.#keeping = new Keeping();
    const form = planForm(this.#catalog, this.#plan, () => this.#replan());
    this.replaceChildren(this.#unsaved, section(words.plan, this.#today, form), this.#figures, this.#keeping.element);
    this.#draw();
    await this.#keeping.arrive();
  }

  async #replan() {
    this.#plan = await readPlan();
    // Days may begin at another hour now.
    this.#known = recorder((question) => store.eventsOf(question));
    this.#soon();
  }

  /** Once for all that happened in this turn. */
  #soon() {
    if (this.#drawing) return;
    this.#drawing = true;
    queueMicrotask(() => {
      this.#drawing = false;
      this.#draw();
    });
  }

  #draw() {
    const view = this.#view();
    const open = [...this.#figures.querySelectorAll("details[open]")].map((one) => /** @type {HTMLElement} */ (one).dataset.name);
    this.#unsaved.textContent = store.lasting ? "" : words.unsaved;
    this.#today.replaceChildren(...todaysPlan(view, this.#known, this.#plan, Date.now()));
    this.#figures.replaceChildren(...(view.events.length ? this.#drawn(view) : [note(words.nothing)]));
    for (const one of this.#figures.querySelectorAll("details")) one.open = open.includes(one.dataset.name);
    this.toggleAttribute("data-drawn", true);
  }

  /** @param {View} view */
  #drawn(view) {
    return [
      ...corrections(view, this.#known),
      expectedMark(view, this.#plan), weak(view), mastery(view), coming(view), days(view), papers(view), confidence(view), history(view),
    ];
  }

  /** @returns {View} */
  #view() {
    const today = dayOf(new Date());
    return {
      catalog: this.#catalog,
      studied: this.#catalog.questions.map((entry) => ({ entry, card: cardOf(entry, this.#known(entry).reviews) })),
      events: store.all(),
      today,
      horizon: examDay(this.#plan, today) ?? today + MONTH,
      practice: this.#practice,
    };
  }
}

customElements.define("tiku-progress", TikuProgress);
