// <tiku-exam>: papers of one exam – drawn, sat, handed in, looked at again, printed.

import { address, loadCatalog } from "../core/catalog.js";
import { confirmed } from "../core/confirm.js";
import { make } from "../core/dom.js";
import { lotOf } from "../core/random.js";
import { newId, store } from "../events/store.js";
import "../sets/player.js";
import { button } from "../core/controls.js";
import { forget, keepSet, openSets } from "../sets/drafts.js";
import { markOf } from "../sets/bookmarks.js";
import { waysOn } from "../sets/results.js";
import { studyWords as words } from "../sets/words.js";
import { Clock } from "./clock.js";
import { draw } from "./draw.js";
import { nextSeed } from "./seeds.js";
import { printable } from "./printing.js";
import { history as historyOf, report } from "./report.js";
import { score, total } from "./scoring.js";

/** @import { Catalog, Exam, PaperEvent, StudySet } from "../core/types.js" */
/** @import { TikuQuestion } from "../question/question.js" */
/** @import { TikuSet } from "../sets/player.js" */

/** @typedef {StudySet & {exam: string, paper: string, sections: number[]}} Paper */

const MINUTE = 60000;

class TikuExam extends HTMLElement {
  /** @type {Catalog} */
  #catalog = /** @type {any} */ (null);
  /** @type {Node[]} what the page says of the exam */
  #intro = [];
  /** @type {Clock | null} */
  #clock = null;

  async connectedCallback() {
    try {
      [this.#catalog] = await Promise.all([loadCatalog(), store.ready()]);
    } catch {
      this.prepend(make("p", { class: "tiku-unsaved" }, words.failed));
      return;
    }
    if (!this.#intro.length) this.#intro = [...this.childNodes];
    const open = await this.#open();
    const resumed = open.find(({ id }) => id === decodeURIComponent(location.hash.slice(1)));
    if (resumed) await this.#sit(this.#asked(resumed));
    else this.#start(open);
  }

  disconnectedCallback() {
    this.#clock?.stop();
  }

  get #name() {
    return this.dataset.exam ?? "";
  }

  /** @returns {Exam} */
  get #exam() {
    return this.#catalog.exams[this.#name];
  }

  /** @returns {Promise<Paper[]>} */
  async #open() {
    return (await openSets()).filter(({ exam }) => exam === this.#name);
  }

  /** What the page says of the exam, papers not handed in, and the ways to begin.
   * @param {Paper[]} open */
  #start(open) {
    const seed = new URLSearchParams(location.search).get("seed");
    const shared = seed ? [button(`${words.sharedPaper}（${words.paperNumber(seed)}）`, () => this.#begin(seed), "tiku-button")] : [];
    const fresh = button(words.newPaper, async () => this.#begin(await nextSeed(this.#name)), seed ? "" : "tiku-button");
    const papers = open.map((paper) => make("p", { class: "tiku-open-set" }, `${words.unfinished}（${words.paperNumber(paper.paper)}） `,
      button(words.resume, () => this.#sit(this.#asked(paper)), "tiku-button"), button(words.drop, () => this.#drop(paper))));
    const past = historyOf(this.#papers(), (paper) => this.#look(paper));
    this.replaceChildren(...this.#intro, ...papers, make("p", { class: "tiku-controls" }, ...shared, fresh), past);
  }

  async #restart() {
    this.#clock?.stop();
    history.replaceState(history.state, "", location.pathname);
    this.#start(await this.#open());
  }

  #papers() {
    return /** @type {PaperEvent[]} */ (store.eventsOf(`exam:${this.#name}`).filter(({ kind }) => kind === "paper"));
  }

  /** @param {string} seed */
  async #begin(seed) {
    const drawn = draw(this.#catalog, this.#exam, seed);
    const questions = drawn.flatMap(({ questions, section }) => questions.map(({ id }) => ({ id, section })));
    /** @type {Paper} */
    const paper = {
      id: newId(), mode: "exam", exam: this.#name, paper: seed, questions: questions.map(({ id }) => id),
      sections: questions.map(({ section }) => section), feedback: "end", shuffle: true, confidence: false,
      seed: lotOf(seed), at: new Date().toISOString(),
    };
    await keepSet(paper);
    await this.#sit(paper);
  }

  /** @param {Paper} paper */
  async #sit(paper) {
    history.replaceState(history.state, "", `?seed=${encodeURIComponent(paper.paper)}#${paper.id}`);
    this.#clock = new Clock(paper.id, this.#exam.minutes * MINUTE);
    await this.#clock.start();
    const player = this.#player(paper);
    this.replaceChildren(
      make("div", { class: "tiku-paper-bar" }, make("p", {}, words.paperNumber(paper.paper)), this.#clock.element),
      player,
      make("p", { class: "tiku-controls" },
        button(words.handIn, () => this.#handIn(paper, player), "tiku-button"),
        button(words.printPaper, () => this.#print(paper))),
      make("p", { class: "tiku-note-small" }, words.share));
  }

  /**
   * The paper without what was taken out of the bank since it was drawn.
   * @param {Paper} paper
   * @returns {Paper}
   */
  #asked(paper) {
    const known = new Set(this.#catalog.questions.map(({ id }) => id));
    const kept = [...paper.questions.keys()].filter((index) => known.has(paper.questions[index]));
    return { ...paper, questions: kept.map((index) => paper.questions[index]), sections: kept.map((index) => paper.sections[index]) };
  }

  /** @param {Paper} paper */
  #player(paper, review = false) {
    const player = /** @type {TikuSet} */ (document.createElement("tiku-set"));
    const headings = paper.sections.map((index) => this.#exam.sections[index]?.title ?? "");
    return Object.assign(player, { catalog: this.#catalog, set: paper, review, headings });
  }

  /** @param {Paper} paper */
  async #drop(paper) {
    await Promise.all([forget(paper.id), new Clock(paper.id, 0).forget()]);
    this.#start(await this.#open());
  }

  /** @type {(paper: Paper, player: TikuSet) => Promise<void>} */
  async #handIn(paper, player) {
    const flagged = paper.questions.filter((id) => markOf(id, "flag", paper.id)).length;
    const warning = words.handInBlanks(player.blanks, flagged);
    if (!(await confirmed(this, words.handIn, warning, { yes: words.handIn, no: words.stay }))) return;
    const answered = await player.answered();
    const scored = answered.map(({ entry, response, key }, index) => {
      const section = paper.sections[index];
      const { points, scoring } = this.#exam.sections[section];
      const profile = this.#catalog.scoring[scoring];
      return { id: entry.id, topic: entry.topic, section, response, entry,
        score: score(profile, points, { kind: entry.kind, key }, response) };
    });
    const result = total(this.#exam, scored);
    const spent = this.#clock?.spent ?? 0;
    await store.add(
      ...scored.filter(({ score }) => score.outcome !== "blank").map(({ entry, response, score }) => ({
        kind: /** @type {const} */ ("answer"), question: entry.id, revision: entry.revision, response,
        right: score.outcome === "right", mode: "exam", set: paper.id,
      })),
      { kind: "paper", question: `exam:${this.#name}`, set: paper.id, seed: paper.paper, questions: paper.questions,
        sections: paper.sections, got: result.got, of: result.of, passed: result.passed, spent,
        topics: Object.fromEntries(Object.entries(result.topics).map(([id, { got, of }]) => [id, /** @type {[number, number]} */ ([got, of])])) });
    await Promise.all([forget(paper.id), this.#clock?.forget()]);
    this.#result(paper, result, spent, scored);
  }

  /** @type {(paper: Paper, result: ReturnType<typeof total>, spent: number, scored: {id: string, score: {outcome: string}}[]) => void} */
  #result(paper, result, spent, scored) {
    history.replaceState(history.state, "", location.pathname);
    const ids = (/** @type {string[]} */ outcomes) => scored.filter(({ score }) => outcomes.includes(score.outcome)).map(({ id }) => id);
    const shown = report(this.#catalog, this.#exam, result, spent, paper.paper);
    shown.append(waysOn(paper, ids(["wrong", "partial"]), ids(["right"]), {
      review: (questions) => this.#review(paper, questions),
      retry: (questions) => this.#retry(questions),
      again: () => this.#restart(),
    }));
    this.replaceChildren(shown);
    shown.focus();
  }

  /** A paper that was handed in before. @param {PaperEvent} event */
  #look(event) {
    const paper = this.#asked({ ...pastPaper(event), exam: this.#name });
    this.#review(paper, paper.questions);
  }

  /** @type {(paper: Paper, questions: string[]) => void} */
  #review(paper, questions) {
    const sections = questions.map((id) => paper.sections[paper.questions.indexOf(id)]);
    const player = this.#player({ ...paper, questions, sections }, true);
    this.replaceChildren(button(words.again, () => this.#restart()), player,
      make("p", { class: "tiku-controls" }, button(words.printPaper, () => this.#print(paper))));
  }

  /** @param {string[]} questions */
  async #retry(questions) {
    /** @type {StudySet} */
    const set = { id: newId(), mode: "mistakes", questions, feedback: "once", shuffle: true, confidence: false,
      seed: Date.now() % 2 ** 32, at: new Date().toISOString() };
    await keepSet(set);
    location.assign(`${address(this.#catalog.practice)}#${set.id}`);
  }

  /** @param {Paper} paper */
  async #print(paper) {
    const shown = [...this.childNodes];
    this.replaceChildren(await printable(this.#catalog, this.#exam, paper));
    for (const question of /** @type {Iterable<TikuQuestion>} */ (this.querySelectorAll("tiku-question"))) {
      question.shuffle(lotOf(`${paper.seed}${question.id}`));
    }
    window.addEventListener("afterprint", () => this.replaceChildren(...shown), { once: true });
    window.print();
  }
}

/** @type {(event: PaperEvent) => Omit<Paper, "exam">} */
const pastPaper = ({ set, seed, questions, sections, at }) => ({
  id: set, mode: "exam", paper: seed, questions, sections, feedback: "end", shuffle: true, confidence: false,
  seed: lotOf(seed), at,
});

customElements.define("tiku-exam", TikuExam);
