// The answer sheet (答題卡): one button a question, told apart by sign, word and colour.

import { make } from "../core/dom.js";
import { words } from "./words.js";

/** @typedef {"fresh" | "answered" | "right" | "wrong" | "known" | "unknown"} CellState */
/** @typedef {{state: CellState, flagged: boolean, heading?: string}} Cell */

export class Sheet {
  element = make("details", { class: "tiku-sheet", open: true });
  #list = make("ol", { class: "tiku-sheet-cells" });
  #count = make("span");
  /** @type {HTMLButtonElement[]} */
  #buttons = [];

  /** @param {(index: number) => void} go */
  constructor(go) {
    this.element.append(make("summary", {}, words.sheet, " ", this.#count), this.#list);
    this.#list.addEventListener("click", ({ target }) => {
      const button = /** @type {HTMLElement} */ (target).closest("button");
      if (button) go(this.#buttons.indexOf(button));
    });
  }

  /**
   * @param {Cell[]} cells
   * @param {number} current
   */
  show(cells, current) {
    if (this.#buttons.length !== cells.length) this.#build(cells);
    this.#buttons.forEach((button, index) => paint(button, cells[index], index, index === current));
    const done = cells.filter(({ state }) => state !== "fresh").length;
    this.#count.textContent = countOf(done, cells.length, cells.filter(({ flagged }) => flagged).length);
  }

  /** @param {Cell[]} cells */
  #build(cells) {
    this.#buttons = cells.map(() => make("button", { type: "button" }));
    this.#list.replaceChildren(...this.#buttons.flatMap((button, index) => {
      const { heading } = cells[index];
      const title = heading ? [make("li", { class: "tiku-sheet-heading" }, heading)] : [];
      return [...title, make("li", {}, button)];
    }));
  }
}

/** @type {(done: number, of: number, flagged: number) => string} */
const countOf = (done, of, flagged) => (flagged ? words.answeredFlagged({ done, of, flagged }) : words.answered({ done, of }));

/** @type {(button: HTMLButtonElement, cell: Cell, index: number, current: boolean) => void} */
function paint(button, { state, flagged }, index, current) {
  button.dataset.state = state;
  button.toggleAttribute("data-flagged", flagged);
  if (current) button.setAttribute("aria-current", "true");
  else button.removeAttribute("aria-current");
  const said = [words.number({ at: index + 1 }), words.cells[state], ...(flagged ? [words.flagged] : [])];
  button.setAttribute("aria-label", said.join(words.comma));
  button.textContent = `${index + 1}${words.signs[state]}${flagged ? words.flagSign : ""}`;
}
