// The log in memory: a union of events by their id, so that neither the order in which they come
// in nor how often matters. Pure.

import { isEvent } from "./progress.js";

/** @import { ProgressEvent } from "./types.js" */

/** @type {readonly ProgressEvent[]} */
const NONE = [];

export class Log {
  /** @type {Map<string, ProgressEvent>} */
  #events = new Map();
  /** @type {Map<string, ProgressEvent[]>} what they are about -> in the order they came in */
  #about = new Map();

  /**
   * Storage, other tabs and files may hold anything.
   * @param {readonly unknown[]} records
   * @returns {ProgressEvent[]} those that are events and new
   */
  keep(records) {
    return records.filter((record) => isEvent(record) && this.#add(record)).map((event) => /** @type {ProgressEvent} */ (event));
  }

  /** @param {string} question */
  eventsOf(question) {
    return this.#about.get(question) ?? NONE;
  }

  all() {
    return [...this.#events.values()];
  }

  /** @param {ProgressEvent} event */
  #add(event) {
    if (this.#events.has(event.id)) return false;
    this.#events.set(event.id, event);
    const about = this.#about.get(event.question);
    if (about) about.push(event);
    else this.#about.set(event.question, [event]);
    return true;
  }
}
