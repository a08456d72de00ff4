// The clock of a paper: time is only counted while the paper is open and not paused.
//
// What was spent is kept every second, so that a crash costs no more than that; the larger of two
// tabs' counts holds. It may be paused or switched off (WCAG 2.2, success criterion 2.2.1), and stays
// so over a reload.

import { make } from "../core/dom.js";
import { store } from "../events/store.js";
import { button } from "../core/controls.js";
import { words } from "./words.js";

const SECOND = 1000;
const WARNING = 5 * 60 * SECOND;

const nameOf = (/** @type {string} */ set) => `clock/${set}`;

/**
 * What was spent after another moment.
 * @param {{spent: number, running: boolean}} clock milliseconds
 * @param {number} passed milliseconds since the last look; a sleeping machine makes it large
 */
const advance = ({ spent, running }, passed) => (running ? spent + Math.min(Math.max(passed, 0), 5 * SECOND) : spent);

/** @param {number} time milliseconds */
function leftOf(time) {
  const seconds = Math.floor(Math.max(0, time) / SECOND);
  return words.left({ minutes: Math.floor(seconds / 60), seconds: String(seconds % 60).padStart(2, "0") });
}

export class Clock {
  element = make("div", { class: "tiku-clock" });
  spent = 0;
  #running = true;
  #shown = true;
  #last = 0;
  #timer = 0;
  /** Warnings: read out, and seen where the bar is. */
  said = make("p", { role: "status", class: "tiku-clock-said" });
  text = make("span", { class: "tiku-clock-text" });

  /**
   * @param {string} set
   * @param {number} limit milliseconds
   * @param {(paused: boolean) => void} [pausing] called at the start, and when it is paused or goes on
   */
  constructor(set, limit, pausing = () => {}) {
    this.set = set;
    this.limit = limit;
    this.pausing = pausing;
  }

  /** @param {number} [before] milliseconds spent where nothing is kept here */
  async start(before = 0) {
    const kept = await store.setting(nameOf(this.set));
    Object.assign(this, { spent: Number(kept?.spent) || before });
    this.#shown = kept?.shown !== false;
    this.#running = this.#shown && kept?.running !== false;
    this.#last = performance.now();
    this.#timer = window.setInterval(() => this.#tick(), SECOND);
    this.#show();
  }

  stop() {
    clearInterval(this.#timer);
    this.#timer = 0;
  }

  /** Leaves nothing behind. */
  async forget() {
    this.stop();
    await store.set(nameOf(this.set), undefined);
  }

  async #tick() {
    const now = performance.now();
    const before = this.spent;
    this.spent = advance({ spent: this.spent, running: this.#running && !document.hidden }, now - this.#last);
    this.#last = now;
    if (this.spent === before) return;
    this.#announce(before);
    this.text.textContent = this.#left;
    await this.#keep();
  }

  async #keep() {
    const other = Number((await store.setting(nameOf(this.set)))?.spent) || 0;
    this.spent = Math.max(this.spent, other);
    // What was handed in meanwhile leaves nothing behind.
    if (this.#timer) await this.#write();
  }

  #write() {
    return store.set(nameOf(this.set), { spent: this.spent, shown: this.#shown, running: this.#running });
  }

  /** @param {number} before */
  #announce(before) {
    const crossed = (/** @type {number} */ at) => before < at && this.spent >= at;
    if (crossed(this.limit)) this.said.textContent = words.timeUp;
    else if (crossed(this.limit - WARNING)) this.said.textContent = words.fiveLeft;
  }

  get #left() {
    return this.#running ? leftOf(this.limit - this.spent) : words.paused;
  }

  #show() {
    this.text.textContent = this.#left;
    const toggle = (/** @type {"first" | "last"} */ place, /** @type {() => void} */ change) => () => {
      change();
      // At once, before a reload can come; what another tab counts is looked at with the next second.
      this.#write();
      this.#show();
      /** @type {HTMLElement | null} */ (this.element.querySelector(`button:${place}-of-type`))?.focus();
    };
    const pause = button(this.#running ? words.pause : words.goOn, toggle("first", () => (this.#running = !this.#running)));
    const hide = button(this.#shown ? words.hideClock : words.showClock, toggle("last", () => {
      this.#shown = !this.#shown;
      this.#running = this.#shown;
    }));
    const isPaused = this.#shown && !this.#running;
    this.pausing(isPaused);
    this.text.hidden = !this.#shown;
    const cover = isPaused ? [make("p", { class: "tiku-paused" }, words.covered)] : [];
    this.element.replaceChildren(...cover, ...(this.#shown ? [pause] : []), hide);
  }
}
