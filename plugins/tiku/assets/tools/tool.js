// <tiku-tool>: a calculator. The page has the form, hidden, and the worked example in the places of
// the results; what the reader fills in stands in the address, so that it can be shared.

import { calculate, parse } from "./calculation.js";
import { words } from "./words.js";
import { make } from "../core/dom.js";

/** @import { Input, Part, Remark, Tool } from "./calculation.js" */

// Milliseconds after the last change until the results are said.
const PAUSE = 1200;

class TikuTool extends HTMLElement {
  /** @type {Tool} */
  #tool = JSON.parse(/** @type {string} */ (this.dataset.tool));
  #form = /** @type {HTMLFormElement} */ (this.querySelector("form"));
  #timer = 0;
  /** @type {Part[]} */
  #parts = [];

  /** Of the tools of a page each is made ready when a reader comes near, or was sent to it. */
  connectedCallback() {
    if (location.search.includes(this.#key(""))) this.#begin();
    else new IntersectionObserver(([{ isIntersecting }], near) => {
      if (!isIntersecting) return;
      near.disconnect();
      this.#begin();
    }, { rootMargin: "50%" }).observe(this);
  }

  async #begin() {
    // What not every tool has stands in modules that the page names.
    const brought = await Promise.all(this.dataset.needs?.split(" ").map((name) => import(`./${name}.js`)) ?? []);
    this.#parts = brought.flatMap(({ show }) => show ?? []);
    const address = new URLSearchParams(location.search);
    for (const { name } of this.#tool.inputs) {
      const field = this.#field(name);
      field.value = address.get(this.#key(name)) ?? field.value;
    }
    this.#form.hidden = false;
    this.#form.addEventListener("input", this);
    this.querySelector(".tiku-tool-example")?.remove();
    this.#show();
  }

  handleEvent() {
    const address = new URL(location.href);
    for (const input of this.#tool.inputs) {
      const [key, { value }] = [this.#key(input.name), this.#field(input.name)];
      if (value === input.default) address.searchParams.delete(key);
      else address.searchParams.set(key, value);
    }
    history.replaceState(history.state, "", address);
    this.#show();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#say(), PAUSE);
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
    const { inputs } = this.#tool;
    const texts = /** @type {Record<string, string>} */ (Object.fromEntries(new FormData(this.#form)));
    const wanted = inputs.map((input) => this.#heed(input, texts)).join(" ").trim();
    const result = orNothing(() => calculate(this.#tool, texts, words.list));
    const found = result?.refused ? undefined : result;
    this.classList.toggle("tiku-tool-nothing", !found);
    this.#text(".tiku-tool-verdict", result ? result.verdict?.text : wanted || words.nothing);
    for (const cell of this.#all("[data-name]")) cell.textContent = found?.shown[/** @type {string} */ (cell.dataset.name)] ?? "—";
    this.#list(".tiku-tool-warnings", found?.warnings.filter(({ at }) => !at));
    this.#list(".tiku-tool-lines ol", found?.lines);
    for (const show of this.#parts) show(this, this.#tool, found, texts);
  }

  /** Above a field that cannot be read stands what it takes. @type {(input: Input, texts: Record<string, string>) => string} */
  #heed(input, texts) {
    const field = this.#field(input.name);
    const place = /** @type {HTMLElement} */ (field.previousElementSibling);
    const isRead = orNothing(() => parse(input, texts));
    field.setAttribute("aria-invalid", String(!isRead));
    return (place.textContent = isRead ? "" : place.dataset.wanted ?? "");
  }

  /** @type {(places: string) => NodeListOf<HTMLElement>} */
  #all(places) {
    return this.querySelectorAll(places);
  }

  /** @type {(place: string, text?: string) => void} */
  #text(place, text = "") {
    for (const element of this.#all(place)) element.textContent = text;
  }

  /** @type {(place: string, remarks?: Remark[]) => void} */
  #list(place, remarks = []) {
    for (const list of this.#all(place)) list.replaceChildren(...remarks.map(({ text }) => make("li", {}, text)));
  }

  /** Once, and not at every key. */
  #say() {
    const cells = [...this.#all(".tiku-tool-verdict, [data-name]")].slice(0, 5);
    const results = cells.map(({ previousElementSibling, textContent }) => [previousElementSibling?.textContent, textContent].join(" ").trim());
    this.#text(".tiku-tool-said", words.said({ results: results.filter(Boolean).join("; ") }));
  }
}

/** What these texts and formulas cannot give is none. @type {<T>(make: () => T) => T | undefined} */
function orNothing(make) {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
}

customElements.define("tiku-tool", TikuTool);
