// The settings of a reader: names and values. What is not written yet is read from memory, and what
// a page was left too early to write, the next one writes.

import { committed } from "./database.js";
import { note, noted, strike } from "./journal.js";

/** @typedef {(mode: IDBTransactionMode, use: (settings: IDBObjectStore) => IDBRequest[]) => Promise<any[] | undefined>} Ask */

// The kind of what is noted until it is written.
const SETTING = "setting/";

export class Settings {
  #ask;
  /** What a page was left too early to write. */
  #left = noted(SETTING);
  /** @type {Map<string, unknown>} what is not written yet */
  #memory = new Map(this.#left);

  /** @param {Ask} ask what the database gave; undefined where it fails */
  constructor(ask) {
    this.#ask = ask;
  }

  /** Null where there is none. @param {string} name @returns {Promise<any>} */
  async get(name) {
    const [value] = this.#memory.has(name) ? [] : ((await this.#ask("readonly", (store) => [store.get(name)])) ?? []);
    // It may have been set meanwhile.
    return (this.#memory.has(name) ? this.#memory.get(name) : value) ?? null;
  }

  /**
   * Name without the prefix -> value, of all whose name begins so.
   * @param {string} prefix
   * @returns {Promise<Map<string, any>>}
   */
  async below(prefix) {
    const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
    const read = await this.#ask("readonly", (store) => [store.getAllKeys(range), store.getAll(range)]);
    const [names, values] = read ?? [[], []];
    const found = new Map(names.map((/** @type {string} */ name, /** @type {number} */ i) => [name, values[i]]));
    for (const [name, value] of this.#memory) if (name.startsWith(prefix)) found.set(name, value);
    const kept = [...found].filter(([, value]) => value !== undefined);
    return new Map(kept.map(([name, value]) => [String(name).slice(prefix.length), value]));
  }

  /** @type {(name: string, value: unknown) => Promise<void>} undefined removes it */
  async set(name, value) {
    this.#memory.set(name, value);
    note(SETTING + name, value);
    await this.#write(name, value);
  }

  /** Unless another tab has done so meanwhile. */
  async writeLeft() {
    const still = noted(SETTING);
    for (const [name, value] of this.#left) {
      if (this.#memory.get(name) !== value) continue;
      if (still.has(name)) await this.#write(name, value);
      else this.#memory.delete(name);
    }
  }

  /** What could not be written before. */
  async writeAgain() {
    for (const [name, value] of this.#memory) await this.#write(name, value);
  }

  /** In memory; the database is cleared by itself. */
  forget() {
    this.#memory.clear();
  }

  /** @type {(name: string, value: unknown) => Promise<void>} */
  async #write(name, value) {
    const written = await this.#ask("readwrite", (store) =>
      committed(store, [value === undefined ? store.delete(name) : store.put(value, name)]));
    if (!written) return;
    strike(SETTING + name, value);
    if (this.#memory.get(name) === value) this.#memory.delete(name);
  }
}
