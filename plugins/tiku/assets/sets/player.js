// <tiku-set>: a set of questions, one at a time, with the answer sheet.
//
// Answering with feedback at once writes events; with feedback at the end it writes drafts, which
// become events when the set is finished. In review everything is shown marked.

import { bring } from "../core/catalog.js";
import { make } from "../core/dom.js";
import "../question/define.js";
import { lotOf } from "../core/random.js";
import { latest, stateOf } from "../events/events.js";
import { store } from "../events/store.js";
import { Aids } from "./aids.js";
import { draftIn, draftsOf, keepDraft, keepPlace, placeIn } from "./drafts.js";
import { Marks, mark, markOf } from "./bookmarks.js";
import { Sheet } from "./answer-sheet.js";
import { studyWords as words } from "./words.js";

/** @import { AnswerEvent, Catalog, Confidence, Entry, StudySet } from "../core/types.js" */
/** @import { TikuQuestion } from "../question/question.js" */
/** @import { Draft } from "./drafts.js" */
/** @import { Mark } from "./answer-sheet.js" */

/** @typedef {{entry: Entry, response: string[], key: string, confidence?: Confidence}} Answered */

export class TikuSet extends HTMLElement {
  /** @type {Catalog} */
  catalog = /** @type {any} */ (null);
  /** @type {StudySet} */
  set = /** @type {any} */ (null);
  /** Review shows what was answered, and lets nothing be changed. */
  review = false;
  /** @type {string[]} headings of the answer sheet, by index */
  headings = [];
  /** @type {Map<string, Draft>} */
  #drafts = new Map();
  /** @type {Entry[]} */
  #entries = [];
  #index = 0;
  /** @type {TikuQuestion | null} */
  #question = null;
  #where = make("p", { class: "tiku-set-where", role: "status" });
  #marks = new Marks();
  #correction = make("p", { class: "tiku-correction" });
  #stage = make("div", { class: "tiku-set-stage" });
  #sheet = new Sheet((index) => this.go(index));
  #aids = new Aids();

  async connectedCallback() {
    if (!this.#stage.isConnected) this.#build();
    for (const type of ["changed", "set"]) store.addEventListener(type, this);
    this.addEventListener("keydown", this, { capture: true });
    for (const type of ["tiku-drafted", "tiku-answered", "tiku-again", "change"]) this.addEventListener(type, this);
    await store.ready();
    const byId = new Map(this.catalog.questions.map((entry) => [entry.id, entry]));
    this.#entries = this.set.questions.flatMap((id) => byId.get(id) ?? []);
    this.#drafts = await draftsOf(this.set.id);
    await this.go(this.review ? 0 : await placeIn(this.set.id));
  }

  disconnectedCallback() {
    for (const type of ["changed", "set"]) store.removeEventListener(type, this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    const { type } = event;
    if (type === "keydown") this.#keydown(/** @type {KeyboardEvent} */ (event));
    else if (type === "set") this.#heard(/** @type {CustomEvent<string>} */ (event).detail);
    else if (type === "tiku-drafted") this.#draft();
    else if (type === "tiku-answered") this.#aids.answered(this.#question);
    else if (type === "tiku-again") this.#aids.open(this.#question, this.set);
    else this.#refresh();
  }

  get entry() {
    return this.#entries[this.#index];
  }

  get entries() {
    return this.#entries;
  }

  /** How many have no answer yet. */
  get blanks() {
    return this.#entries.filter((entry) => this.#markOf(entry) === "fresh").length;
  }

  /**
   * Shows the question at an index; outside the set it does nothing.
   * @param {number} index
   */
  async go(index) {
    if (!(index in this.#entries)) return;
    this.#index = index;
    if (!this.review) keepPlace(this.set.id, index);
    const entry = this.entry;
    const { question, material } = await bring(this.catalog, entry);
    // A faster reader is elsewhere already.
    if (entry === this.entry) await this.#show(/** @type {TikuQuestion} */ (question), material);
  }

  /** Everything that was answered, with the keys. @returns {Promise<Answered[]>} */
  async answered() {
    return Promise.all(this.#entries.map(async (entry) => {
      const { question } = await bring(this.catalog, entry);
      return { entry, key: question.dataset.key ?? "", ...this.#answerTo(entry) };
    }));
  }

  /**
   * @param {Entry} entry
   * @returns {Draft}
   */
  #answerTo(entry) {
    if (this.set.feedback === "end" && !this.review) return this.#drafts.get(entry.id) ?? { response: [] };
    const event = /** @type {AnswerEvent | undefined} */ (latest(store.eventsOf(entry.id).filter((one) =>
      one.kind === "answer" && one.set === this.set.id)));
    return event ? { response: event.response, confidence: event.confidence } : { response: [] };
  }

  #build() {
    const step = (/** @type {string} */ name, /** @type {number} */ by) => {
      const button = make("button", { type: "button" }, name);
      button.addEventListener("click", () => this.go(this.#index + by));
      return button;
    };
    const steps = make("div", { class: "tiku-set-steps" }, step(words.previous, -1), step(words.next, 1));
    const head = make("div", { class: "tiku-set-head" }, this.#where, this.#marks.element);
    this.append(head, this.#correction, this.#stage, steps, this.#sheet.element);
  }

  /** @type {(question: TikuQuestion, material: Element | null) => Promise<void>} */
  async #show(question, material) {
    this.#question = question;
    question.dataset.mode = this.set.mode;
    question.dataset.set = this.set.id;
    const silent = this.review || this.set.feedback === "end" || this.set.mode === "memorise";
    question.toggleAttribute("data-silent", silent);
    this.#stage.replaceChildren(...(material ? [material] : []), question, this.#aids.element);
    await question.ready;
    if (this.set.shuffle) question.shuffle(lotOf(`${this.set.seed}${question.id}`));
    if (this.review || this.set.mode === "memorise") this.#reveal(question);
    else if (silent) question.draft(this.#answerTo(this.entry).response);
    this.#aids.open(question, this.set, this.review);
    this.#refresh();
    question.enter();
  }

  /** @param {TikuQuestion} question */
  #reveal(question) {
    const { response } = this.#answerTo(this.entry);
    question.reveal(response, response.length > 0 && question.verdictOf(response).right);
  }

  async #draft() {
    if (!this.#question || this.set.feedback !== "end") return;
    const { confidence } = this.#question.dataset;
    const draft = { response: this.#question.response, ...(confidence && { confidence: /** @type {Confidence} */ (confidence) }) };
    this.#drafts.set(this.entry.id, draft);
    this.#refresh();
    await keepDraft(this.set.id, this.entry.id, draft);
  }

  /** Another tab wrote a draft. @param {string} name */
  async #heard(name) {
    const id = draftIn(this.set.id, name);
    if (!id || this.review) return;
    this.#drafts = await draftsOf(this.set.id);
    if (id === this.entry.id) this.#question?.draft(this.#answerTo(this.entry).response);
    this.#refresh();
  }

  #refresh() {
    if (!this.entry) return;
    this.#where.textContent = words.where(this.#index + 1, this.#entries.length, this.headings[this.#index]);
    this.#correction.textContent = this.#corrected() ? words.corrected[this.review ? "review" : "again"] : "";
    this.#sheet.show(this.#entries.map((entry, index) => ({
      mark: this.#markOf(entry),
      flagged: markOf(entry.id, "flag", this.set.id) ?? false,
      ...(this.headings[index] !== this.headings[index - 1] && { heading: this.headings[index] }),
    })), this.#index);
    this.#marks.show(this.entry, this.set, () => this.go(this.#index + 1));
  }

  /** Whether the key was changed since the answer; a paper that is not handed in keeps it to itself. */
  #corrected() {
    if (this.set.mode === "exam" && !this.review) return false;
    const { id, revision } = this.entry;
    return stateOf(store.eventsOf(id), revision, this.review ? this.set.id : undefined).is === "rekeyed";
  }

  /** @type {(entry: Entry) => Mark} */
  #markOf(entry) {
    if (this.set.mode === "memorise") {
      const known = markOf(entry.id, "known", this.set.id);
      return known === undefined ? "fresh" : known ? "known" : "unknown";
    }
    const { is } = stateOf(store.eventsOf(entry.id), entry.revision, this.set.id);
    if (is === "right" || is === "wrong") return is;
    return this.#drafts.get(entry.id)?.response.length ? "answered" : "fresh";
  }

  /** @param {KeyboardEvent} event */
  #keydown(event) {
    const { target, key } = event;
    const field = /** @type {HTMLElement} */ (target);
    const typing = field.matches("textarea, select, input:not([type=radio], [type=checkbox])");
    if (typing || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const act = this.#keys[key.toLowerCase()];
    if (!act) return;
    act();
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {"flag" | "star"} kind */
  #toggle(kind) {
    mark(this.entry.id, kind, !markOf(this.entry.id, kind, this.set.id), this.set.id);
  }

  /** @type {Record<string, () => void>} */
  #keys = {
    n: () => this.go(this.#index + 1),
    p: () => this.go(this.#index - 1),
    f: () => this.#toggle("flag"),
    s: () => this.#toggle("star"),
  };
}

customElements.define("tiku-set", TikuSet);
