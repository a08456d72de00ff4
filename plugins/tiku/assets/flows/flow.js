// <tiku-flow>: one state at a time, with the way back; the whole stays in the page for those without
// script. The way taken stands in the address; nothing is kept or sent.

import { addressed } from "../core/address.js";
import { button } from "../core/controls.js";
import { copied } from "../core/copying.js";
import { make } from "../core/dom.js";
import { askForDays, daysOf } from "./days.js";
import { equip, fill } from "./forms.js";
import { words } from "./words.js";

class TikuFlow extends HTMLElement {
  /** Ids of the states that were gone through; the last one is shown. @type {string[]} */
  #path = [];

  connectedCallback() {
    if (this.#path.length) return;
    // Without script a state stands inside the answer that leads to it.
    this.querySelector("section")?.replaceWith(...this.#states);
    const given = new URLSearchParams(location.search).get(this.#key);
    this.#path = given ? this.#walked(given.split(".")) : this.#route(addressed());
    equip(this);
    askForDays(this, () => this.#days());
    this.addEventListener("click", (event) => this.#follow(event));
    this.classList.add("tiku-flow-steps");
    this.#show();
  }

  get #key() {
    return `flow.${this.dataset.id}`;
  }

  get #states() {
    return /** @type {HTMLElement[]} */ ([...this.querySelectorAll("section")]);
  }

  /** As far as an address leads from answer to answer. @param {string[]} given */
  #walked(given) {
    const path = [this.#states[0].id];
    for (const to of given) {
      if (!this.#way(/** @type {string} */ (path.at(-1)), to)) break;
      path.push(to);
    }
    return path;
  }

  /** The shortest way to a state that a link names; to the first one where there is none. @param {string} goal */
  #route(goal) {
    const paths = [[this.#states[0].id]];
    for (const path of paths) {
      const state = this.#states.find(({ id }) => id === path.at(-1));
      if (state?.id === goal) return path;
      const on = [...(state?.querySelectorAll("[data-to]") ?? [])].map((link) => /** @type {HTMLElement} */ (link).dataset.to ?? "");
      paths.push(...on.filter((id) => !paths.some((other) => other.includes(id))).map((id) => [...path, id]));
    }
    return paths[0];
  }

  /** @type {(from: string, to: string) => HTMLElement | undefined} */
  #way(from, to) {
    const state = this.#states.find(({ id }) => id === from);
    const links = /** @type {HTMLElement[]} */ ([...(state?.querySelectorAll("[data-to]") ?? [])]);
    return links.find(({ dataset }) => dataset.to === to);
  }

  /** @param {MouseEvent} event */
  #follow(event) {
    const link = event.target instanceof Element ? /** @type {HTMLElement | null} */ (event.target.closest("[data-to]")) : null;
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    // Or a theme that exchanges pages by itself would fetch the address anew.
    event.stopPropagation();
    this.#go([...this.#path, link.dataset.to ?? ""]);
  }

  /** @param {string[]} path */
  #go(path) {
    this.#path = path;
    const address = new URL(location.href);
    if (path.length > 1) address.searchParams.set(this.#key, path.slice(1).join("."));
    else address.searchParams.delete(this.#key);
    history.replaceState(history.state, "", address);
    this.#show();
    this.#states.find(({ hidden }) => !hidden)?.querySelector("h2")?.focus();
  }

  #show() {
    for (const state of this.#states) state.hidden = state.id !== this.#path.at(-1);
    const controls = this.#path.length > 1
      ? [
          button(words.back, () => this.#go(this.#path.slice(0, -1))),
          button(words.again, () => this.#go(this.#path.slice(0, 1))),
          ...this.#copying(),
          make("p", {}, words.trail),
          make("ol", {}, ...this.#steps().map((step) => make("li", {}, step))),
        ]
      : [];
    this.querySelector(".tiku-flow-controls")?.replaceChildren(...controls);
    this.#days();
  }

  /** Each state with the answer given there. */
  #steps() {
    return this.#path.map((id, at) => {
      const state = this.#states.find((one) => one.id === id);
      const answer = this.#way(id, this.#path[at + 1])?.dataset.answer;
      return `${state?.dataset.title}${answer ? ` → ${answer}` : ""}`;
    });
  }

  /** A button, and the text where it cannot be copied. */
  #copying() {
    const shown = make("pre", { tabindex: "0", hidden: true });
    const copy = button(words.copy, async () => {
      const title = document.querySelector("h1")?.firstChild?.textContent?.trim() ?? "";
      const due = this.querySelector("section:not([hidden]) output")?.textContent ?? "";
      const note = [title, daysOf(this).day, ...this.#steps(), due];
      const text = note.filter(Boolean).join("\n");
      shown.textContent = text;
      shown.hidden = await copied(text, shown);
      copy.textContent = shown.hidden ? words.copied : words.uncopied;
    });
    return [copy, shown];
  }

  #days() {
    const days = daysOf(this);
    for (const state of this.#states) {
      days.show(state);
      fill(state, { day: days.day, due: days.due(state), path: this.#steps().slice(0, -1).join("；") });
    }
  }
}

customElements.define("tiku-flow", TikuFlow);
