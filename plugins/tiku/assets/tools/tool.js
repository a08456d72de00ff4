// <tiku-tool>: a calculator. The page has the form, hidden, and the worked example in the places of
// the results; what the reader fills in stands in the address, so that it can be shared.

import { calculate, InputError, parse } from "./calculation.js";
import { words } from "./words.js";
import { make } from "../core/dom.js";

/** @import { Part, Tool, Result } from "./calculation.js" */

// Milliseconds after the last change until the results are said.
const PAUSE = 1200;

// What not every tool has; the page names what its tools need.
/** @type {Record<string, () => Promise<{show?: Part}>>} */
const LATER = {
  rows: async () => import("./rows.js"),
  compare: async () => import("./comparison.js"),
  bars: async () => import("./picture-bars.js"),
  curve: async () => import("./picture-curve.js"),
  control: async () => import("./picture-control.js"),
  intervals: async () => import("./interval-functions.js"),
  days: async () => import("./day-functions.js"),
  shares: async () => import("./share-functions.js"),
};

class TikuTool extends HTMLElement {
  /** @type {Tool} */
  #tool = JSON.parse(this.dataset.tool ?? "{}");
  #timer = 0;
  /** @type {Part[]} */
  #parts = [];

  async connectedCallback() {
    const needs = this.dataset.needs?.split(" ").filter(Boolean) ?? [];
    const brought = await Promise.all(needs.map((name) => LATER[name]()));
    this.#parts = brought.flatMap(({ show }) => show ?? []);
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
    const found = told ? undefined : /** @type {Result} */ (result);
    this.#list(".tiku-tool-warnings", found?.here.flatMap(([at, text]) => (at ? [] : text)) ?? []);
    this.#list(".tiku-tool-lines ol", found?.lines ?? []);
    for (const place of /** @type {Iterable<HTMLElement>} */ (this.querySelectorAll("[data-here]"))) {
      place.textContent = found?.here.flatMap(([at, text]) => (at === place.dataset.here ? text : [])).join(" ") ?? "";
    }
    for (const show of this.#parts) show(this, this.#tool, found, texts);
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

customElements.define("tiku-tool", TikuTool);
