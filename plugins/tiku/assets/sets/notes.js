// A reader's own note on a question: text and nothing else, kept in the log beside the answers.

import { make } from "../core/dom.js";
import { noteIn } from "../events/records.js";
import { store } from "../events/store.js";
import { words } from "./words.js";

/** @import { Entry } from "../core/types.js" */

const LONGEST = 2000;

export class Notes {
  #area = make("textarea", { rows: "3", maxlength: String(LONGEST) });
  #name = make("summary", {});
  element = make("details", { class: "tiku-own-note" }, this.#name, this.#area);
  /** @type {Entry | undefined} */
  #entry;
  /** What it said before anything was written. */
  #shown = "";

  constructor() {
    this.#area.setAttribute("aria-label", words.note);
    this.#area.placeholder = words.noteHint;
    this.#area.addEventListener("change", () => this.keep());
  }

  /** What is being written stays while its question does. @param {Entry} entry */
  show(entry) {
    if (entry === this.#entry && (this.#isWritten || this.#kept === this.#shown)) return;
    this.keep();
    this.#entry = entry;
    this.#area.value = this.#shown = this.#kept;
    this.element.open = this.#shown !== "";
    this.#tell(this.#shown);
  }

  /** What was written counts also where the reader only leaves; where nothing was, another tab may have. */
  async keep() {
    if (!this.#entry || !this.#isWritten) return;
    this.#shown = this.#area.value.trim();
    this.#tell(this.#shown);
    await store.add({ kind: "note", question: this.#entry.id, text: this.#shown });
  }

  get #isWritten() {
    return this.#area.value.trim() !== this.#shown;
  }

  get #kept() {
    return this.#entry ? noteIn(store.eventsOf(this.#entry.id)).trim() : "";
  }

  /** @param {string} text */
  #tell(text) {
    this.#name.textContent = text ? words.noteOfMine : words.addNote;
  }
}
