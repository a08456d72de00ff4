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

  constructor() {
    this.#area.setAttribute("aria-label", words.note);
    this.#area.placeholder = words.noteHint;
    this.#area.addEventListener("change", () => this.keep());
  }

  /** What is being written stays while its question does. @param {Entry} entry */
  show(entry) {
    if (entry === this.#entry) return;
    this.keep();
    this.#entry = entry;
    const text = this.#kept;
    this.#area.value = text;
    this.element.open = text !== "";
    this.#tell(text);
  }

  /** What was written counts also where the reader only leaves. */
  async keep() {
    const text = this.#area.value.trim();
    if (!this.#entry || text === this.#kept) return;
    this.#tell(text);
    await store.add({ kind: "note", question: this.#entry.id, text });
  }

  get #kept() {
    return this.#entry ? noteIn(store.eventsOf(this.#entry.id)) : "";
  }

  /** @param {string} text */
  #tell(text) {
    this.#name.textContent = text ? words.noteOfMine : words.addNote;
  }
}
