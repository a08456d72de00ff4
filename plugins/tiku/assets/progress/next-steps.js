// What to do next, for who has been here: go on, today's questions, what is due, the weakest topic.

import { address, loadCatalog } from "../core/catalog.js";
import { dayOf } from "../core/days.js";
import { make } from "../core/dom.js";
import { own } from "../core/own.js";
import { recorder } from "../events/records.js";
import { store } from "../events/store.js";
import { cardOf, examDay, planDay, planReviews, waiting } from "../memory/daily-plan.js";
import { openSets, placeIn, touched } from "../sets/drafts.js";
import { readPlan } from "../sets/reader-plan.js";
import { candidates } from "../sets/selection.js";
import { words } from "./home-words.js";
import { practiceAddress } from "./links.js";
import { worthOf } from "./worth.js";
import { masteryByTopic, pace, weakest } from "./statistics.js";

/** @import { Catalog } from "../core/types.js" */
/** @import { ExamPlan } from "../memory/daily-plan.js" */

/** @typedef {{title: string, told: string, more?: string, href: string}} Step */

const A_FEW = "10";

export class NextSteps {
  #element;
  /** @type {Catalog} */
  #catalog = /** @type {any} */ (null);
  #known = recorder((question) => store.eventsOf(question));

  /** @param {HTMLElement} element that shows them */
  constructor(element) {
    this.#element = element;
  }

  async begin() {
    const styled = styles();
    [this.#catalog] = await Promise.all([loadCatalog(), store.ready(), styled]);
    if (!this.#element.isConnected) return;
    for (const type of ["changed", "set"]) store.addEventListener(type, this);
    await this.handleEvent();
    const { renewKept } = await import("../offline/renewal.js");
    await renewKept();
  }

  end() {
    for (const type of ["changed", "set"]) store.removeEventListener(type, this);
  }

  async handleEvent() {
    const plan = await readPlan();
    const open = await this.#open();
    const steps = store.all().length ? [...this.#today(plan), ...this.#weak()] : [];
    const shown = [...open, ...steps].map(({ title, told, more, href }) => make("a", { href, class: "tiku-step-on" },
      make("b", {}, title), make("span", {}, told), ...(more ? [make("i", {}, more)] : [])));
    const made = shown.length ? [make("nav", { class: "tiku-steps-on", "aria-label": words.label }, ...shown)] : [];
    // What another tab does at every answer takes no link from under a finger.
    if (!made[0]?.isEqualNode(this.#element.firstChild)) this.#element.replaceChildren(...made);
  }

  get #practice() {
    return address(this.#catalog.practice);
  }

  /** The newest set that was begun and not finished. @returns {Promise<Step[]>} */
  async #open() {
    const isHandedIn = (/** @type {any} */ { id, exam }) => store.eventsOf(`exam:${exam}`).some(({ kind, ...event }) => kind === "paper" && "set" in event && event.set === id);
    const counted = await Promise.all((await openSets()).filter((set) => !isHandedIn(set)).map(touched));
    const newest = counted.find(({ answered }) => answered);
    if (!newest) return [];
    const { set, answered } = newest;
    const exam = own(this.#catalog.exams, set.exam ?? "");
    const place = { at: (await placeIn(set.id)) + 1, of: set.questions.length, answered };
    const page = exam ? address(exam.page) : this.#practice;
    return [{ title: words.goOn, told: words.where({ title: exam?.title ?? words.practice, ...place }), href: `${page}#${encodeURIComponent(set.id)}` }];
  }

  /** @param {ExamPlan} plan @returns {Step[]} */
  #today(plan) {
    const [now, today] = [Date.now(), dayOf(new Date())];
    const offered = candidates(this.#catalog.questions, this.#known, "daily", {});
    const worth = worthOf(this.#catalog, plan);
    const left = waiting("daily", planDay(offered, this.#known, now, plan, worth), offered, this.#known, today, plan);
    const due = waiting("due", planReviews(offered, this.#known, now, plan, worth), offered, this.#known, today, plan).length;
    const fresh = left.filter((entry) => !this.#known(entry).reviews.length).length;
    const minutes = Math.max(1, Math.ceil((left.length * pace(store.all())) / 60));
    const exam = examDay(plan, today);
    const more = (exam === null ? "" : words.daysLeft({ days: exam - today })) + words.minutes({ minutes });
    const to = (/** @type {Record<string, string>} */ wish) => practiceAddress(this.#practice, wish);
    return [
      left.length
        ? { title: words.today, told: words.left({ all: left.length, fresh, old: left.length - fresh }), more, href: to({ begin: "daily" }) }
        : { title: words.today, told: words.done, more: words.oneMore, href: to({ begin: "order", count: A_FEW }) },
      ...(due ? [{ title: words.due, told: words.dueNow({ number: due }), more: words.reviewNow, href: to({ begin: "due" }) }] : []),
    ];
  }

  /** @returns {Step[]} */
  #weak() {
    const today = dayOf(new Date());
    const studied = this.#catalog.questions.map((entry) => ({ entry, card: cardOf(entry, this.#known(entry).reviews) }));
    return weakest(masteryByTopic(studied, today + 1), 1).map(({ topic, met, recalled }) => ({
      title: words.weak, told: this.#catalog.topics[topic].title, more: words.recalled({ met, recalled: Math.round(recalled) }),
      href: practiceAddress(this.#practice, { begin: "random", topic, count: A_FEW }),
    }));
  }
}

/** The look of it, which nobody else needs; without it things are as useful. */
const styles = () => new Promise((resolve) => {
  const link = make("link", { rel: "stylesheet", href: new URL("home.css", import.meta.url).href });
  link.onload = link.onerror = resolve;
  document.head.append(link);
});
