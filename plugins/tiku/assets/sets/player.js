// <tiku-set>: a set of questions, one at a time, with the answer sheet.
//
// Answering with feedback at once writes events; with feedback at the end it writes drafts, which
// become events when the set is finished. In review everything is shown marked. The place moves
// when the question is there: what is chosen belongs to the question on the screen.

import { bring, fetchAll } from "../core/catalog.js";
import { isTyping } from "../core/composition.js";
import { button } from "../core/controls.js";
import { make } from "../core/dom.js";
import "../question/define.js";
import { lotOf } from "../core/random.js";
import { store } from "../events/store.js";
import { unsavedNotice } from "../events/unsaved.js";
import { Aids } from "./aids.js";
import { draftIn, draftsOf, keepDraft, keepPlace, placeIn } from "./drafts.js";
import { Bookmarks, bookmark, bookmarkOf } from "./bookmarks.js";
import { Sheet } from "./answer-sheet.js";
import { Standing } from "./standing.js";
import { words } from "./words.js";

/** @import { Catalog, Confidence, Entry, StudySet } from "../core/types.js" */
/** @import { Brought } from "../core/catalog.js" */
/** @import { TikuQuestion } from "../question/question.js" */

/** @typedef {{entry: Entry, response: string[], key: string, confidence?: Confidence}} Answered */

// Milliseconds until waiting is told, what failed is tried again, and the rest of a set is fetched.
const NOTICEABLE = 400;
const AGAIN = 4000;
const REST = 1000;

export class TikuSet extends HTMLElement {
  /** @type {Catalog} */
  catalog = /** @type {any} */ (null);
  /** @type {StudySet} */
  set = /** @type {any} */ (null);
  /** Review shows what was answered, and lets nothing be changed. */
  review = false;
  /** Questions of the set that the site no longer has. */
  gone = 0;
  /** @type {Map<string, string>} question -> its heading on the answer sheet */
  headings = new Map();
  #standing = new Standing(this.set, false, new Map());
  /** @type {Entry[]} */
  #entries = [];
  /** @type {Entry | undefined} whose question is on the screen */
  #entry;
  /** @type {Entry | undefined} what the reader asked for last */
  #wanted;
  /** @type {TikuQuestion | null} */
  #question = null;
  #retrying = 0;
  #where = make("p", { class: "tiku-set-where", role: "status" });
  #bookmarks = new Bookmarks();
  #correction = make("p", { class: "tiku-correction" });
  #gone = make("p", { class: "tiku-notice", role: "status" });
  #notice = make("p", { class: "tiku-unsaved", role: "status" });
  #unreadable = make("p", { class: "tiku-notice", role: "status" });
  #stage = make("div", { class: "tiku-set-stage" });
  #sheet = new Sheet((index) => this.go(index));
  #aids = new Aids();

  async connectedCallback() {
    if (!this.#stage.isConnected) this.#build();
    for (const type of ["changed", "set"]) store.addEventListener(type, this);
    window.addEventListener("online", this);
    this.addEventListener("keydown", this, { capture: true });
    for (const type of ["tiku-drafted", "tiku-answered", "tiku-again", "change"]) this.addEventListener(type, this);
    await store.ready();
    const byId = new Map(this.catalog.questions.map((entry) => [entry.id, entry]));
    this.#entries = this.set.questions.flatMap((id) => byId.get(id) ?? []);
    this.#lose(this.set.questions.length - this.#entries.length);
    this.#standing = new Standing(this.set, this.review, await draftsOf(this.set.id));
    const place = this.review ? 0 : await placeIn(this.set.id);
    await this.go(place in this.#entries ? place : 0);
    setTimeout(() => this.#fetchAll(), REST);
  }

  disconnectedCallback() {
    for (const type of ["changed", "set"]) store.removeEventListener(type, this);
    window.removeEventListener("online", this);
    clearTimeout(this.#retrying);
  }

  /** @param {Event} event */
  handleEvent(event) {
    const { type } = event;
    if (type === "keydown") this.#keydown(/** @type {KeyboardEvent} */ (event));
    else if (type === "set") this.#heard(/** @type {CustomEvent<string>} */ (event).detail);
    else if (type === "online") this.#retry();
    else if (type === "tiku-drafted") this.#draft();
    else if (type === "tiku-answered") this.#aids.answered(this.#question);
    else if (type === "tiku-again") this.#aids.open(this.#question, this.set);
    else this.#refresh();
  }

  get entries() {
    return this.#entries;
  }

  /** Index of the question on the screen. */
  get place() {
    return Math.max(0, this.#index);
  }

  /** How many have no answer yet. */
  get blanks() {
    return this.#entries.filter((entry) => this.#standing.stateOf(entry) === "fresh").length;
  }

  /** How many were answered with what is no number, and are not marked yet. */
  get unreadable() {
    return this.#standing.isUnmarked ? this.#entries.filter(({ id }) => this.#standing.drafts.get(id)?.unreadable).length : 0;
  }

  /** What is still missing, in sentences. @param {string} nothing said where nothing is */
  lacking(nothing) {
    const { blanks, unreadable } = this;
    return (blanks ? words.blanks({ number: blanks }) : nothing) + (unreadable ? words.unreadableLeft({ number: unreadable }) : "");
  }

  /**
   * Shows the question at an index; outside the set it does nothing.
   * @param {number} index
   */
  async go(index) {
    if (!(index in this.#entries)) return;
    const entry = (this.#wanted = this.#entries[index]);
    const brought = await this.#bring(entry);
    // A faster reader wants another one already.
    if (entry !== this.#wanted || brought === undefined) return;
    if (brought) return this.#show(entry, brought);
    this.#entries = this.#entries.filter((one) => one !== entry);
    this.#lose(1);
    await this.go(Math.min(index, this.#entries.length - 1));
  }

  /** Everything that was answered, with the keys; fails where they cannot be had. @returns {Promise<Answered[]>} */
  async answered() {
    const all = await Promise.all(this.#entries.map(async (entry) => {
      const key = (await bring(this.catalog, entry))?.question.dataset.key;
      return key === undefined ? null : { entry, key, ...this.#standing.answerTo(entry) };
    }));
    return all.filter((one) => one !== null);
  }

  /** Says that the network is missing. @param {() => unknown} again */
  tellUnreachable(again) {
    this.#notice.replaceChildren(words.unreachable, " ", button(words.tryAgain, again));
  }

  /** A question; null where the site has it no longer, undefined where it cannot be had now. @param {Entry} entry */
  async #bring(entry) {
    clearTimeout(this.#retrying);
    const waiting = setTimeout(() => (this.#notice.textContent = words.loading), NOTICEABLE);
    try {
      const brought = await bring(this.catalog, entry);
      this.#notice.replaceChildren();
      return brought;
    } catch {
      if (entry === this.#wanted) this.#unreachable();
      return undefined;
    } finally {
      clearTimeout(waiting);
    }
  }

  #unreachable() {
    this.tellUnreachable(() => this.#retry());
    if (this.isConnected) this.#retrying = window.setTimeout(() => this.#retry(), AGAIN);
  }

  /** What was asked for and is not there yet. */
  #retry() {
    if (this.#wanted && this.#wanted !== this.#entry) this.go(this.#entries.indexOf(this.#wanted));
  }

  /** What the set needs later is here before a lift or a tunnel. */
  async #fetchAll() {
    if (!this.isConnected) return;
    try {
      await fetchAll(this.catalog, this.#entries);
    } catch {
      setTimeout(() => this.#fetchAll(), AGAIN);
    }
  }

  /** @param {number} number of questions that the site no longer has */
  #lose(number) {
    this.gone += number;
    this.#gone.textContent = this.gone ? words.gone({ number: this.gone }) : "";
  }

  get #index() {
    return this.#entry ? this.#entries.indexOf(this.#entry) : -1;
  }

  /** Where a step goes from: the question on the screen, or the one that does not come. @param {number} by */
  #step(by) {
    const from = this.#entry ?? this.#wanted;
    return this.go((from ? this.#entries.indexOf(from) : -1) + by);
  }

  #build() {
    const step = (/** @type {string} */ name, /** @type {number} */ by) => button(name, () => this.#step(by));
    const steps = make("div", { class: "tiku-set-steps" }, step(words.previous, -1), step(words.next, 1));
    const head = make("div", { class: "tiku-set-head" }, this.#where, this.#bookmarks.element);
    this.append(unsavedNotice(), head, this.#gone, this.#correction, this.#notice, this.#stage, this.#unreadable, steps, this.#sheet.element);
  }

  /** @type {(entry: Entry, brought: Brought) => Promise<void>} */
  async #show(entry, brought) {
    const question = /** @type {TikuQuestion} */ (brought.question);
    this.#entry = entry;
    this.#question = question;
    question.dataset.mode = this.set.mode;
    question.dataset.set = this.set.id;
    const silent = this.review || this.set.feedback === "end" || this.set.mode === "memorise";
    question.toggleAttribute("data-silent", silent);
    this.#stage.replaceChildren(...(brought.material ? [brought.material] : []), question, this.#aids.element);
    if (!this.review) keepPlace(this.set.id, this.#index);
    await question.ready;
    if (question !== this.#question) return;
    if (this.set.shuffle) question.shuffle(lotOf(`${this.set.seed}${question.id}`));
    if (this.review || this.set.mode === "memorise") this.#reveal(entry, question);
    else if (silent) question.draft(this.#standing.answerTo(entry).response);
    this.#aids.open(question, this.set, this.review);
    this.#refresh();
    question.enter();
  }

  /** @type {(entry: Entry, question: TikuQuestion) => void} */
  #reveal(entry, question) {
    const { response } = this.#standing.answerTo(entry);
    question.reveal(response, response.length > 0 && question.verdictOf(response).right);
  }

  async #draft() {
    const question = this.#question;
    if (!question || !this.#standing.isUnmarked) return;
    const { confidence } = question.dataset;
    const { response } = question;
    const unreadable = response.length > 0 && question.verdictOf(response).unreadable;
    const draft = { response, ...(unreadable && { unreadable }), ...(confidence && { confidence: /** @type {Confidence} */ (confidence) }) };
    this.#standing.drafts.set(question.id, draft);
    if (!unreadable) this.#unreadable.textContent = "";
    this.#paint();
    await keepDraft(this.set.id, question.id, draft);
  }

  /** Another tab wrote a draft. @param {string} name */
  async #heard(name) {
    const id = draftIn(this.set.id, name);
    if (!id || this.review || this.inert) return;
    this.#standing.drafts = await draftsOf(this.set.id);
    if (this.#entry && id === this.#entry.id) this.#question?.draft(this.#standing.answerTo(this.#entry).response);
    this.#refresh();
  }

  #refresh() {
    const isUnreadable = this.#standing.isUnmarked && this.#entry && this.#standing.drafts.get(this.#entry.id)?.unreadable;
    this.#unreadable.textContent = isUnreadable ? words.unreadable : "";
    this.#paint();
  }

  #paint() {
    if (!this.#entry) return;
    const headings = this.#entries.map(({ id }) => this.headings.get(id));
    const heading = headings[this.#index];
    const place = { at: this.#index + 1, of: this.#entries.length };
    this.#where.textContent = heading ? words.whereIn({ heading, ...place }) : words.where(place);
    this.#correction.textContent = this.#standing.isCorrected(this.#entry) ? words[this.review ? "correctedReview" : "correctedAgain"] : "";
    this.#sheet.show(this.#entries.map((entry, index) => ({
      state: this.#standing.stateOf(entry),
      flagged: bookmarkOf(entry.id, "flag", this.set.id) ?? false,
      ...(headings[index] !== headings[index - 1] && { heading: headings[index] }),
    })), this.#index);
    this.#bookmarks.show(this.#entry, this.set, () => this.#step(1));
  }

  /** @param {KeyboardEvent} event */
  #keydown(event) {
    const act = isTyping(event) ? undefined : this.#keys[event.key.toLowerCase()];
    if (!act) return;
    act();
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {"flag" | "star"} kind */
  #toggle(kind) {
    if (!this.#entry) return;
    const { id } = this.#entry;
    bookmark(id, kind, !bookmarkOf(id, kind, this.set.id), this.set.id);
  }

  /** @type {Record<string, () => void>} */
  #keys = {
    n: () => this.#step(1), p: () => this.#step(-1),
    f: () => this.#toggle("flag"), s: () => this.#toggle("star"),
  };
}

customElements.define("tiku-set", TikuSet);
