// <tiku-exam>: papers of one exam – drawn, sat, handed in, looked at again, printed.

import { addressed } from "../core/address.js";
import { address, loadCatalog } from "../core/catalog.js";
import { button } from "../core/controls.js";
import { make } from "../core/dom.js";
import { newId, store } from "../events/store.js";
import { unsavedNotice } from "../events/unsaved.js";
import { keepDraft, keepSet } from "../sets/drafts.js";
import "../sets/player.js";
import { questionsOf } from "../sets/report.js";
import { showInstead } from "../sets/showing.js";
import { words as setWords } from "../sets/words.js";
import { Clock } from "./clock.js";
import { grading, isGraded } from "./grading.js";
import { handingIn, isToBeHandedIn } from "./handing-in.js";
import { eventsOf, markAgain, markAll } from "./marked.js";
import { drawPaper, forgetPaper, hasEnded, isComplete, isGivenUp, isHandedIn, openPapers, papersOf, pastPaper, topicsOf } from "./papers.js";
import { printPaper } from "./printing.js";
import { history as historyOf, report, rowsOf } from "./report.js";
import { total } from "./scoring.js";
import { nextSeed } from "./seeds.js";
import { words } from "./words.js";

/** @import { Catalog, Exam, PaperEvent, StudySet } from "../core/types.js" */
/** @import { Answered } from "../sets/answered.js" */
/** @import { TikuSet } from "../sets/player.js" */
/** @import { Part } from "../sets/report.js" */
/** @import { Marked } from "./marked.js" */
/** @import { Paper } from "./papers.js" */

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
  /** What was pressed last comes last, however slow the storage. @type {Promise<unknown>} */
  #way = Promise.resolve();

  async connectedCallback() {
    for (const name of ["changed", "set"]) store.addEventListener(name, this);
    if (!this.#intro.length) this.#intro = [...this.childNodes];
    let open;
    try {
      [this.#catalog] = await Promise.all([loadCatalog(({ exams }) => topicsOf(exams[this.#name])), store.ready()]);
      open = await openPapers(this.#name);
      if (!isComplete(this.#catalog, [...open, ...papersOf(this.#name)])) this.#catalog = await loadCatalog();
    } catch {
      this.replaceChildren(...this.#intro, make("p", { class: "tiku-unsaved" }, setWords.failed));
      return;
    }
    // A reader may have gone on before the log was read.
    if (!this.isConnected) return;
    if (this.#exam.adaptive) return this.#place();
    const [named, part] = addressed().split("/");
    const resumed = open.find(({ id }) => id === named);
    const past = papersOf(this.#name).find(({ set }) => set === named);
    if (resumed) await this.#sit(resumed);
    else if (past) await this.#look(past, /** @type {Part} */ (part));
    else this.#start(open);
  }

  async #place() {
    const { Placement } = await import("./placing.js");
    await new Placement(this, this.#catalog, this.#name, this.#intro).start();
  }

  disconnectedCallback() {
    for (const name of ["changed", "set"]) store.removeEventListener(name, this);
    this.#clock?.stop();
  }

  /** Another tab may have handed in the paper that this one shows, or given it up. @param {Event} [heard] */
  async handleEvent(heard) {
    const sitting = this.#sitting;
    if (!sitting) return;
    const isOver = isHandedIn(sitting.paper) || (await isGivenUp(sitting.paper, heard));
    if (isOver && this.#sitting === sitting) this.#leave();
  }

  get #name() {
    return this.dataset.exam ?? "";
  }

  /** @returns {Exam} */
  get #exam() {
    return this.#catalog.exams[this.#name];
  }

  /** What the page says of the exam, papers not handed in, and the ways to begin.
   * @param {Paper[]} open */
  #start(open) {
    const seed = new URLSearchParams(location.search).get("seed")?.slice(0, LONGEST_SEED);
    const shared = seed ? [button(words.sharedPaper({ seed }), () => this.#inTurn(() => this.#begin(seed)), "tiku-button")] : [];
    const fresh = button(words.newPaper, () => this.#inTurn(() => this.#begin()), seed ? "" : "tiku-button");
    const papers = open.map((paper) => make("p", { class: "tiku-open-set" }, `${words.unfinished({ seed: paper.paper })} `,
      button(setWords.resume, () => this.#inTurn(() => this.#sit(paper)), "tiku-button"), button(setWords.drop, () => this.#inTurn(() => this.#drop(paper)))));
    const past = historyOf(papersOf(this.#name), (paper) => this.#inTurn(() => this.#look(paper)));
    // Whoever came to begin need not scroll past the blueprint.
    this.replaceChildren(unsavedNotice(), ...papers, make("p", { class: "tiku-controls" }, ...shared, fresh), ...this.#intro, past);
  }

  async #restart() {
    this.#stop();
    history.replaceState(history.state, "", location.pathname);
    await this.#startAgain();
  }

  /** What was pressed is gone. */
  async #startAgain() {
    this.#start(await openPapers(this.#name));
    this.querySelector("button")?.focus();
  }

  #stop() {
    this.#clock?.stop();
    this.#sitting = null;
  }

  /** One paper, however often a button is pressed. @param {() => Promise<unknown>} way */
  #inTurn(way) {
    const next = async () => this.#sitting || way();
    this.#way = this.#way.then(next, next);
  }

  /** @param {string} [seed] */
  async #begin(seed) {
    const paper = drawPaper(this.#catalog, this.#name, seed ?? (await nextSeed(this.#name)));
    await keepSet(paper);
    await this.#sit(paper);
  }

  /** @param {Paper} paper */
  async #sit(paper) {
    history.replaceState(history.state, "", `?seed=${encodeURIComponent(paper.paper)}#${encodeURIComponent(paper.id)}`);
    const player = this.#player(paper);
    this.#clock = new Clock(paper.id, this.#exam.minutes * MINUTE, (paused) => (player.paused = paused));
    await this.#clock.start();
    if (!this.isConnected) return this.#clock.stop();
    this.#sitting = { paper, player };
    player.clock = this.#clock;
    player.ending = handingIn(() => this.#handIn(paper, player));
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
    player.querySelector(".tiku-set-steps")?.remove();
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
    await forgetPaper(paper);
    await this.#startAgain();
  }

  /** @type {(paper: Paper, player: TikuSet) => Promise<void>} */
  async #handIn(paper, player) {
    if (!(await isToBeHandedIn(this, paper, player))) return;
    if (!this.#sitting) return;
    if (await hasEnded(paper)) return this.#leave();
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
    showInstead(this, shown);
  }

  /** @type {(paper: Paper, answered: Answered[], spent?: number) => Promise<void>} */
  async #mark(paper, answered, spent = this.#clock?.spent ?? 0) {
    this.#stop();
    const scored = markAll(this.#catalog, paper, answered);
    const result = total(this.#exam, scored);
    await store.add(...eventsOf(paper, scored, result, spent));
    await forgetPaper(paper);
    this.#result(paper, result, spent, scored);
  }

  /** @type {(paper: Paper, result: ReturnType<typeof total>, spent: number, scored: Marked[]) => void} */
  #result(paper, result, spent, scored) {
    history.replaceState(history.state, "", `${location.pathname}#${encodeURIComponent(paper.id)}`);
    const graded = scored.filter(isGraded);
    const shown = report({ catalog: this.#catalog, exam: this.#exam, paper, result, spent, marked: scored, papers: papersOf(this.#name), graded }, {
      review: (part, at) => this.#review(paper, scored, part, at),
      retry: (questions) => this.#retry(questions),
      again: { text: words.toExam, act: () => this.#restart() },
    });
    showInstead(this, shown);
  }

  /** A paper that was handed in before: its points stay as they were then. @type {(event: PaperEvent, part?: Part) => Promise<void>} */
  async #look(event, part) {
    const paper = pastPaper(this.#name, event);
    const marked = await markAgain(this.#catalog, paper).catch(() => null);
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
    const back = () => this.#look(/** @type {PaperEvent} */ (papersOf(this.#name).find(({ set }) => set === paper.id)));
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

customElements.define("tiku-exam", TikuExam);
