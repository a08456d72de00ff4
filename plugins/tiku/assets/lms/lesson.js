// <tiku-lesson>: a set or a paper that a learning platform runs and keeps the records of.
//
// Whoever comes back finds the answers, the question and the time as they were left. Nothing is
// marked before it is handed in; after that it is shown with its answers, and not taken again:
// another attempt is the platform's to give.

import { bring, loadCatalog } from "../core/catalog.js";
import { button } from "../core/controls.js";
import { make } from "../core/dom.js";
import { lotOf } from "../core/random.js";
import { newId, store } from "../events/store.js";
import { Clock } from "../exam/clock.js";
import { handingIn, isToBeHandedIn } from "../exam/handing-in.js";
import { report, rowsOf } from "../exam/report.js";
import { score, total } from "../exam/scoring.js";
import { words as examWords } from "../exam/words.js";
import { mark } from "../question/marking.js";
import { keepDraft, keepPlace } from "../sets/drafts.js";
import "../sets/player.js";
import { waysOn } from "../sets/report.js";
import { words as setWords } from "../sets/words.js";
import { loadLesson, PAPER } from "./loading.js";
import { pack, unpack } from "./standing.js";
import { words } from "./words.js";

/** @import { Catalog, StudySet } from "../core/types.js" */
/** @import { Scored } from "../exam/scoring.js" */
/** @import { Answered } from "../sets/answered.js" */
/** @import { TikuSet } from "../sets/player.js" */
/** @import { Answer, Lesson, Outcome, Platform, Standing } from "./types.js" */

/** @typedef {Scored & Answered} Marked */

/** @type {Record<string, () => Promise<{connect: (lesson: Lesson) => Promise<Platform | null>}>>} */
const PLATFORMS = {
  scorm12: () => import("./scorm12.js"),
  scorm2004: () => import("./scorm2004.js"),
  cmi5: () => import("./cmi5.js"),
};
const MINUTE = 60000;
// Milliseconds after which what was done is given to the platform.
const SOON = 300;

class TikuLesson extends HTMLElement {
  #catalog = /** @type {Catalog} */ (/** @type {any} */ (null));
  #lesson = /** @type {Lesson} */ (/** @type {any} */ (null));
  /** @type {Platform | null} */
  #platform = null;
  #standing = fresh();
  #set = /** @type {StudySet} */ (/** @type {any} */ (null));
  /** @type {TikuSet | null} */
  #player = null;
  /** @type {Clock | null} */
  #clock = null;
  #notice = make("p", { class: "tiku-notice", role: "status" });
  /** What is to be known from the start. */
  #opening = make("p", { class: "tiku-notice", role: "status" });
  #keeping = 0;

  async connectedCallback() {
    try {
      [this.#catalog, this.#lesson] = await Promise.all([loadCatalog(), loadLesson()]);
      this.#platform = await (await PLATFORMS[this.dataset.platform ?? ""]()).connect(this.#lesson);
    } catch {
      return this.replaceChildren(make("p", { class: "tiku-unsaved" }, setWords.failed));
    }
    this.#takeUp();
    await this.#restore();
    for (const type of ["tiku-drafted", "click", "keydown"]) this.addEventListener(type, this);
    window.addEventListener("pagehide", this);
    if (this.#standing.isDone) await this.#mark(await this.#answers());
    else if (this.#platform?.isReview) this.#review(this.#set.questions);
    else await this.#sit();
  }

  /** @param {Event} event */
  handleEvent({ type, target }) {
    if (type === "pagehide") return this.#leave();
    if (type === "tiku-drafted") this.#noteDown(/** @type {any} */ (target));
    if (this.#player && !this.#standing.isDone) this.#keepSoon();
  }

  get #exam() {
    const exam = this.#catalog.exams[PAPER];
    const of = this.#lesson.sections.reduce((sum, at) => sum + exam.sections[at].points, 0);
    return typeof this.#platform?.mark === "number" ? { ...exam, pass: this.#platform.mark * of } : exam;
  }

  get #hasMark() {
    return this.#lesson.isJudged || typeof this.#platform?.mark === "number";
  }

  /** What the platform kept; of other questions it is told and left. */
  #takeUp() {
    const kept = this.#platform?.kept ?? "";
    const standing = kept ? unpack(this.#lesson, kept) : null;
    if (kept && !standing) this.#opening.textContent = words.changed;
    if (!this.#platform) this.#opening.textContent = words.alone;
    const seed = crypto.getRandomValues(new Uint32Array(1))[0];
    this.#standing = standing ?? { ...fresh(), seed: this.#lesson.order ? lotOf(this.#lesson.order) : seed };
  }

  /** A set of its own at every visit: two windows do not write into one another. */
  async #restore() {
    const { questions } = this.#lesson;
    const ids = questions.map(({ id }) => id);
    this.#set = { id: newId(), mode: "exam", questions: ids, feedback: "end", shuffle: true, confidence: false,
      seed: this.#standing.seed, at: new Date().toISOString() };
    await store.ready();
    await Promise.all([...this.#standing.responses].map(([id, response]) => this.#restoreOne(id, response)));
    await keepPlace(this.#set.id, this.#standing.place);
  }

  /** @type {(id: string, response: string[]) => Promise<void>} */
  async #restoreOne(id, response) {
    const entry = /** @type {Catalog["questions"][number]} */ (this.#catalog.questions.find((one) => one.id === id));
    const key = (await bring(this.#catalog, entry))?.question.dataset.key ?? "";
    const { unreadable = false } = mark(entry.kind, key, response);
    await keepDraft(this.#set.id, id, { response, ...(unreadable && { unreadable }) });
  }

  async #sit() {
    const player = (this.#player = this.#made(this.#set.questions, false));
    const { minutes } = this.#exam;
    if (minutes) this.#clock = new Clock(this.#set.id, minutes * MINUTE, (paused) => (player.paused = paused));
    await this.#clock?.start(this.#standing.spent * 1000);
    player.clock = this.#clock;
    player.ending = handingIn(() => this.#handIn());
    this.replaceChildren(
      make("div", { class: "tiku-paper-bar" }, make("h1", {}, this.#lesson.title), ...(this.#clock ? [this.#clock.element] : [])),
      this.#opening, this.#notice, player);
    this.#keepSoon();
  }

  /** @type {(questions: string[], review: boolean) => TikuSet} */
  #made(questions, review) {
    const player = /** @type {TikuSet} */ (document.createElement("tiku-set"));
    const { sections } = this.#catalog.exams[PAPER];
    const headings = new Map(this.#set.questions.map((id, at) => [id, sections[this.#lesson.sections[at]].title]));
    return Object.assign(player, { catalog: this.#catalog, set: { ...this.#set, questions }, review, headings });
  }

  /** @param {{id: string, response: string[]}} question */
  #noteDown({ id, response }) {
    if (response.length) this.#standing.responses.set(id, response);
    else this.#standing.responses.delete(id);
  }

  #keepSoon() {
    clearTimeout(this.#keeping);
    this.#keeping = window.setTimeout(() => this.#keep(), SOON);
  }

  async #keep() {
    clearTimeout(this.#keeping);
    const platform = this.#platform;
    if (!platform || platform.isReview || this.#standing.isDone) return;
    const { text, lost } = pack(this.#lesson, this.#now, platform.limit);
    const has = await platform.keep(text).catch(() => false);
    // What became of the result is not to be covered.
    if (this.#standing.isDone) return;
    this.#notice.textContent = lost.length ? words.tooLong({ number: lost.length }) : has ? "" : words.unkept;
  }

  get #now() {
    const { place = this.#standing.place } = this.#player ?? {};
    const spent = this.#clock ? this.#clock.spent / 1000 : this.#standing.spent;
    return { ...this.#standing, place, spent };
  }

  #leave() {
    if (!this.#platform) return;
    this.#keep();
    this.#platform.close();
    this.#platform = null;
    // A browser may bring the page back as it was: nobody would keep what is answered then.
    window.addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
  }

  /** @returns {Promise<void>} */
  async #handIn() {
    const player = /** @type {TikuSet} */ (this.#player);
    if (!(await isToBeHandedIn(this, this.#set, player))) return;
    const answered = await player.answered().catch(() => null);
    if (!answered) return void player.tellUnreachable(() => this.#handIn());
    if (this.#standing.isDone) return;
    this.#standing = { ...this.#now, isDone: true };
    this.#clock?.stop();
    const outcome = await this.#mark(answered);
    await this.#tell(outcome);
  }

  /** As they were when it was handed in. @returns {Promise<Answered[]>} */
  async #answers() {
    return Promise.all(this.#catalog.questions.map(async (entry) => {
      const brought = await bring(this.#catalog, entry);
      return { entry, response: this.#standing.responses.get(entry.id) ?? [], key: brought?.question.dataset.key ?? "" };
    }));
  }

  /** Shows what it came to. @type {(answered: Answered[]) => Promise<Outcome>} */
  async #mark(answered) {
    const marked = answered.map((one) => this.#scored(one));
    const counted = marked.filter(({ entry }) => entry.kind !== "open");
    const result = total(this.#exam, counted);
    await store.add(...marked.filter(({ response }) => response.length).map(({ entry, response, score: { outcome } }) => ({
      kind: /** @type {const} */ ("answer"), question: entry.id, revision: entry.revision, response, right: outcome === "right",
      mode: "exam", set: this.#set.id })));
    this.#show(result, marked);
    return {
      scaled: result.of ? result.got / result.of : null, passed: this.#hasMark && result.of ? result.passed : null,
      answers: marked.map((one) => this.#answerOf(one)), at: new Date().toISOString(),
    };
  }

  /** @param {Answered} answered @returns {Marked} */
  #scored(answered) {
    const { entry, key, response } = answered;
    const section = this.#lesson.sections[this.#set.questions.indexOf(entry.id)];
    const { scoring, points } = this.#exam.sections[section];
    const own = score(this.#catalog.scoring[scoring], points, { kind: entry.kind, key }, response);
    return { ...answered, id: entry.id, topic: entry.topic, section, score: own };
  }

  /** @param {Marked} marked @returns {Answer} */
  #answerOf({ id, entry, key, response, score: { points, of, outcome } }) {
    const asked = /** @type {Answer["asked"]} */ (this.#lesson.questions.find((one) => one.id === id));
    const right = ["numeric", "text", "open"].includes(entry.kind) ? [] : key.split(" ");
    if (entry.kind === "open") return { asked, response, right, points: 0, of: 0, outcome: "ungraded" };
    return { asked, response, right, points, of, outcome };
  }

  /** @type {(result: ReturnType<typeof total>, marked: Marked[]) => void} */
  #show(result, marked) {
    const missed = marked.filter(({ score: { outcome } }) => outcome !== "right").map(({ id }) => id);
    const open = marked.filter(({ entry }) => entry.kind === "open").length;
    const review = (/** @type {string} */ part, from = 0) => this.#review(part === "all" ? this.#set.questions : missed, from);
    const spent = this.#standing.spent * 1000;
    const paper = { ...this.#set, exam: PAPER, paper: this.#lesson.seed, sections: this.#lesson.sections };
    const shown = this.#lesson.isJudged
      ? report({ catalog: this.#catalog, exam: this.#exam, paper, result, spent, marked, papers: [] }, { review })
      : this.#sum(result, marked);
    if (!this.#lesson.isJudged) shown.append(waysOn(this.#set, rowsOf(marked), { review }));
    shown.append(...(open ? [make("p", {}, words.ungraded({ number: open }))] : []), this.#notice);
    this.replaceChildren(make("h1", {}, this.#lesson.title), shown);
    this.#back = () => this.replaceChildren(make("h1", {}, this.#lesson.title), shown);
    shown.focus();
  }

  /** What a set without a mark of its own came to. @type {(result: ReturnType<typeof total>, marked: Marked[]) => HTMLElement} */
  #sum({ got, of, passed }, marked) {
    const count = { of: marked.length, done: marked.filter(({ response }) => response.length).length,
      right: marked.filter(({ score: { outcome } }) => outcome === "right").length };
    const verdict = this.#hasMark ? `${passed ? `✓ ${examWords.passed}` : `✗ ${examWords.notPassed}`}　` : "";
    const points = of ? words.points({ got: Math.round((100 * got) / of) }) : "";
    return make("section", { class: "tiku-result", tabindex: "-1" },
      make("p", { class: "tiku-result-lead" }, `${verdict}${points}`), make("p", {}, setWords.result(count)));
  }

  /** The way back to what it came to. */
  #back = () => {};

  /** @type {(questions: string[], from?: number) => void} */
  #review(questions, from = 0) {
    const player = Object.assign(this.#made(questions, true), { from });
    player.ending = { text: words.back, title: words.back, last: words.back, act: () => this.#back() };
    this.replaceChildren(player);
  }

  /** Until the platform has it; where it has not, the learner can send it again. @param {Outcome} outcome */
  async #tell(outcome) {
    const platform = this.#platform;
    if (!platform || platform.isReview) return;
    // Not before the result is there, or nobody would send it once more.
    const has = await platform.finish(outcome).catch(() => false);
    if (has) await platform.keep(pack(this.#lesson, this.#standing, platform.limit).text).catch(() => false);
    if (has) this.#notice.textContent = words.sent;
    else this.#notice.replaceChildren(words.unsent, " ", button(setWords.tryAgain, () => this.#tell(outcome)));
  }
}

/** @returns {Standing} */
const fresh = () => ({ seed: 0, place: 0, spent: 0, isDone: false, responses: new Map() });

customElements.define("tiku-lesson", TikuLesson);
