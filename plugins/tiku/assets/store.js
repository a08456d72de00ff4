// The only door to the browser's storage: an append-only log of events, and settings.
//
// Whatever goes wrong with storage, a reader can go on: what cannot be written is kept in
// memory for this visit, and `lasting` says so.

import { isEvent } from "./progress.js";

/** @import { Happening, ProgressEvent } from "./types.js" */

const NAME = "tiku";
const EVENTS = "events";
const SETTINGS = "settings";
/** @type {readonly ProgressEvent[]} */
const NONE = [];

/** Says `changed` when there are new events, `set` when a setting changed, here or in another tab. */
class Store extends EventTarget {
  /** Whether storage worked the last time it was asked. */
  lasting = true;
  /** @type {Map<string, ProgressEvent>} */
  #events = new Map();
  /** @type {Map<string, ProgressEvent[]>} what they are about -> in the order they came in */
  #about = new Map();
  /** @type {ProgressEvent[]} */
  #unwritten = [];
  /** @type {Map<string, unknown>} settings that could not be written */
  #memory = new Map();
  /** @type {Promise<IDBDatabase> | undefined} */
  #database;
  /** @type {Promise<void> | undefined} */
  #ready;
  #tabs = "BroadcastChannel" in window ? new BroadcastChannel(NAME) : null;

  constructor() {
    super();
    this.#tabs?.addEventListener("message", ({ data }) => this.#hear(data));
  }

  /** Resolves when the log was read. */
  ready() {
    return (this.#ready ??= this.#load());
  }

  /**
   * @param {string} question
   * @returns {readonly ProgressEvent[]}
   */
  eventsOf(question) {
    return this.#about.get(question) ?? NONE;
  }

  /** Every event, also of questions that are no longer asked. */
  all() {
    return [...this.#events.values()];
  }

  /**
   * Adds what happened now; it counts at once, whether or not it can be written.
   * @param {...Happening} happened
   */
  async add(...happened) {
    const at = new Date().toISOString();
    await this.merge(happened.map((one) => /** @type {ProgressEvent} */ ({ ...one, id: newId(), at })));
  }

  /**
   * Adds the events that are not known yet; the number of those.
   * @param {readonly ProgressEvent[]} events
   */
  async merge(events) {
    const fresh = this.#keep(events);
    if (fresh.length) await this.#write((this.#unwritten = [...this.#unwritten, ...fresh]));
    return fresh.length;
  }

  /** @param {string} name */
  async setting(name) {
    if (this.#memory.has(name)) return this.#memory.get(name);
    return (await this.#try(SETTINGS, "readonly", (store) => store.get(name))) ?? null;
  }

  /**
   * Name without the prefix -> value, of all settings whose name begins so.
   * @param {string} prefix
   * @returns {Promise<Map<string, any>>}
   */
  async settings(prefix) {
    const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
    const names = (await this.#try(SETTINGS, "readonly", (store) => store.getAllKeys(range))) ?? [];
    const values = (await this.#try(SETTINGS, "readonly", (store) => store.getAll(range))) ?? [];
    const found = new Map(names.map((/** @type {string} */ name, /** @type {number} */ i) => [name, values[i]]));
    for (const [name, value] of this.#memory) if (name.startsWith(prefix)) found.set(name, value);
    return new Map([...found].map(([name, value]) => [String(name).slice(prefix.length), value]));
  }

  /** @type {(name: string, value: unknown) => Promise<void>} undefined removes it */
  async set(name, value) {
    const change = (/** @type {IDBObjectStore} */ store) =>
      value === undefined ? store.delete(name) : store.put(value, name);
    this.#memory.set(name, value);
    await this.#try(SETTINGS, "readwrite", change);
    if (this.lasting) this.#memory.delete(name);
    this.#tabs?.postMessage({ setting: name });
  }

  /** Asks the browser not to clear this storage by itself; whether it will not. */
  async persist() {
    return (await navigator.storage?.persist?.()) ?? false;
  }

  async #load() {
    this.#keep((await this.#try(EVENTS, "readonly", (store) => store.getAll())) ?? []);
    this.dispatchEvent(new Event("changed"));
  }

  /** @param {{events?: unknown[], setting?: string}} message of another tab */
  #hear({ events, setting }) {
    if (events) this.#keep(events);
    if (setting) this.dispatchEvent(new CustomEvent("set", { detail: setting }));
  }

  /**
   * Storage and other tabs may hold anything.
   * @param {readonly unknown[]} records
   * @returns {ProgressEvent[]} those that are events and new
   */
  #keep(records) {
    const fresh = records.filter(isEvent).filter(({ id }) => !this.#events.has(id));
    for (const event of fresh) {
      this.#events.set(event.id, event);
      const about = this.#about.get(event.question);
      if (about) about.push(event);
      else this.#about.set(event.question, [event]);
    }
    if (fresh.length) this.dispatchEvent(new Event("changed"));
    return fresh;
  }

  /**
   * What could not be written before is tried again with what is new.
   * @param {ProgressEvent[]} events
   */
  async #write(events) {
    await this.#try(EVENTS, "readwrite", (store) => events.map((event) => store.put(event)).at(-1));
    if (!this.lasting) return;
    this.#unwritten = this.#unwritten.filter((event) => !events.includes(event));
    this.#tabs?.postMessage({ events });
  }

  /**
   * The result of a request once its transaction is through; undefined where storage fails.
   * @param {string} name
   * @param {IDBTransactionMode} mode
   * @param {(store: IDBObjectStore) => IDBRequest | undefined} use
   * @returns {Promise<any>}
   */
  async #try(name, mode, use) {
    try {
      const database = await (this.#database ??= open());
      const result = await settled(database, name, mode, use);
      this.lasting = true;
      return result;
    } catch {
      this.lasting = false;
      this.dispatchEvent(new Event("changed"));
      return undefined;
    }
  }
}

/** @returns {Promise<IDBDatabase>} */
const open = () =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(EVENTS, { keyPath: "id" });
      request.result.createObjectStore(SETTINGS);
    };
    request.onsuccess = () => {
      // A newer version of the site in another tab must not wait for this one.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
  });

/** @type {(database: IDBDatabase, name: string, mode: IDBTransactionMode, use: (store: IDBObjectStore) => IDBRequest | undefined) => Promise<any>} */
const settled = (database, name, mode, use) =>
  new Promise((resolve, reject) => {
    const change = database.transaction(name, mode);
    const request = use(change.objectStore(name));
    change.oncomplete = () => resolve(request?.result);
    change.onabort = () => reject(change.error);
  });

/** Random also where randomUUID is missing: pages that are not served over https. */
export const newId = () =>
  crypto.randomUUID?.() ?? crypto.getRandomValues(new Uint32Array(4)).join("-");

export const store = new Store();
