// What a reader may decide about times without a network: take the whole site along, install it,
// or have everything that was kept removed.

import { button } from "../core/controls.js";
import { confirmed } from "../core/confirm.js";
import { make } from "../core/dom.js";
import { isAgreed, renewed } from "./renewal.js";
import { available, takeAlong, taken } from "./whole.js";
import { forgetVisited, isKeeping } from "./register.js";
import { words } from "./words.js";

const ASKED_FROM = 5e6;
const MEGABYTE = 1e6;
/** Chromium's offer to install; it comes once, perhaps before this is drawn. @type {any} */
let offer;
addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  offer = event;
});

/** The section; empty where a browser keeps nothing. */
export class OfflinePanel {
  element = make("div", { class: "tiku-offline" });
  #said = make("p", { role: "status" });
  #stop = new AbortController();
  /** Whether the copy was renewed by itself already: once, or a failure would never end. */
  #renewed = false;

  constructor() {
    if ("serviceWorker" in navigator && "caches" in window) this.#draw();
  }

  async #draw() {
    const [list, kept, visited] = await Promise.all([available(), taken(), isKeeping()]);
    if (list && kept && list.version !== kept.version && isAgreed(list, kept) && !this.#renewed) return this.#renew(renewed(list, kept));
    const parts = [];
    if (kept) parts.push(make("p", {}, kept.version === (list ?? kept).version ? words.kept : words.outdated));
    else if (visited) parts.push(make("p", {}, words.visitedKept));
    const controls = [];
    if (list && kept?.version !== list.version) controls.push(button(kept ? words.renew : words.take({ size: size(list.bytes) }), () => this.#take(list)));
    if (offer) controls.push(button(words.install, () => offer.prompt()));
    if (kept || visited) controls.push(button(words.forget, () => this.#forget()));
    if (list && !kept) parts.push(make("p", {}, words.why));
    this.element.replaceChildren(...parts, make("p", { class: "tiku-controls" }, ...controls), this.#said);
  }

  /** @param {import("./whole.js").List} list */
  async #take(list) {
    const asked = words.ask({ size: size(list.bytes) });
    if (list.bytes > ASKED_FROM && !(await confirmed(this.element, words.title, asked, { yes: words.yes, no: words.no }))) return;
    await this.#bring(list, words.done);
  }

  /** @param {import("./whole.js").List} list */
  async #renew(list) {
    this.#renewed = true;
    this.#said.textContent = words.renewing;
    await this.#bring(list, words.renewed);
  }

  /** @type {(list: import("./whole.js").List, done: string) => Promise<void>} */
  async #bring(list, done) {
    const bar = make("progress", { max: String(list.files.length), value: "0", "aria-label": words.title });
    const stop = button(words.stop, () => this.#stop.abort());
    this.#stop = new AbortController();
    this.element.replaceChildren(bar, make("p", { class: "tiku-controls" }, stop), this.#said);
    try {
      await takeAlong(list, (number) => bar.setAttribute("value", String(number)), this.#stop.signal);
      this.#said.textContent = done;
    } catch {
      this.#said.textContent = this.#stop.signal.aborted ? words.stopped : words.failed;
    }
    await this.#draw();
  }

  async #forget() {
    await forgetVisited();
    // The worker answers until the page is left: asking again would keep something again.
    this.element.replaceChildren(this.#said);
    this.#said.textContent = words.forgotten;
  }
}

/** @param {number} bytes */
const size = (bytes) => (bytes / MEGABYTE).toFixed(1);
