// Bringing the questions of a set: the one a reader wants now, told where that takes long or fails
// and tried again, and the rest before a lift or a tunnel.

import { bring, fetchAll } from "../core/catalog.js";
import { button } from "../core/controls.js";
import { make } from "../core/dom.js";
import { fieldOf } from "../question/kinds/kinds.js";
import { words } from "./words.js";

/** @import { Brought } from "../core/catalog.js" */
/** @import { Catalog, Entry } from "../core/types.js" */
/** @import { TikuQuestion } from "../question/question.js" */

// Milliseconds until waiting is told, what failed is tried again, and the rest of a set is fetched.
const NOTICEABLE = 400;
const AGAIN = 4000;
const REST = 1000;
const whenIdle = window.requestIdleCallback ?? ((work) => setTimeout(work, 100));

export class Fetching {
  /** What is told of it. */
  element = make("p", { class: "tiku-unsaved", role: "status" });
  /** @type {Entry | undefined} what the reader asked for last */
  wanted;
  #again;
  #retrying = 0;
  /** @type {{entry: Entry, brought: Brought} | undefined} what is likely to be wanted next */
  #ahead;

  /** @param {() => unknown} again asks once more for what is wanted */
  constructor(again) {
    this.#again = again;
  }

  /**
   * A question, which can be filled in as soon as it is shown; null where the site has it no longer, undefined where it cannot be had now, or where
   * a faster reader wants another one already.
   * @type {(catalog: Catalog, entry: Entry) => Promise<Brought | null | undefined>}
   */
  async bring(catalog, entry) {
    this.wanted = entry;
    this.stop();
    const waiting = setTimeout(() => (this.element.textContent = words.loading), NOTICEABLE);
    try {
      const [brought] = await Promise.all([this.#taken(entry) ?? bring(catalog, entry), fieldOf(entry.kind)]);
      this.element.replaceChildren();
      return entry === this.wanted ? brought : undefined;
    } catch {
      if (entry === this.wanted) this.#unreachable();
      return undefined;
    } finally {
      clearTimeout(waiting);
    }
  }

  /**
   * Makes a question ready that is likely to be wanted next, once nobody waits for anything else.
   * @type {(catalog: Catalog, entry: Entry, dress: (question: TikuQuestion) => unknown) => void}
   */
  prepare(catalog, entry, dress) {
    whenIdle(async () => {
      const [brought] = await Promise.all([bring(catalog, entry), fieldOf(entry.kind)]).catch(() => []);
      if (!brought || this.wanted === entry) return;
      const question = /** @type {TikuQuestion} */ (document.adoptNode(brought.question));
      customElements.upgrade(question);
      dress(question);
      question.prepare();
      this.#ahead = { entry, brought };
    });
  }

  /** Nobody gets the same element twice. @param {Entry} entry */
  #taken(entry) {
    const brought = this.#ahead?.entry === entry ? this.#ahead.brought : undefined;
    this.#ahead = undefined;
    return brought;
  }

  /** Later, what the set needs besides. @type {(catalog: Catalog, entries: readonly Entry[]) => void} */
  bringRest(catalog, entries) {
    setTimeout(() => this.#fetchAll(catalog, entries), REST);
  }

  /** Says that the network is missing. @param {() => unknown} again */
  tellUnreachable(again) {
    this.element.replaceChildren(words.unreachable, " ", button(words.tryAgain, again));
  }

  /** Nothing is tried again. */
  stop() {
    clearTimeout(this.#retrying);
  }

  #unreachable() {
    this.tellUnreachable(this.#again);
    if (this.element.isConnected) this.#retrying = window.setTimeout(this.#again, AGAIN);
  }

  /** @type {(catalog: Catalog, entries: readonly Entry[]) => Promise<void>} */
  async #fetchAll(catalog, entries) {
    if (!this.element.isConnected) return;
    try {
      await Promise.all([fetchAll(catalog, entries), ...entries.map(({ kind }) => fieldOf(kind))]);
    } catch {
      setTimeout(() => this.#fetchAll(catalog, entries), AGAIN);
    }
  }
}
