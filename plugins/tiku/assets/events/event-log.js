// The log in memory: a union of events by their id, so that neither the order in which they come
// in nor how often matters. Pure.

/** @import { ProgressEvent } from "../core/types.js" */

/** @type {readonly ProgressEvent[]} */
const NONE = [];

export class Log {
  /** @type {Set<string>} */
  #ids = new Set();
  /** @type {Map<string, ProgressEvent[]>} what they are about -> in the order they came in */
  #about = new Map();

  /**
   * Those that are new.
   * @param {readonly ProgressEvent[]} events
   * @param {(event: ProgressEvent) => ProgressEvent} [dated] what of an event is kept
   */
  keep(events, dated = (event) => event) {
    return events.filter((event) => this.#add(event, dated));
  }

  /** @param {string} question */
  eventsOf(question) {
    return this.#about.get(question) ?? NONE;
  }

  all() {
    return [...this.#about.values()].flat();
  }

  /** @type {(event: ProgressEvent, dated: (event: ProgressEvent) => ProgressEvent) => boolean} */
  #add(event, dated) {
    const { size } = this.#ids;
    if (this.#ids.add(event.id).size === size) return false;
    const about = this.#about.get(event.question);
    if (about) about.push(dated(event));
    else this.#about.set(event.question, [dated(event)]);
    return true;
  }
}
