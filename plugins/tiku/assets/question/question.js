// <tiku-question>: one question that can be answered; the page holds everything, the key too.
//
// Practice sets and exams lead it by attributes: `data-mode` and `data-confidence` go into its
// events; with `data-set` only events of that set count; `data-silent` shows the field alone
// and stores nothing. It says `tiku-answered`, `tiku-again`, and when silent `tiku-drafted`.

import { QuestionView } from "./view.js";
import { fieldOf } from "./kinds/kinds.js";
import { inTurn } from "./turns.js";
import { isAbout, stateOf } from "../events/events.js";
import { store } from "../events/store.js";
import { words } from "../core/words.js";

/** @import { AnswerEvent, Kind, Order } from "../core/types.js" */

// The keys of which the theme must not hear while what they mean here is on its way.
const MEANT = /^([a-enp1-9]|enter)$/i;
/** @type {typeof import("./keyboard.js").press | undefined} */
let press;
/** @type {Promise<typeof press> | undefined} one, so that what waits for it goes on at once, in turn */
let keys;
/** Keys come when somebody comes; without them everything else goes on. */
const bringKeys = () => (keys ??= import("./keyboard.js").then((brought) => (press = brought.press), () => (keys = undefined)));

export class TikuQuestion extends HTMLElement {
  /**
   * Settled when it can be filled in: at once for most kinds, others fetch their field.
   * @type {Promise<void> | undefined}
   */
  ready;
  /** @type {QuestionView | undefined} */
  #view;
  /** Whether it shows what the log does not decide: a draft, or what was revealed. */
  #isDraft = false;
  /** @type {Order | null} the order its choices are to have */
  #order = null;
  /** Whether it was put to the check before it could be. */
  #isAsked = false;

  connectedCallback() {
    this.addEventListener("submit", this);
    this.addEventListener("input", this);
    this.addEventListener("keydown", this);
    this.addEventListener("focusin", this);
    store.addEventListener("changed", this);
    if (this.closest("tiku-quiz")) return inTurn(this);
    bringKeys();
    this.prepare();
  }

  /** Makes what a reader answers with; until then it can be read, and chosen in. */
  prepare() {
    this.ready ??= this.#build();
    // A field that could not be had is asked for anew when the reader writes on.
    return Promise.all([store.ready(), this.ready]).then(() => this.refresh(), () => (this.ready = undefined));
  }

  disconnectedCallback() {
    store.removeEventListener("changed", this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "submit") this.#submit(event);
    else if (event.type === "keydown") this.#press(/** @type {KeyboardEvent} */ (event));
    else if (event.type === "focusin") bringKeys();
    else if (event.type === "input") this.#drafted();
    else if (isAbout(event, this.id)) this.refresh();
  }

  /** What the reader's log says of this question. */
  get state() {
    return stateOf(store.eventsOf(this.id), this.dataset.revision ?? "", this.dataset.set);
  }

  /** What the reader has chosen or written; empty where nothing yet. */
  get response() {
    return this.#view?.response ?? [];
  }

  /** Once it is `ready`. @param {string[]} response */
  verdictOf(response) {
    return /** @type {QuestionView} */ (this.#view).judge(response);
  }

  /**
   * Fills it in, open and unchecked.
   * @param {string[]} response
   */
  async draft(response) {
    this.#isDraft = true;
    if (!this.#view) await this.ready;
    this.#view?.open(response);
  }

  /**
   * Shows it marked and locked, with its key; nothing is stored, and it is silent no more.
   * @param {string[]} response empty where it was not answered
   * @param {boolean} [right] nothing where nobody asked for an answer
   */
  async reveal(response, right) {
    this.#isDraft = true;
    if (!this.#view) await this.ready;
    delete this.dataset.silent;
    this.#view?.reveal(response, right);
  }

  /**
   * Puts the choices into an order, or the author's; not while they carry marks.
   * @param {Order | null} order
   */
  shuffle(order) {
    this.#order = order;
    if (!this.#view?.isLocked) this.#view?.shuffle(order);
  }

  /** The focus goes to where an answer begins, and there into view if nobody else sees to that. */
  async enter(isSeen = false) {
    if (!isSeen) this.scrollIntoView({ block: "nearest" });
    if (!this.#view) await this.prepare();
    this.#view?.focus(isSeen);
  }

  get #isSilent() {
    return this.dataset.silent !== undefined;
  }

  async #build() {
    const field = fieldOf(/** @type {Kind} */ (this.dataset.kind));
    this.#view = new QuestionView(this, field instanceof Promise ? await field : field);
    // A reader may have chosen before the script arrived.
    this.#isDraft ||= this.response.length > 0;
    if (this.#order && this.state.is === "fresh") this.#view.shuffle(this.#order);
  }

  /** Shows what the log says, where nothing else is shown. */
  refresh() {
    if (this.#isDraft || this.#isSilent) return;
    const { is, response } = this.state;
    if (is === "right" || is === "wrong") this.#view?.close(response, is === "right");
    else this.#view?.open([], is === "rekeyed" ? words.rekeyed : "");
  }

  /** A key that comes before what it means is held until then. @param {KeyboardEvent} event */
  #press(event) {
    if (press) return press(event, this);
    if (!MEANT.test(event.key)) return;
    const isChoice = /** @type {Element} */ (event.target).matches("li input");
    // What is still being composed is no answer, and a choice comes before what checks it.
    if (event.key === "Enter" && (isChoice || event.keyCode === 229)) event.preventDefault();
    event.stopPropagation();
    bringKeys().then((act) => act?.(event, this));
  }

  #drafted() {
    this.#isDraft = true;
    if (!this.#view) this.prepare();
    if (this.#isSilent) this.dispatchEvent(new Event("tiku-drafted", { bubbles: true }));
  }

  /** @param {Event} event */
  async #submit(event) {
    event.preventDefault();
    if (!this.#view) {
      // However often it is pressed meanwhile: a second time would take the answer away.
      if (this.#isAsked) return;
      this.#isAsked = true;
      this.prepare();
      await this.ready?.catch(() => {});
      this.#isAsked = false;
      if (!this.#view) return;
    }
    if (this.#isSilent) return;
    if (this.#view?.isLocked) this.#again();
    else this.#check();
  }

  #again() {
    this.#isDraft = true;
    this.#view?.again();
    this.dispatchEvent(new Event("tiku-again", { bubbles: true }));
  }

  #check() {
    const { response } = this;
    const { right, unreadable } = this.verdictOf(response);
    if (!response.length) this.#view?.ask();
    else if (this.#view?.grade()) return;
    else if (unreadable) this.#view?.say(words.unreadable);
    else this.#answered(response, right);
  }

  /** @type {(response: string[], right: boolean) => void} */
  #answered(response, right) {
    const answer = { question: this.id, response, right };
    this.#isDraft = true;
    store.add({ kind: "answer", ...answer, ...this.#circumstances });
    this.#isDraft = false;
    this.#view?.answer(response, right);
    this.dispatchEvent(new CustomEvent("tiku-answered", { bubbles: true, detail: answer }));
  }

  get #circumstances() {
    const { revision = "", mode = "page", set, confidence } = this.dataset;
    const sure = /** @type {AnswerEvent["confidence"]} */ (confidence);
    return { revision, mode, ...(set && { set }), ...(sure && { confidence: sure }) };
  }
}

customElements.define("tiku-question", TikuQuestion);
