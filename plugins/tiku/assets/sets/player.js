// <tiku-set>: a set of questions, one at a time, with the answer sheet and the bar at the foot.
//
// Answering with feedback at once writes events; with feedback at the end it writes drafts, which
// become events when the set is finished. In review everything is shown marked. The place moves
// when the question is there: what is chosen belongs to the question on the screen.

import { make } from "../core/dom.js";
import { store } from "../events/store.js";
import { unsavedNotice } from "../events/unsaved.js";
import "../question/question.js";
import { Aids } from "./aids.js";
import { Sheet } from "./answer-sheet.js";
import { answeredIn, blanksIn, lackingIn } from "./answered.js";
import { Bar } from "./bar.js";
import { Bookmarks, tellShelved } from "./bookmarks.js";
import { draftIn, draftsOf, keepPlace, placeIn } from "./drafts.js";
import { fill, uncover } from "./filling.js";
import { listenForSwipes } from "./gestures.js";
import { helpButton, openHelp } from "./help.js";
import { handleKey, isFor } from "./keys.js";
import { isClosed, nextActs, submit } from "./next-step.js";
import { Notes } from "./notes.js";
import { Notices } from "./notices.js";
import { readPreferences, USUAL } from "./preferences.js";
import { keepRecalled } from "./recall.js";
import { letGo } from "./showing.js";
import { Stage, dress } from "./stage.js";
import { Standing } from "./standing.js";
import { meaningOfTap } from "./taps.js";
import { Way } from "./way.js";
import { takePage } from "./whole-page.js";
import { words } from "./words.js";

/** @import { Catalog, Entry, StudySet } from "../core/types.js" */
/** @import { Brought } from "../core/catalog.js" */
/** @import { TikuQuestion } from "../question/question.js" */
/** @import { Act, Ending } from "./bar.js" */
/** @import { Recalled } from "./recall.js" */

const HEARD = ["tiku-drafted", "tiku-answered", "tiku-again", "change", "submit", "pointerdown"];
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
  /** @type {Map<string, string>} question -> its heading on the answer sheet */
  headings = new Map();
  /** @type {{text: Element, said: Element} | null} of a paper */
  clock = null;
  /** @type {Ending} */
  ending = /** @type {any} */ (null);
  #standing = new Standing(this.set, false, new Map());
  #preferences = USUAL;
  /** Whether a finger or mouse was used last, and not a key: arrows move and decide nothing. */
  #isPointing = false;
  #leading = 0;
  #leave = () => {};
  #notices = new Notices();
  #stage = new Stage();
  #way = new Way((entry, brought) => this.#show(entry, brought), (number) => this.#notices.lose(number), () => { this.#bar.lead(); });
  #sheet = new Sheet((index) => this.#way.go(index));
  #bar = new Bar(() => this.#sheet.open(), (by) => this.#way.turn(by));
  #aids = new Aids();
  #bookmarks = new Bookmarks((entry) => this.#shelved(entry));
  #notes = new Notes();

  async connectedCallback() {
    this.#leave = takePage(this);
    if (!this.#stage.element.isConnected) this.#build();
    for (const type of ["changed", "set"]) store.addEventListener(type, this);
    window.addEventListener("online", this);
    this.#sheet.connect();
    document.addEventListener("keydown", this, { capture: true });
    document.addEventListener("visibilitychange", this);
    for (const type of HEARD) this.addEventListener(type, this);
    await store.ready();
    this.#preferences = await readPreferences();
    this.#standing = new Standing(this.set, this.review, await draftsOf(this.set.id));
    const place = this.review ? this.from : await placeIn(this.set.id);
    this.#way.open(this.catalog, this.set.questions);
    // Not before it is known what was answered: that is what is handed in.
    this.#bar.ending = this.ending;
    await this.#way.go(place in this.#way.entries ? place : 0);
    this.#way.fetching.bringRest(this.catalog, this.#way.entries);
  }

  disconnectedCallback() {
    this.#leave();
    for (const type of ["changed", "set"]) store.removeEventListener(type, this);
    window.removeEventListener("online", this);
    document.removeEventListener("keydown", this, { capture: true });
    document.removeEventListener("visibilitychange", this);
    this.#notes.keep();
    this.#sheet.disconnect();
    clearTimeout(this.#leading);
    this.#way.fetching.stop();
  }

  /** @param {Event} event */
  handleEvent(event) {
    const { type } = event;
    // Who does something else is not led on under the hands.
    if (type === "keydown" || type === "pointerdown") clearTimeout(this.#leading);
    if (type === "keydown") this.#keydown(/** @type {KeyboardEvent} */ (event));
    else if (type === "set") this.#heard(/** @type {CustomEvent<string>} */ (event).detail);
    else if (type === "online") this.#way.retry();
    else if (type === "tiku-drafted") this.#draft();
    else if (type === "tiku-answered") this.#answered(/** @type {CustomEvent} */ (event).detail.right);
    else if (type === "tiku-again") this.#again();
    else if (type === "visibilitychange") this.#notes.keep();
    else if (type === "pointerdown") this.#isPointing = true;
    else if (type === "change" && this.#isPointing) this.#tapped(/** @type {HTMLInputElement} */ (event.target));
    else this.#refresh();
  }

  /** Index of the question on the screen. */
  get place() {
    return Math.max(0, this.#way.at);
  }

  /** Whether nothing of it is shown, because no time is counted. @param {boolean} paused */
  set paused(paused) {
    this.toggleAttribute("data-paused", paused);
  }

  /** How many have no answer yet. */
  get blanks() {
    return blanksIn(this.#way.entries, this.#standing);
  }

  /** What is still missing, in sentences. @param {string} nothing said where nothing is */
  lacking(nothing) {
    return lackingIn(this.#way.entries, this.#standing, nothing);
  }

  /** Everything that was answered, with the keys; fails where they cannot be had. */
  answered() {
    return answeredIn(this.catalog, this.#way.entries, this.#standing);
  }

  /** Says that the network is missing. @param {() => unknown} again */
  tellUnreachable(again) {
    this.#way.fetching.tellUnreachable(again);
  }

  get #current() {
    return { entry: this.#way.entry, question: this.#stage.question };
  }

  #build() {
    if (this.clock) this.#bar.clock = this.clock;
    this.#bar.marks.append(this.#bookmarks.open(this.set));
    this.#bookmarks.element.append(helpButton(() => this.#help()));
    listenForSwipes(this.#stage.element, (by) => this.#way.step(by));
    const main = make("div", { class: "tiku-set-main" }, ...this.#notices.above, this.#way.fetching.element,
      this.#stage.element, this.#notices.below, this.#aids.element, this.#bookmarks.element,
      ...(this.set.mode === "exam" && !this.review ? [] : [this.#notes.element]));
    // Who goes by keyboard comes to the bar before the many cells.
    this.append(unsavedNotice(), main, this.#bar.element, this.#sheet.element);
  }

  /** @type {(entry: Entry, brought: Brought) => Promise<void>} */
  async #show(entry, brought) {
    const ready = this.#stage.put(entry, brought, this.set, this.#standing.isSilent);
    if (!this.review) setTimeout(keepPlace, 0, this.set.id, this.#way.at); // Once the question is seen.
    const question = await ready;
    if (!question) return;
    fill(question, entry, this.#standing);
    if (isClosed(question) && !this.review) this.#aids.answered(question, this.set.mode !== "memorise");
    else this.#aids.open(question, this.set, this.review);
    this.#refresh();
    this.#stage.enter();
    this.#way.prepare((next) => dress(next, this.set, this.#standing.isSilent));
  }

  /** The way on is pressed next; the verdict is read out meanwhile. @param {boolean} right */
  #answered(right) {
    this.#aids.answered(this.#stage.question);
    this.#paint();
    this.#bar.focus();
    const from = this.#way.entry;
    if (!right || !this.#preferences.onward || this.#way.isAtEnd) return;
    this.#leading = window.setTimeout(() => this.#way.entry === from && this.#way.step(1), SEEN);
  }

  /** @param {HTMLInputElement} input */
  #tapped(input) {
    const { question } = this.#stage;
    const meaning = question && !this.review ? meaningOfTap(input, question, this.set, this.#preferences) : null;
    if (meaning === "onward") return this.#way.step(1);
    if (meaning !== "check") return this.#refresh();
    letGo();
    submit(/** @type {TikuQuestion} */ (question));
  }

  /** What was to be remembered is shown, and how well it was is asked. */
  #uncover() {
    const { question } = this.#stage;
    if (!question) return;
    uncover(question);
    this.#aids.answered(question, false);
    this.#paint();
    this.#bar.focus();
  }

  /** @param {Recalled} recalled */
  #recall(recalled) {
    if (!this.#way.entry) return;
    // It counts at once: a step after a slow storage would be one from where the reader is by then.
    keepRecalled(this.#way.entry.id, this.set.id, recalled);
    if (this.#way.isAtEnd) this.#paint();
    else this.#way.step(1);
  }

  /** @param {Entry} entry */
  async #shelved(entry) {
    await this.#way.step(1);
    tellShelved(this.#way.fetching.element, entry, this.set.id);
  }

  #help() {
    openHelp(this, this.#preferences, (preferences) => (this.#preferences = preferences));
  }

  #again() {
    clearTimeout(this.#leading);
    this.#aids.open(this.#stage.question, this.set);
    this.#refresh();
    this.#stage.question?.enter();
  }

  async #draft() {
    const { entry, question } = this.#current;
    if (!question || !entry || !this.#standing.isUnmarked) return;
    const kept = this.#standing.keep(question);
    if (!this.#standing.isUnreadable(entry)) this.#notices.showUnreadable(false);
    this.#paint();
    await kept;
  }

  /** Another tab wrote a draft. @param {string} name */
  async #heard(name) {
    const id = draftIn(this.set.id, name);
    if (!id || this.review || this.inert) return;
    this.#standing.drafts = await draftsOf(this.set.id);
    const { entry, question } = this.#current;
    if (entry && id === entry.id) question?.draft(this.#standing.answerTo(entry).response);
    this.#refresh();
  }

  #refresh() {
    const { entry } = this.#way;
    this.#notices.showUnreadable(entry !== undefined && this.#standing.isUnreadable(entry));
    this.#paint();
  }

  #paint() {
    const { entry, question } = this.#current;
    if (!entry || !question) return;
    const place = { at: this.#way.at, of: this.#way.entries.length };
    const corrected = this.review ? "correctedReview" : "correctedAgain";
    this.#notices.show({ ...place, heading: this.headings.get(entry.id), corrected: this.#standing.isCorrected(entry) ? corrected : null });
    this.#sheet.show(this.#standing.cells(this.#way.entries, this.headings), this.#way.at);
    this.#bookmarks.show(entry);
    this.#notes.show(entry);
    this.#bar.show({ ...place, question, ...this.#offered(entry, question) });
  }

  /** What the large button does, and whether that leads to the next question.
   * @type {(entry: Entry, question: TikuQuestion) => {acts: Act[], isOn: boolean}} */
  #offered(entry, question) {
    const { set, review, ending } = this;
    const { isAtEnd: isLast } = this.#way;
    const onward = isLast ? { text: ending.last, act: ending.act } : { text: words.next, act: () => this.#way.step(1) };
    const acts = nextActs({ entry, question, set, review, isLast, onward, reveal: () => this.#uncover(), recall: (level) => this.#recall(level) });
    return { acts, isOn: acts[0] === onward };
  }

  /** A key belongs to the set also where nothing has the focus. @param {KeyboardEvent} event */
  #keydown(event) {
    if (!isFor(event, this)) return;
    this.#isPointing = false;
    handleKey(event, { question: this.#stage.question, bar: this.#bar, acts: this.#keys });
  }

  /** @type {Record<string, () => void>} */
  #keys = {
    n: () => this.#way.step(1), p: () => this.#way.step(-1),
    f: () => this.#bookmarks.flip("flag"), s: () => this.#bookmarks.flip("star"), "?": () => this.#help(),
  };
}

customElements.define("tiku-set", TikuSet);
