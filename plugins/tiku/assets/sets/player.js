// <tiku-set>: a set of questions, one at a time, with the answer sheet and the bar at the foot.
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
import { press } from "../question/keyboard.js";
import { Aids } from "./aids.js";
import { draftIn, draftsOf, keepDraft, keepPlace, placeIn } from "./drafts.js";
import { Bookmarks, bookmark, bookmarkOf } from "./bookmarks.js";
import { Material } from "./material.js";
import { Notes } from "./notes.js";
import { Sheet } from "./answer-sheet.js";
import { Bar } from "./bar.js";
import { listenForSwipes } from "./gestures.js";
import { helpButton, openHelp } from "./help.js";
import { isClosed, nextActs, submit } from "./next-step.js";
import { readPreferences, USUAL } from "./preferences.js";
import { keepRecalled, recalledOf } from "./recall.js";
import { Standing } from "./standing.js";
import { words } from "./words.js";

/** @import { Catalog, Confidence, Entry, StudySet } from "../core/types.js" */
/** @import { Brought } from "../core/catalog.js" */
/** @import { TikuQuestion } from "../question/question.js" */

/** @typedef {{entry: Entry, response: string[], key: string, confidence?: Confidence}} Answered */

/**
 * How a set is left: `text` on its button, `title` in full, `last` what leads there from the last question.
 * @typedef {{text: string, title: string, last: string, act: () => unknown}} Ending
 */

// Milliseconds until waiting is told, what failed is tried again, and the rest of a set is fetched.
const NOTICEABLE = 400;
const AGAIN = 4000;
const REST = 1000;
// Milliseconds in which a verdict is seen before a right answer leads on by itself.
const SEEN = 700;

export class TikuSet extends HTMLElement {
  /** @type {Catalog} */
  catalog = /** @type {any} */ (null);
  /** @type {StudySet} */
  set = /** @type {any} */ (null);
  /** Review shows what was answered, and lets nothing be changed. */
  review = false;
  /** Where a review begins, as an index. */
  from = 0;
  /** Questions of the set that the site no longer has. */
  gone = 0;
  /** @type {Map<string, string>} question -> its heading on the answer sheet */
  headings = new Map();
  /** @type {{text: Element, said: Element} | null} of a paper */
  clock = null;
  /** @type {Ending} */
  ending = /** @type {any} */ (null);
  #standing = new Standing(this.set, false, new Map());
  /** @type {Entry[]} */
  #entries = [];
  /** @type {Entry | undefined} whose question is on the screen */
  #entry;
  /** @type {Entry | undefined} whose note is shown */
  #noted;
  /** @type {Entry | undefined} what the reader asked for last */
  #wanted;
  /** @type {TikuQuestion | null} */
  #question = null;
  #retrying = 0;
  #where = make("p", { class: "tiku-set-where", role: "status" });
  #heading = make("p", { class: "tiku-set-heading" });
  #bookmarks = new Bookmarks((entry) => this.#shelved(entry));
  #preferences = USUAL;
  /** Whether a finger or mouse was used last, and not a key: arrows move and decide nothing. */
  #isPointing = false;
  #leading = 0;
  #correction = make("p", { class: "tiku-correction" });
  #gone = make("p", { class: "tiku-notice", role: "status" });
  #notice = make("p", { class: "tiku-unsaved", role: "status" });
  #unreadable = make("p", { class: "tiku-notice", role: "status" });
  #stage = make("div", { class: "tiku-set-stage" });
  #sheet = new Sheet((index) => this.go(index));
  #bar = new Bar(() => this.#sheet.open(), (by) => this.#step(by));
  #aids = new Aids();
  #material = new Material();
  #notes = new Notes();

  async connectedCallback() {
    if (!this.#stage.isConnected) this.#build();
    for (const type of ["changed", "set"]) store.addEventListener(type, this);
    window.addEventListener("online", this);
    this.#sheet.connect();
    document.addEventListener("keydown", this, { capture: true });
    document.addEventListener("visibilitychange", this);
    for (const type of ["tiku-drafted", "tiku-answered", "tiku-again", "change", "submit", "pointerdown"]) this.addEventListener(type, this);
    await store.ready();
    this.#preferences = await readPreferences();
    const byId = new Map(this.catalog.questions.map((entry) => [entry.id, entry]));
    this.#entries = this.set.questions.flatMap((id) => byId.get(id) ?? []);
    this.#lose(this.set.questions.length - this.#entries.length);
    this.#standing = new Standing(this.set, this.review, await draftsOf(this.set.id));
    const place = this.review ? this.from : await placeIn(this.set.id);
    await this.go(place in this.#entries ? place : 0);
    setTimeout(() => this.#fetchAll(), REST);
  }

  disconnectedCallback() {
    for (const type of ["changed", "set"]) store.removeEventListener(type, this);
    window.removeEventListener("online", this);
    document.removeEventListener("keydown", this, { capture: true });
    document.removeEventListener("visibilitychange", this);
    this.#notes.keep();
    this.#sheet.disconnect();
    clearTimeout(this.#leading);
    clearTimeout(this.#retrying);
  }

  /** @param {Event} event */
  handleEvent(event) {
    const { type } = event;
    if (type === "keydown") this.#keydown(/** @type {KeyboardEvent} */ (event));
    else if (type === "set") this.#heard(/** @type {CustomEvent<string>} */ (event).detail);
    else if (type === "online") this.#retry();
    else if (type === "tiku-drafted") this.#draft();
    else if (type === "tiku-answered") this.#answered(/** @type {CustomEvent} */ (event).detail.right);
    else if (type === "tiku-again") this.#again();
    else if (type === "visibilitychange") this.#notes.keep();
    else if (type === "pointerdown") this.#isPointing = true;
    else this.#refresh();
    if (type === "change" && this.#isPointing) this.#tapped(/** @type {HTMLInputElement} */ (event.target));
  }

  get entries() {
    return this.#entries;
  }

  /** Index of the question on the screen. */
  get place() {
    return Math.max(0, this.#index);
  }

  /** Whether nothing of it is shown, because no time is counted. @param {boolean} paused */
  set paused(paused) {
    this.toggleAttribute("data-paused", paused);
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
    this.#bar.ending = this.ending;
    if (this.clock) this.#bar.clock = this.clock;
    this.#bar.marks.append(this.#bookmarks.flag);
    this.#bookmarks.element.append(helpButton(() => this.#help()));
    listenForSwipes(this.#stage, (by) => this.#step(by));
    const main = make("div", { class: "tiku-set-main" }, this.#where, this.#heading, this.#gone, this.#correction, this.#notice,
      this.#stage, this.#unreadable, this.#aids.element, this.#bookmarks.element,
      ...(this.set.mode === "exam" && !this.review ? [] : [this.#notes.element]));
    // Who goes by keyboard comes to the bar before the many cells.
    this.append(unsavedNotice(), main, this.#bar.element, this.#sheet.element);
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
    const isNewCase = this.#material.show(entry, brought.material);
    const { element: material } = this.#material;
    this.#stage.toggleAttribute("data-case", material !== null);
    this.#stage.replaceChildren(...(material ? [material] : []), question);
    if (!this.review) keepPlace(this.set.id, this.#index);
    await question.ready;
    if (question !== this.#question) return;
    question.refresh();
    if (this.set.shuffle) question.shuffle(lotOf(`${this.set.seed}${question.id}`));
    if (this.review || recalledOf(entry.id, this.set.id)) this.#reveal(entry, question);
    else if (silent) question.draft(this.#standing.answerTo(entry).response);
    if (isClosed(question) && !this.review) this.#aids.answered(question, this.set.mode !== "memorise");
    else this.#aids.open(question, this.set, this.review);
    this.#refresh();
    this.#enter(question);
    seen(isNewCase && material ? material : question);
  }

  /** Nobody asked for the keyboard of a phone, which covers half of the question. @param {TikuQuestion} question */
  #enter(question) {
    const isTyped = question.querySelector("fieldset :is(input[name=answer], textarea)") !== null;
    if (!isTyped || !matchMedia("(pointer: coarse)").matches) return question.enter(true);
    question.tabIndex = -1;
    question.focus({ preventScroll: true });
  }

  /** The way on is pressed next; the verdict is read out meanwhile. @param {boolean} right */
  #answered(right) {
    this.#aids.answered(this.#question);
    this.#paint();
    this.#bar.focus();
    const from = this.#entry;
    if (!right || !this.#preferences.onward || this.#index + 1 === this.#entries.length) return;
    this.#leading = window.setTimeout(() => this.#entry === from && this.#step(1), SEEN);
  }

  /** Where one choice is the answer, a tap may give it. @param {HTMLInputElement} input */
  #tapped({ type }) {
    const question = this.#question;
    const isOne = type === "radio" && ["single", "true-false"].includes(question?.dataset.kind ?? "");
    if (!isOne || !question?.response.length || this.review || this.set.mode === "memorise") return;
    if (this.set.confidence && !question.dataset.confidence) return;
    const { tap, paper } = this.#preferences;
    if (this.set.feedback === "once" && tap) submit(question);
    else if (this.set.feedback === "end" && paper) this.#step(1);
  }

  /** What was to be remembered is shown, and how well it was is asked. */
  #uncover() {
    const { question, entry } = { question: this.#question, entry: this.#entry };
    if (!question || !entry) return;
    question.reveal(question.response, question.response.length ? question.verdictOf(question.response).right : undefined);
    this.#aids.answered(question, false);
    this.#paint();
    this.#bar.focus();
  }

  /** @param {import("./recall.js").Recalled} recalled */
  async #recall(recalled) {
    if (!this.#entry) return;
    await keepRecalled(this.#entry.id, this.set.id, recalled);
    if (this.#index + 1 < this.#entries.length) await this.#step(1);
    else this.#paint();
  }

  /** What was put away is gone from the screen, and can be put back where it says so. @param {Entry} entry */
  async #shelved(entry) {
    await this.#step(1);
    this.#notice.replaceChildren(words.shelved, " ", button(words.putBack, async () => {
      await bookmark(entry.id, "shelve", false, this.set.id);
      this.#notice.replaceChildren(words.backAgain);
    }));
  }

  #help() {
    openHelp(this, this.#preferences, (preferences) => (this.#preferences = preferences));
  }

  #again() {
    clearTimeout(this.#leading);
    this.#aids.open(this.#question, this.set);
    this.#refresh();
    this.#question?.enter();
  }

  /** @type {(entry: Entry, question: TikuQuestion) => void} */
  #reveal(entry, question) {
    const { response } = this.#standing.answerTo(entry);
    const isAsked = this.set.mode !== "memorise";
    question.reveal(response, isAsked ? response.length > 0 && question.verdictOf(response).right : undefined);
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
    this.#heading.textContent = heading ?? "";
    this.#correction.textContent = this.#standing.isCorrected(this.#entry) ? words[this.review ? "correctedReview" : "correctedAgain"] : "";
    this.#sheet.show(this.#entries.map((entry, index) => ({
      state: this.#standing.stateOf(entry),
      unsure: this.#standing.isUnsure(entry),
      flagged: bookmarkOf(entry.id, "flag", this.set.id) ?? false,
      ...(headings[index] !== headings[index - 1] && { heading: headings[index] }),
    })), this.#index);
    this.#bookmarks.show(this.#entry, this.set);
    if (this.#noted !== this.#entry) this.#notes.show(this.#entry);
    this.#noted = this.#entry;
    this.#offer(this.#index, this.#entries.length);
  }

  /** @type {(at: number, of: number) => void} */
  #offer(at, of) {
    const { set, review, ending } = this;
    const [question, entry] = [this.#question, this.#entry];
    if (!question || !entry) return;
    const isLast = at + 1 === of;
    const onward = isLast ? { text: ending.last, act: ending.act } : { text: words.next, act: () => this.#step(1) };
    const acts = nextActs({ entry, question, set, review, isLast, onward, reveal: () => this.#uncover(), recall: (level) => this.#recall(level) });
    this.#bar.show({ at, of, question, acts, isOn: acts[0] === onward });
  }

  /** A key belongs to the set also where nothing has the focus. @param {KeyboardEvent} event */
  #keydown(event) {
    const target = /** @type {Element} */ (event.target);
    const isFree = target === document.body;
    if (this.inert || !(isFree || (this.contains(target) && !target.closest("dialog")))) return;
    this.#isPointing = false;
    const act = isTyping(event) ? undefined : this.#meaningOf(event, target, isFree);
    if (act) {
      act();
      event.preventDefault();
      event.stopPropagation();
    } else if (isFree && this.#question) press(event, this.#question);
  }

  /** @type {(event: KeyboardEvent, target: Element, isFree: boolean) => (() => unknown) | undefined} */
  #meaningOf({ key, repeat }, target, isFree) {
    const isSilent = target.matches("input") && this.#question?.dataset.silent !== undefined;
    if (key === "Enter" && !repeat && (isFree || isSilent)) return () => this.#bar.press();
    const graded = this.#bar.many["123".indexOf(key)];
    return graded ?? this.#keys[key.toLowerCase()];
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
    f: () => this.#toggle("flag"), s: () => this.#toggle("star"), "?": () => this.#help(),
  };
}

/** Scrolls to where something begins, unless that is in the upper part of the screen. @param {Element} element */
function seen(element) {
  const { top } = element.getBoundingClientRect();
  const covered = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  if (top < covered || top > innerHeight / 2) element.scrollIntoView({ block: "start" });
}

customElements.define("tiku-set", TikuSet);
