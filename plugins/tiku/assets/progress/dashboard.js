// <tiku-progress>: what the log comes to, what to do today, and the log's own keeping.

import { loadCatalog } from "../core/catalog.js";
import { make } from "../core/dom.js";
import { dayOf } from "../core/days.js";
import { store } from "../events/store.js";
import { coming, confidence, days, group, mastery, note, papers, weak } from "./sections.js";
import { drawnWithin } from "./charts.js";
import { corrections, history } from "./history.js";
import { cardOf, examDay, examPlan } from "../memory/daily-plan.js";
import { expectedMark, planForm } from "./plan.js";
import { isOfPlan, readPlan } from "../sets/reader-plan.js";
import { FittedMemory } from "./fitted-memory.js";
import { todaysPlan } from "./today.js";
import { words } from "./words.js";
import { recorder } from "../events/records.js";
import { words as setWords } from "../sets/words.js";

/** @import { Catalog } from "../core/types.js" */
/** @import { Keeping } from "./backup.js" */
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
  #form = make("div");
  #figures = make("div");
  #width = new ResizeObserver(() => drawnWithin(this.clientWidth) && this.#catalog && this.#soon());
  /** @type {Keeping | null} */
  #keeping = null;
  #fitted = new FittedMemory(() => this.#replan());
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
    this.#width.disconnect();
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type !== "set" && event.type !== "hashchange") this.#soon();
    else if (event.type === "hashchange") this.#keeping?.arrive();
    else if (isOfPlan(/** @type {CustomEvent<string>} */ (event).detail)) this.#hear();
  }

  async #build() {
    [this.#plan] = await Promise.all([readPlan(), this.#fitted.read()]);
    this.#showForm();
    drawnWithin(this.clientWidth);
    const today = make("section", {}, make("h2", {}, words.plan), this.#today, this.#form);
    this.replaceChildren(this.#unsaved, today, this.#figures);
    this.#draw();
    this.#width.observe(this);
    await this.#addKeeping();
  }

  /** What stands at the end keeps nobody waiting for what is above. */
  async #addKeeping() {
    const brought = await import("./backup.js").catch(() => null);
    if (!brought) return this.append(make("p", { class: "tiku-unsaved" }, setWords.failed));
    this.#keeping = new brought.Keeping(() => this.#hear());
    this.append(this.#keeping.element);
    await this.#keeping.arrive();
  }

  #showForm() {
    this.#form.replaceChildren(planForm(this.#catalog, this.#plan, () => this.#replan()));
  }

  /** Another tab has set the plan, and its form stands here too. */
  async #hear() {
    await this.#replan();
    if (!this.#form.contains(document.activeElement)) this.#showForm();
  }

  async #replan() {
    this.#plan = await readPlan();
    await this.#fitted.read();
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
    const focused = document.activeElement;
    const open = [...this.querySelectorAll("details[open]")].map((one) => /** @type {HTMLElement} */ (one).dataset.name);
    this.#unsaved.textContent = store.lasting ? "" : words.unsaved;
    this.#today.replaceChildren(...todaysPlan(view, this.#known, this.#plan, Date.now()));
    this.#figures.replaceChildren(...(view.events.length ? this.#drawn(view) : [note(words.nothing)]));
    for (const one of this.querySelectorAll("details")) one.open = open.includes(one.dataset.name);
    // What another tab does leaves the keyboard where it was.
    if (!focused?.isConnected) this.#twinOf(focused)?.focus({ preventScroll: true });
    this.toggleAttribute("data-drawn", true);
  }

  /** What was made in its place. @param {Element | null} gone @returns {HTMLElement | undefined} */
  #twinOf(gone) {
    const same = /** @type {HTMLElement[]} */ ([...this.querySelectorAll(gone?.localName ?? "none")]);
    return same.find(({ textContent }) => textContent === gone?.textContent);
  }

  /** @param {View} view */
  #drawn(view) {
    return [
      ...corrections(view, this.#known),
      group(words.groups.memory, weak(view), mastery(view), this.#fitted.show(view.studied)),
      group(words.groups.days, coming(view), days(view)),
      group(words.groups.exams, expectedMark(view, this.#plan), papers(view)),
      group(words.groups.log, confidence(view), history(view)),
    ];
  }

  /** @returns {View} */
  #view() {
    const today = dayOf(new Date());
    return {
      catalog: this.#catalog,
      target: this.#plan.target,
      studied: this.#catalog.questions.map((entry) => ({ entry, card: cardOf(entry, this.#known(entry).reviews) })),
      events: store.all(),
      today,
      horizon: examDay(this.#plan, today) ?? today + MONTH,
      practice: this.#practice,
    };
  }
}

customElements.define("tiku-progress", TikuProgress);
