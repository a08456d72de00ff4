// <tiku-question>: one question that can be answered.
//
// The page holds everything already, the key too; this adds a button, a verdict and marks.

import { make } from "./dom.js";
import { mark, rightChoices } from "./marking.js";
import { stateOf } from "./progress.js";
import { shuffled } from "./shuffle.js";
import { store } from "./store.js";
import { words } from "./words.js";

/** @import { Kind, State } from "./types.js" */

export class TikuQuestion extends HTMLElement {
  #button = make("button", { type: "submit", class: "tiku-button" });
  #verdict = make("output", { class: "tiku-verdict", "aria-live": "off" });
  /** Whether the reader is answering: then nothing from elsewhere is shown. */
  #answering = false;
  /** @type {Element[]} */
  #order = [];

  connectedCallback() {
    if (!this.#button.isConnected) this.#build();
    this.#form.addEventListener("submit", this);
    this.addEventListener("input", this);
    this.addEventListener("keydown", this);
    store.addEventListener("changed", this);
    store.ready().then(() => this.#refresh());
  }

  disconnectedCallback() {
    store.removeEventListener("changed", this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    if (event.type === "submit") this.#submit(event);
    else if (event.type === "keydown") this.#keydown(/** @type {KeyboardEvent} */ (event));
    else if (event.type === "input") this.#answering = true;
    else this.#refresh();
  }

  /** What the reader's log says of this question. */
  get state() {
    return stateOf(store.eventsOf(this.id), this.dataset.revision ?? "");
  }

  /**
   * Puts the choices into the order of a seed, or the author's; not while they carry marks.
   * @param {number | null} seed
   */
  shuffle(seed) {
    if (this.#fieldset.disabled) return;
    const focused = this.#inputs.find((input) => input === document.activeElement);
    const order = seed === null ? this.#order : shuffled(this.#order, seed);
    this.querySelector(".tiku-choices")?.append(...order);
    // An element that is moved loses the focus.
    focused?.focus();
  }

  /** Brings it into view, with the focus where an answer begins. */
  enter() {
    this.scrollIntoView({ block: "nearest" });
    (this.#fieldset.disabled ? this.#button : this.#inputs[0])?.focus();
  }

  get #kind() {
    return /** @type {Kind} */ (this.dataset.kind);
  }

  get #form() {
    return /** @type {HTMLFormElement} */ (this.querySelector("form"));
  }

  get #fieldset() {
    return /** @type {HTMLFieldSetElement} */ (this.querySelector("fieldset"));
  }

  get #inputs() {
    return [...this.#fieldset.querySelectorAll("input")];
  }

  get #details() {
    return /** @type {HTMLDetailsElement} */ (this.querySelector(".tiku-answer"));
  }

  get #response() {
    const used = this.#inputs.filter((input) => isWritten(input) || input.checked);
    return used.map((input) => input.value).filter((value) => value.trim());
  }

  #build() {
    this.#order = [...this.querySelectorAll(".tiku-choices > li")];
    this.#details.before(make("p", { class: "tiku-controls" }, this.#button, this.#verdict));
    this.#button.textContent = words.check;
    // A reader may have chosen before the script arrived.
    this.#answering = this.#response.length > 0;
  }

  #refresh() {
    if (!this.#answering) this.#show(this.state);
  }

  /** @param {State} state */
  #show({ is, response }) {
    if (is === "right" || is === "wrong") this.#close(response, is === "right");
    else this.#open();
    if (is === "rekeyed") this.#verdict.textContent = words.rekeyed;
  }

  /** Ready to be answered. */
  #open() {
    this.#clear();
    this.#fieldset.disabled = false;
    this.#form.reset();
    this.#button.textContent = words.check;
    this.#verdict.textContent = "";
  }

  /**
   * Answered: marked and locked.
   * @param {string[]} response
   * @param {boolean} right
   */
  #close(response, right) {
    this.#clear();
    this.#fill(response);
    this.#fieldset.disabled = true;
    this.#button.textContent = words.again;
    this.#verdict.textContent = `${right ? `✓ ${words.right}` : `✗ ${words.wrong}`}`;
    this.dataset.verdict = right ? "right" : "wrong";
    if (isWritten(this.#inputs[0])) this.#verdict.append(` ${words.wrote(response[0] ?? "")}`);
    else for (const input of this.#inputs) this.#mark(input);
  }

  #clear() {
    delete this.dataset.verdict;
    for (const added of this.querySelectorAll(".tiku-mark, .tiku-note")) added.remove();
    for (const marked of this.querySelectorAll("[data-mark]")) marked.removeAttribute("data-mark");
  }

  /** @param {string[]} response */
  #fill(response) {
    for (const input of this.#inputs) {
      if (isWritten(input)) input.value = response[0] ?? "";
      else input.checked = response.includes(input.value);
    }
  }

  /** @param {HTMLInputElement} input */
  #mark(input) {
    const right = rightChoices(this.dataset.key ?? "").includes(input.value);
    if (!right && !input.checked) return;
    const name = right ? (input.checked ? "yoursAndRight" : "missed") : "yours";
    const item = /** @type {HTMLElement} */ (input.closest("li"));
    item.dataset.mark = name;
    input.parentElement?.append(make("span", { class: "tiku-mark" }, words[name]));
    if (!right) this.#explain(item, input.value);
  }

  /** @type {(item: HTMLElement, choice: string) => void} */
  #explain(item, choice) {
    const note = this.querySelector(`.tiku-why > [data-choice="${CSS.escape(choice)}"]`);
    if (!note) return;
    const copies = [...note.childNodes].slice(1).map((node) => node.cloneNode(true));
    const here = make("p", { class: "tiku-note" });
    here.append(...copies);
    item.append(here);
  }

  /** @param {Event} event */
  #submit(event) {
    event.preventDefault();
    this.#verdict.setAttribute("aria-live", "polite");
    if (this.#fieldset.disabled) this.#again();
    else this.#check();
  }

  #again() {
    this.#answering = true;
    this.#details.open = false;
    this.#open();
    this.dispatchEvent(new Event("tiku-again", { bubbles: true }));
  }

  #check() {
    const response = this.#response;
    if (!response.length) {
      this.#verdict.textContent = isWritten(this.#inputs[0]) ? words.unwritten : words.nothing;
      return;
    }
    const { right, unreadable } = mark(this.#kind, this.dataset.key ?? "", response);
    if (unreadable) this.#verdict.textContent = words.unreadable;
    else this.#answered(response, right);
  }

  /**
   * @param {string[]} response
   * @param {boolean} right
   */
  #answered(response, right) {
    this.#answering = false;
    this.#button.focus({ preventScroll: true });
    this.#close(response, right);
    this.#details.open = true;
    const revision = this.dataset.revision ?? "";
    store.add({ kind: "answer", question: this.id, revision, response, right, mode: "page" });
  }

  /** @param {KeyboardEvent} event */
  #keydown(event) {
    const { target, key } = event;
    const typing = target instanceof HTMLInputElement && isWritten(target);
    if (typing || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (!this.#act(key.toLowerCase(), target)) return;
    event.preventDefault();
    // Material listens to n, p, s and f on the whole page.
    event.stopPropagation();
  }

  /** @type {(key: string, target: EventTarget | null) => boolean} whether the key meant something */
  #act(key, target) {
    if (key === "enter") return target instanceof HTMLInputElement && this.#enterKey();
    if (key === "n") return this.#go(1);
    if (key === "p") return this.#go(-1);
    const index = "abcde".indexOf(key) + 1 || Number(key);
    return this.#choose(this.#inputs[index - 1]);
  }

  #enterKey() {
    this.#form.requestSubmit();
    return true;
  }

  /** @param {number} step */
  #go(step) {
    const all = [...document.querySelectorAll("tiku-question")];
    const shown = all.filter((question) => question.checkVisibility());
    const next = /** @type {TikuQuestion | undefined} */ (shown[shown.indexOf(this) + step]);
    next?.enter();
    return true;
  }

  /** @param {HTMLInputElement | undefined} input */
  #choose(input) {
    if (!input || isWritten(input) || this.#fieldset.disabled) return false;
    input.focus();
    input.click();
    return true;
  }
}

/** @param {HTMLInputElement | undefined} input */
const isWritten = (input) => input?.name === "answer";
