// <tiku-path>: on a learning path, says beside each link to a bank or an exam what is done of it.

import { address, loadCatalog } from "../core/catalog.js";
import { make } from "../core/dom.js";
import { pointsOf } from "../exam/points.js";
import { latest, stateOf, summary } from "../events/events.js";
import { store } from "../events/store.js";
import { words as setWords } from "../sets/words.js";
import { words } from "./words.js";

/** @import { Site } from "../core/catalog.js" */
/** @import { Catalog, PaperEvent } from "../core/types.js" */

class TikuPath extends HTMLElement {
  /** @type {Catalog | undefined} */
  #catalog;

  async connectedCallback() {
    store.addEventListener("changed", this);
    try {
      [this.#catalog] = await Promise.all([loadCatalog((site) => this.#linked(site)), store.ready()]);
    } catch {
      this.replaceChildren(make("p", { class: "tiku-unsaved", role: "status" }, setWords.failed));
    }
    this.handleEvent();
  }

  disconnectedCallback() {
    store.removeEventListener("changed", this);
  }

  get #links() {
    return /** @type {HTMLAnchorElement[]} */ ([...(this.parentElement?.querySelectorAll("a[href]") ?? [])]);
  }

  /** Topics of which the path says something. @param {Site} site */
  #linked({ topics }) {
    const linked = new Set(this.#links.map(({ href }) => href));
    return Object.keys(topics).filter((topic) => linked.has(address(topics[topic].page)));
  }

  handleEvent() {
    if (!this.#catalog) return;
    for (const old of document.querySelectorAll(".tiku-path-done")) old.remove();
    const told = toldOf(this.#catalog);
    for (const link of this.#links) {
      const text = told.get(link.href);
      if (text) link.after(make("span", { class: "tiku-path-done" }, text));
    }
  }
}

/** Address of a page -> what is done of it. @type {(catalog: Catalog) => Map<string, string>} */
function toldOf(catalog) {
  const topics = Object.entries(catalog.topics).map(([id, { page }]) => {
    const entries = catalog.questions.filter(({ topic }) => topic === id);
    const counts = summary(entries.map((entry) => stateOf(store.eventsOf(entry.id), entry.revision)));
    return /** @type {const} */ ([address(page), words.pathTopic(counts)]);
  });
  const exams = Object.entries(catalog.exams).map(([id, { page }]) => {
    const paper = /** @type {PaperEvent | undefined} */ (latest(store.eventsOf(`exam:${id}`)));
    const text = paper ? words[paper.passed ? "pathPassed" : "pathNotPassed"]({ got: pointsOf(paper.got), of: pointsOf(paper.of) }) : words.pathNoExam;
    return /** @type {const} */ ([address(page), text]);
  });
  return new Map([...topics, ...exams]);
}

customElements.define("tiku-path", TikuPath);
