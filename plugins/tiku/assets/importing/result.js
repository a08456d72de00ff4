// What an import came to: the doubts, each with its line, and the YAML to copy or to download.

import { copied } from "../core/copying.js";
import { make } from "../core/dom.js";
import { own } from "../core/own.js";
import { words as said } from "./words.js";

/** @typedef {[line: number, severity: string, text: string, hint: string]} Told */
/** @typedef {{ text: string, form: string, count: number, told: Told[] }} Made */

const MOST_DOUBTS = 500;
/** Characters; a browser lays out no more without a wait. */
const MOST_SHOWN = 60_000;

export class Result {
  element = make("div");
  #code = make("code");
  #status = make("span", { role: "status" });
  #address = "";
  #text = "";

  /** @param {(line: number) => void} select */
  constructor(select) {
    this.select = select;
  }

  clear() {
    URL.revokeObjectURL(this.#address);
    this.element.replaceChildren();
  }

  /** @param {Made} made */
  show(made) {
    this.clear();
    const shown = made.told.slice(0, MOST_DOUBTS).map((one) => this.#doubt(one));
    const rest = made.told.length - shown.length;
    const list = make("ol", { class: "tiku-doubts" }, ...shown);
    this.element.append(make("h2", {}, said.doubts), made.told.length ? list : make("p", {}, said.clear));
    if (rest > 0) this.element.append(make("p", {}, said.others({ count: rest })));
    if (made.count) this.element.append(...this.#bank(made.text));
  }

  /** @param {Told} told */
  #doubt([line, severity, text, hint]) {
    const button = make("button", { type: "button" }, said.line({ line }));
    button.addEventListener("click", () => this.select(line));
    return make("li", { "data-severity": severity }, button, make("b", {}, own(said.severities, severity) ?? severity), ` ${text}`, make("span", { class: "tiku-mend" }, hint));
  }

  /** @param {string} text @returns {HTMLElement[]} */
  #bank(text) {
    const isCut = text.length > MOST_SHOWN;
    const name = `${/^topic: "?([a-z0-9-]+)/.exec(text)?.[1] ?? "import"}.yml`;
    this.#text = text;
    this.#code.textContent = isCut ? text.slice(0, text.lastIndexOf("\n", MOST_SHOWN)) : text;
    this.#address = URL.createObjectURL(new Blob([text], { type: "text/yaml" }));
    this.#status.textContent = "";
    const copy = make("button", { type: "button", class: "tiku-button" }, said.copy);
    copy.addEventListener("click", () => this.#copy());
    return [
      make("h2", {}, said.yaml),
      make("p", { class: "tiku-take" }, copy, make("a", { href: this.#address, download: name }, said.download({ name })), this.#status),
      ...(isCut ? [make("p", {}, said.cut)] : []),
      make("pre", { class: "tiku-yaml", tabindex: "0" }, this.#code),
    ];
  }

  async #copy() {
    this.#status.textContent = (await copied(this.#text, this.#code)) ? said.copied : said.uncopied;
  }
}
