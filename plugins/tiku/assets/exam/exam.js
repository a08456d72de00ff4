// <tiku-exam>: papers of one exam – drawn, sat, handed in, looked at again, printed.

import { addressed } from "../core/address.js";
import { address, bring, loadCatalog } from "../core/catalog.js";
import { confirmed } from "../core/confirm.js";
import { make } from "../core/dom.js";
import { lotOf } from "../core/random.js";
import { latest } from "../events/events.js";
import { newId, store } from "../events/store.js";
import { unsavedNotice } from "../events/unsaved.js";
import "../sets/player.js";
import { button } from "../core/controls.js";
import { forget, isOpen, keepDraft, keepSet, openSets } from "../sets/drafts.js";
import { bookmarkOf } from "../sets/bookmarks.js";
import { questionsOf } from "../sets/report.js";
import { words as setWords } from "../sets/words.js";
import { words } from "./words.js";
import { Clock } from "./clock.js";
import { draw } from "./draw.js";
import { grading, isGraded } from "./grading.js";
import { nextSeed } from "./seeds.js";
import { printPaper } from "./printing.js";
import { history as historyOf, report, rowsOf } from "./report.js";
import { score, total } from "./scoring.js";

/** @import { AnswerEvent, Catalog, Entry, Exam, Happening, PaperEvent, StudySet } from "../core/types.js" */
/** @import { Scored } from "./scoring.js" */
/** @import { Part } from "../sets/report.js" */
/** @import { Answered } from "../sets/answered.js" */
/** @import { TikuSet } from "../sets/player.js" */

/** @typedef {StudySet & {exam: string, paper: string, sections: number[]}} Paper */

/** @typedef {Scored & {entry: Entry, response: string[]}} Marked */

const MINUTE = 60000;
const LONGEST_SEED = 64;

class TikuExam extends HTMLElement {
  /** @type {Catalog} */
  #catalog = /** @type {any} */ (null);
  /** @type {Node[]} what the page says of the exam */
  #intro = [];
  /** @type {Clock | null} */
  #clock = null;
  /** @type {{paper: Paper, player: TikuSet} | null} what is being worked on */
  #sitting = null;

  async connectedCallback() {
    store.addEventListener("changed", this);
    if (!this.#intro.length) this.#intro = [...this.childNodes];
    try {
      [this.#catalog] = await Promise.all([loadCatalog(), store.ready()]);
    } catch {
      this.replaceChildren(...this.#intro, make("p", { class: "tiku-unsaved" }, setWords.failed));
      return;
    }
    if (this.#exam.adaptive) return this.#place();
    const open = await this.#open();
    const [named, part] = addressed().split("/");
    const resumed = open.find(({ id }) => id === named);
    const past = this.#papers().find(({ set }) => set === named);
    if (resumed) await this.#sit(resumed);
    else if (past) await this.#look(past, /** @type {Part} */ (part));
    else this.#start(open);
  }

  async #place() {
    const { Placement } = await import("./placing.js");
    await new Placement(this, this.#catalog, this.#name, this.#intro).start();
  }

  disconnectedCallback() {
    store.removeEventListener("changed", this);
    this.#clock?.stop();
  }

  /** Another tab may have handed in the paper that this one shows. */
  handleEvent() {
    if (this.#sitting && this.#isHandedIn(this.#sitting.paper.id)) this.#leave();
  }

  get #name() {
    return this.dataset.exam ?? "";
  }

  /** @returns {Exam} */
  get #exam() {
    return this.#catalog.exams[this.#name];
  }

  /** What was handed in just before a crash is open no more. @returns {Promise<Paper[]>} */
  async #open() {
    const papers = (await openSets()).filter(({ exam }) => exam === this.#name);
    const done = papers.filter(({ id }) => this.#isHandedIn(id));
    await Promise.all(done.map((paper) => this.#forget(paper)));
    return papers.filter((paper) => !done.includes(paper));
  }

  /** What the page says of the exam, papers not handed in, and the ways to begin.
   * @param {Paper[]} open */
  #start(open) {
    const seed = new URLSearchParams(location.search).get("seed")?.slice(0, LONGEST_SEED);
    const shared = seed ? [button(words.sharedPaper({ seed }), () => this.#begin(seed), "tiku-button")] : [];
    const fresh = button(words.newPaper, async () => this.#begin(await nextSeed(this.#name)), seed ? "" : "tiku-button");
    const papers = open.map((paper) => make("p", { class: "tiku-open-set" }, `${words.unfinished({ seed: paper.paper })} `,
      button(setWords.resume, () => this.#sit(paper), "tiku-button"), button(setWords.drop, () => this.#drop(paper))));
    const past = historyOf(this.#papers(), (paper) => this.#look(paper));
    // Whoever came to begin need not scroll past the blueprint.
    this.replaceChildren(unsavedNotice(), ...papers, make("p", { class: "tiku-controls" }, ...shared, fresh), ...this.#intro, past);
  }

  async #restart() {
    this.#stop();
    history.replaceState(history.state, "", location.pathname);
    this.#start(await this.#open());
  }

  #stop() {
    this.#clock?.stop();
    this.#sitting = null;
  }

  #papers() {
    return /** @type {PaperEvent[]} */ (store.eventsOf(`exam:${this.#name}`).filter(({ kind }) => kind === "paper"));
  }

  /** @param {string} paper */
  #isHandedIn(paper) {
    return this.#papers().some(({ set }) => set === paper);
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
    history.replaceState(history.state, "", `?seed=${encodeURIComponent(paper.paper)}#${encodeURIComponent(paper.id)}`);
    const player = this.#player(paper);
    this.#clock = new Clock(paper.id, this.#exam.minutes * MINUTE, (paused) => (player.paused = paused));
    await this.#clock.start();
    this.#sitting = { paper, player };
    player.clock = this.#clock;
    player.ending = { text: words.handIn, title: words.handIn, last: words.toHandIn, act: () => this.#handIn(paper, player) };
    this.replaceChildren(
      make("div", { class: "tiku-paper-bar" }, make("p", {}, words.paperNumber({ seed: paper.paper })), this.#clock.element),
      player,
      make("p", { class: "tiku-controls" }, button(words.printPaper, () => this.#print(paper, player))),
      make("p", { class: "tiku-note-small" }, words.share));
    this.handleEvent();
  }

  /** The paper was handed in or given up in another tab: it stays as it is, and is not handed in again. */
  #leave() {
    const { player } = /** @type {{player: TikuSet}} */ (this.#sitting);
    this.#stop();
    player.inert = true;
    player.toggleAttribute("data-ended", true);
    player.paused = false;
    for (const other of [...this.children]) if (other !== player) other.remove();
    player.before(make("p", { class: "tiku-notice", role: "status" }, words.elsewhere),
      make("p", { class: "tiku-controls" }, button(words.toResult, () => this.#restart(), "tiku-button")));
  }

  /** @param {Paper} paper */
  #player(paper, review = false) {
    const player = /** @type {TikuSet} */ (document.createElement("tiku-set"));
    const headings = new Map(paper.questions.map((id, index) => [id, this.#exam.sections[paper.sections[index]]?.title ?? ""]));
    return Object.assign(player, { catalog: this.#catalog, set: paper, review, headings });
  }

  /** @param {Paper} paper */
  async #drop(paper) {
    await this.#forget(paper);
    this.#start(await this.#open());
  }

  /** @param {Paper} paper */
  #forget(paper) {
    return Promise.all([forget(paper.id), new Clock(paper.id, 0).forget()]);
  }

  /** @type {(paper: Paper, player: TikuSet) => Promise<void>} */
  async #handIn(paper, player) {
    const flagged = paper.questions.filter((id) => bookmarkOf(id, "flag", paper.id)).length;
    const warning = player.lacking(words.allAnswered) + (flagged ? words.flaggedLeft({ number: flagged }) : "") + words.final;
    if (!(await confirmed(this, words.handIn, warning, { yes: words.handIn, no: setWords.stay }))) return;
    if (!this.#sitting) return;
    if (this.#isHandedIn(paper.id) || !(await isOpen(paper.id))) return this.#leave();
    const answered = await player.answered().catch(() => null);
    if (!answered) return player.tellUnreachable(() => this.#handIn(paper, player));
    if (answered.some(isGraded)) await this.#grade(paper, answered);
    else await this.#mark(paper, answered);
  }

  /** The clock stops; until the points are counted the paper stays open.
   * @type {(paper: Paper, answered: Answered[]) => Promise<void>} */
  async #grade(paper, answered) {
    const spent = this.#clock?.spent ?? 0;
    const shown = await grading(this.#catalog, answered,
      ({ entry, response }) => keepDraft(paper.id, entry.id, { response }), () => this.#mark(paper, answered, spent));
    this.#stop();
    this.replaceChildren(shown);
    shown.focus();
  }

  /** @type {(paper: Paper, answered: Answered[], spent?: number) => Promise<void>} */
  async #mark(paper, answered, spent = this.#clock?.spent ?? 0) {
    this.#stop();
    const scored = answered.flatMap((one) => this.#scored(paper, one));
    const result = total(this.#exam, scored);
    await store.add(...scored.filter(({ score }) => score.outcome !== "blank").map((one) => answerEvent(paper, one)),
      paperEvent(this.#name, paper, scored, result, spent));
    await this.#forget(paper);
    this.#result(paper, result, spent, scored);
  }

  /** A paper that was handed in, marked by what is the key now. @param {Paper} paper */
  async #marked(paper) {
    const byId = new Map(this.#catalog.questions.map((entry) => [entry.id, entry]));
    const entries = paper.questions.flatMap((id) => byId.get(id) ?? []);
    const marked = await Promise.all(entries.map(async (entry) => {
      const key = (await bring(this.#catalog, entry))?.question.dataset.key;
      return key === undefined ? [] : this.#scored(paper, { entry, key, response: responseIn(paper.id, entry) });
    }));
    return marked.flat();
  }

  /** Nothing for a section that the exam no longer has. @type {(paper: Paper, answered: Answered) => Marked[]} */
  #scored(paper, { entry, response, key }) {
    const section = paper.sections[paper.questions.indexOf(entry.id)];
    const asked = this.#exam.sections[section];
    if (!asked) return [];
    const profile = this.#catalog.scoring[asked.scoring];
    const scored = score(profile, asked.points, { kind: entry.kind, key }, response);
    return [{ id: entry.id, topic: entry.topic, section, response, entry, score: scored }];
  }

  /** @type {(paper: Paper, result: ReturnType<typeof total>, spent: number, scored: Marked[]) => void} */
  #result(paper, result, spent, scored) {
    history.replaceState(history.state, "", `${location.pathname}#${encodeURIComponent(paper.id)}`);
    const graded = scored.filter(isGraded);
    const shown = report({ catalog: this.#catalog, exam: this.#exam, paper, result, spent, marked: scored, papers: this.#papers(), graded }, {
      review: (part, at) => this.#review(paper, scored, part, at),
      retry: (questions) => this.#retry(questions),
      again: { text: words.toExam, act: () => this.#restart() },
    });
    this.replaceChildren(shown);
    shown.focus();
  }

  /** A paper that was handed in before: its points stay as they were then. @type {(event: PaperEvent, part?: Part) => Promise<void>} */
  async #look(event, part) {
    const paper = { ...pastPaper(event), exam: this.#name };
    const marked = await this.#marked(paper).catch(() => null);
    if (!marked) return this.replaceChildren(...this.#intro, make("p", { class: "tiku-unsaved" }, setWords.failed));
    if (part) return this.#review(paper, marked, part);
    const { got, of, passed, spent } = event;
    this.#result(paper, { ...total(this.#exam, marked), got, of, passed }, spent, marked);
  }

  /** @type {(paper: Paper, marked: Marked[], part: Part, from?: number) => void} */
  #review(paper, marked, part, from = 0) {
    history.replaceState(history.state, "", `${location.pathname}#${encodeURIComponent(paper.id)}/${part}`);
    const questions = questionsOf(paper, rowsOf(marked), part);
    const sections = questions.map((id) => paper.sections[paper.questions.indexOf(id)]);
    const player = Object.assign(this.#player({ ...paper, questions, sections }, true), { from });
    const back = () => this.#look(/** @type {PaperEvent} */ (this.#papers().find(({ set }) => set === paper.id)));
    player.ending = { text: words.finishShort, title: words.endReview, last: words.backToResult, act: back };
    this.replaceChildren(player, make("p", { class: "tiku-controls" }, button(words.printPaper, () => this.#print(paper, player))));
  }

  /** @param {string[]} questions */
  async #retry(questions) {
    /** @type {StudySet} */
    const set = { id: newId(), mode: "mistakes", questions, feedback: "once", shuffle: true, confidence: false,
      seed: Date.now() % 2 ** 32, at: new Date().toISOString() };
    await keepSet(set);
    location.assign(`${address(this.#catalog.practice)}#${set.id}`);
  }

  /** @type {(paper: Paper, player: TikuSet) => Promise<void>} */
  #print(paper, player) {
    return printPaper(this, this.#catalog, this.#exam, paper)
      .catch(() => player.tellUnreachable(() => this.#print(paper, player)));
  }
}

/** Each answer has an id that its paper gives: it is the same answer in whatever tab it is handed in.
 * @type {(paper: Paper, marked: Marked) => Happening} */
const answerEvent = (paper, { entry, response, score }) => ({
  id: `${paper.id}/${entry.id}`, kind: "answer", question: entry.id, revision: entry.revision, response,
  right: score.outcome === "right", mode: "exam", set: paper.id,
});

/** @type {(exam: string, paper: Paper, marked: Marked[], result: ReturnType<typeof total>, spent: number) => Happening} */
const paperEvent = (exam, paper, marked, { got, of, passed, topics }, spent) => ({
  id: `paper:${paper.id}`, kind: "paper", question: `exam:${exam}`, set: paper.id, seed: paper.paper,
  questions: marked.map(({ id }) => id), sections: marked.map(({ section }) => section), got, of, passed, spent,
  topics: Object.fromEntries(Object.entries(topics).map(([id, { got, of }]) => [id, /** @type {[number, number]} */ ([got, of])])),
});

/** What a question was answered with in a paper. @type {(paper: string, entry: Entry) => string[]} */
function responseIn(paper, { id }) {
  const answers = store.eventsOf(id).filter((event) => event.kind === "answer" && event.set === paper);
  return /** @type {AnswerEvent | undefined} */ (latest(answers))?.response ?? [];
}

/** @type {(event: PaperEvent) => Omit<Paper, "exam">} */
const pastPaper = ({ set, seed, questions, sections, at }) => ({
  id: set, mode: "exam", paper: seed, questions, sections, feedback: "end", shuffle: true, confidence: false,
  seed: lotOf(seed), at,
});

customElements.define("tiku-exam", TikuExam);
