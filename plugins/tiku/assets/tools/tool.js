// <tiku-tool>: a calculator. The page has the form, hidden, and the worked example in the places of
// the results; what the reader fills in stands in the address, so that it can be shared.

import { calculate, InputError, labelsOf, parse, shownOf } from "./calculation.js";
import { row } from "./formula-values.js";
import { drawn } from "./pictures.js";
import { words } from "./words.js";
import { make } from "../core/dom.js";

/** @import { Tool, Result } from "./calculation.js" */

// Milliseconds after the last change until the results are said.
const PAUSE = 1200;

class TikuTool extends HTMLElement {
  /** @type {Tool} */
  #tool = JSON.parse(this.dataset.tool ?? "{}");
  #timer = 0;

  connectedCallback() {
    const form = this.#form;
    const address = new URLSearchParams(location.search);
    for (const { name } of this.#tool.inputs) {
      const given = address.get(this.#key(name));
      if (given !== null) this.#field(name).value = given;
    }
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", this);
    this.querySelector(".tiku-tool-example")?.remove();
    this.#show();
  }

  handleEvent() {
    const address = new URL(location.href);
    for (const { name, default: first } of this.#tool.inputs) {
      const { value } = this.#field(name);
      if (value === first) address.searchParams.delete(this.#key(name));
      else address.searchParams.set(this.#key(name), value);
    }
    history.replaceState(history.state, "", address);
    this.#show();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#say(), PAUSE);
  }

  get #form() {
    return /** @type {HTMLFormElement} */ (this.querySelector("form"));
  }

  /** Of several tools on a page. @param {string} name */
  #key(name) {
    return `${this.dataset.id}.${name}`;
  }

  /** @param {string} name */
  #field(name) {
    return /** @type {HTMLInputElement} */ (this.#form.elements.namedItem(name));
  }

  #show() {
    const texts = Object.fromEntries(this.#tool.inputs.map(({ name }) => [name, this.#field(name).value]));
    const unread = this.#tool.inputs.filter((input) => !this.#mark(input.name, isRead(input, texts[input.name])));
    const result = unread.length ? words.unreadable : resultOf(this.#tool, texts);
    const told = typeof result === "string" ? result : result.refused;
    this.classList.toggle("tiku-tool-nothing", Boolean(told));
    this.#text(".tiku-tool-verdict", told || /** @type {Result} */ (result).verdict);
    for (const cell of /** @type {Iterable<HTMLElement>} */ (this.querySelectorAll("[data-name]"))) {
      cell.textContent = told ? "—" : /** @type {Result} */ (result).shown[cell.dataset.name ?? ""];
    }
    this.#list(".tiku-tool-warnings", told ? [] : /** @type {Result} */ (result).warnings);
    this.#list(".tiku-tool-lines ol", told ? [] : /** @type {Result} */ (result).lines);
    this.#rows(told ? undefined : /** @type {Result} */ (result), texts);
  }

  /** @type {(name: string, fits: boolean) => boolean} */
  #mark(name, fits) {
    this.#field(name).setAttribute("aria-invalid", String(!fits));
    return fits;
  }

  /** @type {(place: string, text: string) => void} */
  #text(place, text) {
    const element = this.querySelector(place);
    if (element) element.textContent = text;
  }

  /** @type {(place: string, texts: string[]) => void} */
  #list(place, texts) {
    this.querySelector(place)?.replaceChildren(...texts.map((text) => make("li", {}, text)));
  }

  /** The table and the picture. @type {(result: Result | undefined, texts: Record<string, string>) => void} */
  #rows(result, texts) {
    const pasted = this.#tool.inputs.find(({ kind }) => kind === "rows");
    const labels = pasted && result ? labelsOf(pasted, texts[pasted.name]) : [];
    if (pasted) this.querySelector(".tiku-tool-rows tbody")?.replaceChildren(...(result ? rowsOf(this.#tool, pasted, result, labels) : []));
    const svg = this.querySelector("svg");
    if (!svg || !this.#tool.picture) return;
    const { height, shapes } = result ? drawn(this.#tool.picture, result, labels) : { height: 0, shapes: [] };
    svg.setAttribute("viewBox", `0 0 340 ${height}`);
    svg.replaceChildren(...shapes.map(([tag, attributes, text = ""]) => {
      const shape = document.createElementNS(svg.namespaceURI, tag);
      for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, value);
      shape.append(text);
      return shape;
    }));
  }

  /** Once, and not at every key. */
  #say() {
    const cells = [...this.querySelectorAll("[data-name]")].slice(0, 4);
    const results = cells.map((cell) => `${cell.parentElement?.firstElementChild?.textContent} ${cell.textContent}`);
    const verdict = this.querySelector(".tiku-tool-verdict")?.textContent ?? "";
    this.#text(".tiku-tool-said", words.said({ results: [verdict, ...results].filter(Boolean).join("; ") }));
  }
}

/** @type {(input: Tool["inputs"][number], text: string) => boolean} */
function isRead(input, text) {
  try {
    parse(input, text);
    return true;
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}

/** A sentence where nothing comes out. @type {(tool: Tool, texts: Record<string, string>) => Result | string} */
function resultOf(tool, texts) {
  try {
    return calculate(tool, texts, words.list);
  } catch (error) {
    if (error instanceof RangeError) return words.nothing;
    throw error;
  }
}

/** @type {(tool: Tool, pasted: Tool["inputs"][number], result: Result, labels: string[]) => HTMLElement[]} */
function rowsOf({ outputs }, { columns }, { known: { values } }, labels) {
  const made = outputs.filter(({ label, name }) => label && Array.isArray(values[name]));
  return labels.map((label, at) =>
    make("tr", {}, make("th", { scope: "row" }, label),
      ...columns.map((name) => make("td", {}, String(row(values[name])[at]))),
      ...made.map((output) => make("td", {}, shownOf(output, row(values[output.name])[at])))));
}

customElements.define("tiku-tool", TikuTool);
