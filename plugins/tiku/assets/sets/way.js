// The way through a set: which question stands where, a step on or back, and what happens where one
// does not come. The place moves when the question is there.

import { Fetching } from "./fetching.js";

/** @import { Brought } from "../core/catalog.js" */
/** @import { Catalog, Entry } from "../core/types.js" */
/** @import { TikuQuestion } from "../question/question.js" */

export class Way {
  /** @type {Entry[]} those of the set that the site still has */
  entries = [];
  /** @type {Entry | undefined} whose question is on the screen */
  entry;
  fetching = new Fetching(() => this.retry());
  #catalog = /** @type {Catalog} */ (/** @type {any} */ (null));
  #show;
  #lose;
  #miss;

  /**
   * @param {(entry: Entry, brought: Brought) => unknown} show
   * @param {(number: number) => unknown} lose told of how many questions the site no longer has
   * @param {() => unknown} miss told where not even the first comes
   */
  constructor(show, lose, miss) {
    this.#show = show;
    this.#lose = lose;
    this.#miss = miss;
  }

  /** @type {(catalog: Catalog, ids: readonly string[]) => void} */
  open(catalog, ids) {
    const byId = new Map(catalog.questions.map((entry) => [entry.id, entry]));
    this.#catalog = catalog;
    this.entries = ids.flatMap((id) => byId.get(id) ?? []);
    this.#lose(ids.length - this.entries.length);
  }

  /** Where the question on the screen stands; -1 before there is one. */
  get at() {
    return this.entry ? this.entries.indexOf(this.entry) : -1;
  }

  get isAtEnd() {
    return this.at + 1 === this.entries.length;
  }

  /** Shows the question at an index; outside the set it does nothing. @param {number} index @returns {Promise<void>} */
  async go(index) {
    if (!(index in this.entries)) return;
    const entry = this.entries[index];
    const brought = await this.fetching.bring(this.#catalog, entry);
    if (brought === undefined) {
      if (!this.entry) this.#miss();
      return;
    }
    if (brought) {
      this.entry = entry;
      await this.#show(entry, brought);
      return;
    }
    this.entries = this.entries.filter((one) => one !== entry);
    this.#lose(1);
    await this.go(Math.min(index, this.entries.length - 1));
  }

  /** From the question on the screen, or from the one that does not come. @param {number} by */
  step(by) {
    const from = this.entry ?? this.fetching.wanted;
    return this.go((from ? this.entries.indexOf(from) : -1) + by);
  }

  /** The same, but behind the last question comes the first. @param {number} by */
  turn(by) {
    return this.isAtEnd && by > 0 ? this.go(0) : this.step(by);
  }

  /** Makes the next question ready. @param {(question: TikuQuestion) => unknown} dress */
  prepare(dress) {
    const next = this.entries[this.at + 1];
    if (next) this.fetching.prepare(this.#catalog, next, dress);
  }

  /** What was asked for and is not there yet. */
  retry() {
    const { wanted } = this.fetching;
    if (wanted && wanted !== this.entry) this.go(this.entries.indexOf(wanted));
  }
}
