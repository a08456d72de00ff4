// The rows of choices: a text, whether it is right, what is wrong with it, its id.

import { make } from "../core/dom.js";
import { labelled, Rows } from "./form-controls.js";
import { named, slug } from "./ids.js";
import { words as said } from "./words.js";

/** @import { Choice } from "./draft.js" */

const FIRST = 4;
/** Choices are shuffled: a letter before one means nothing. */
const LETTER = /^\s*(?:[（(]?[A-FＡ-Ｆ][)）.．、]|[-*•])\s*/;

class ChoiceRow {
  #text = make("textarea", { name: "text", rows: "1" });
  #right = make("input", { name: "right", type: "checkbox" });
  #why = make("textarea", { name: "why", rows: "1" });
  #id = make("input", { name: "choice-id", autocapitalize: "none", spellcheck: "false" });
  #named = make("summary");
  #naming = make("details", { class: "tiku-choice-id" }, this.#named, this.#id);
  #whyLabel;
  element;

  /** @param {number} number */
  constructor(number) {
    const { labels } = said;
    this.#right.setAttribute("aria-label", labels.rightOf({ number }));
    this.#whyLabel = labelled(labels.why({ number }), this.#why);
    this.#id.setAttribute("aria-label", labels.choiceId({ number }));
    this.#id.addEventListener("change", () => this.#settle());
    this.element = make(
      "div", { class: "tiku-choice-row" },
      labelled(labels.choice({ number }), this.#text),
      make("label", { class: "tiku-right" }, this.#right, labels.right),
      this.#whyLabel,
      this.#naming,
    );
  }

  get isEmpty() {
    return !this.#text.value.trim();
  }

  get read() {
    return { text: this.#text.value, right: this.#right.checked, why: this.#why.value, typed: this.#id.value };
  }

  /** @param {string} text */
  write(text) {
    this.#text.value = text;
  }

  /** @param {string} id what it is called by now */
  show(id) {
    this.#id.placeholder = id;
    this.#named.textContent = said.id({ id });
    this.#naming.hidden = this.isEmpty;
    this.element.dataset.choice = id;
    this.#whyLabel.hidden = this.#right.checked || this.isEmpty;
  }

  /** What cannot be an id becomes one, in sight of who typed it. */
  #settle() {
    this.#id.value = slug(this.#id.value) && this.#id.placeholder;
  }
}

export class Choices {
  #rows = new Rows((number) => new ChoiceRow(number), FIRST);
  #reserved;
  element = this.#rows.element;

  /** @param {string[]} reserved names that no choice has */
  constructor(reserved) {
    this.#reserved = reserved;
    this.element.addEventListener("paste", (event) => this.#paste(event));
  }

  /** @returns {Choice[]} */
  get read() {
    const rows = this.#rows.all.map((row) => row.read);
    const ids = named(rows, this.#reserved);
    return rows.map(({ text, right, why }, index) => ({ id: ids[index], text, right, why }));
  }

  show() {
    this.#rows.grow();
    for (const [index, { id }] of this.read.entries()) this.#rows.all[index].show(id);
  }

  /** Several lines are several choices. @param {ClipboardEvent} event */
  #paste(event) {
    const input = /** @type {HTMLTextAreaElement} */ (event.target);
    const lines = (event.clipboardData?.getData("text/plain") ?? "").split(/\r?\n/).filter((line) => line.trim());
    if (input.name !== "text" || input.value || lines.length < 2) return;
    event.preventDefault();
    const from = this.#rows.all.findIndex(({ element }) => element.contains(input));
    this.#rows.grow(from + lines.length);
    lines.forEach((line, index) => this.#rows.all[from + index].write(line.replace(LETTER, "").trim()));
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }
}
