// The answer sheet (答題卡): one filled cell a question, told apart by fill, word and sign. On a
// narrow screen it is a drawer that opens over the question, on a wide one it stands beside it.

import { button } from "../core/controls.js";
import { make } from "../core/dom.js";
import { words } from "./words.js";

/** @typedef {"fresh" | "answered" | "right" | "wrong" | "known" | "vague" | "unknown"} CellState */
/** @typedef {{state: CellState, flagged: boolean, unsure: boolean, heading?: string}} Cell */

const WIDE = matchMedia("(min-width: 60em)");

export class Sheet {
  /** Where it stands on a wide screen. */
  element = make("aside", { class: "tiku-set-side", "aria-label": words.sheet });
  #sheet = make("div", { class: "tiku-sheet" });
  #drawer = make("dialog", { class: "tiku-dialog tiku-drawer", "aria-label": words.sheet });
  #list = make("ol", { class: "tiku-sheet-cells" });
  #count = make("span");
  /** @type {HTMLButtonElement[]} */
  #buttons = [];

  /** @param {(index: number) => void} go */
  constructor(go) {
    this.#sheet.append(make("p", { class: "tiku-sheet-title" }, words.sheet, " ", this.#count), this.#list);
    this.#drawer.append(button(words.close, () => this.#drawer.close()));
    this.#list.addEventListener("click", ({ target }) => {
      const cell = /** @type {HTMLElement} */ (target).closest("button");
      if (!cell) return;
      this.#drawer.close();
      go(this.#buttons.indexOf(cell));
    });
    // A tap beside the drawer closes it.
    this.#drawer.addEventListener("click", ({ target }) => target === this.#drawer && this.#drawer.close());
    this.place();
  }

  connect() {
    WIDE.addEventListener("change", this.place);
  }

  disconnect() {
    WIDE.removeEventListener("change", this.place);
  }

  /** Into the column, or into the drawer. */
  place = () => {
    if (WIDE.matches) this.#drawer.close();
    (WIDE.matches ? this.element : this.#drawer).prepend(this.#sheet);
    if (!this.#drawer.isConnected) this.element.append(this.#drawer);
  };

  /** To the question one is at. */
  open() {
    if (!WIDE.matches) this.#drawer.showModal();
    this.#buttons.find((one) => one.hasAttribute("aria-current"))?.focus();
  }

  /**
   * @param {Cell[]} cells
   * @param {number} current
   */
  show(cells, current) {
    if (this.#buttons.length !== cells.length) this.#build(cells);
    this.#buttons.forEach((one, index) => paint(one, cells[index], index, index === current));
    this.#follow(this.#buttons[current]);
    const done = cells.filter(({ state }) => state !== "fresh").length;
    this.#count.textContent = countOf(done, cells.length, cells.filter(({ flagged }) => flagged).length);
  }

  /** A long sheet keeps the cell one is at in view. @param {HTMLElement | undefined} cell */
  #follow(cell) {
    const sheet = this.#sheet;
    // In a closed drawer nobody sees it, and a phone need not lay out the page to find that out.
    if (!cell || !(WIDE.matches || this.#drawer.open) || sheet.scrollHeight <= sheet.clientHeight) return;
    const { top, bottom } = sheet.getBoundingClientRect();
    const at = cell.getBoundingClientRect();
    if (at.top < top || at.bottom > bottom) sheet.scrollTop += at.top - top - sheet.clientHeight / 2;
  }

  /** @param {Cell[]} cells */
  #build(cells) {
    this.#buttons = cells.map(() => make("button", { type: "button" }));
    this.#list.replaceChildren(...this.#buttons.flatMap((one, index) => {
      const { heading } = cells[index];
      const title = heading ? [make("li", { class: "tiku-sheet-heading" }, heading)] : [];
      return [...title, make("li", {}, one)];
    }));
  }
}

/** @type {(done: number, of: number, flagged: number) => string} */
const countOf = (done, of, flagged) => (flagged ? words.answeredFlagged({ done, of, flagged }) : words.answered({ done, of }));

/** @type {(button: HTMLButtonElement, cell: Cell, index: number, current: boolean) => void} */
function paint(button, { state, flagged, unsure }, index, current) {
  const said = [words.number({ at: index + 1 }), words.cells[state], ...(unsure ? [words.unsure] : []), ...(flagged ? [words.flagged] : [])];
  const name = said.join(words.comma);
  if (button.ariaLabel === name && button.hasAttribute("aria-current") === current) return;
  button.ariaLabel = name;
  button.dataset.state = state;
  button.toggleAttribute("data-flagged", flagged);
  button.toggleAttribute("data-unsure", unsure);
  if (current) button.setAttribute("aria-current", "true");
  else button.removeAttribute("aria-current");
  const beside = `${unsure ? words.unsureSign : ""}${flagged ? words.flagSign : ""}`;
  const signs = words.signs[state] || beside ? [make("span", { class: "tiku-sheet-sign" }, make("span", {}, words.signs[state]), beside)] : [];
  button.replaceChildren(String(index + 1), ...signs);
}
