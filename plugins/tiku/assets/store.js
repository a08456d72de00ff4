// The only door to the browser's storage: an append-only log of events, and settings.
//
// Whatever goes wrong with storage, a reader can go on: what cannot be written is kept in
// memory for this visit, and `lasting` says so.

import { isEvent } from "./progress.js";

/** @import { AnswerEvent, ProgressEvent, ResetEvent } from "./types.js" */

const NAME = "tiku";
const EVENTS = "events";
const SETTINGS = "settings";

/** Says `changed` when there is something new, here or in another tab. */
class Store extends EventTarget {
  /** Whether storage worked the last time it was asked. */
  lasting = true;
  /** @type {Map<string, ProgressEvent>} */
  #events = new Map();
  /** @type {ProgressEvent[]} */
  #unwritten = [];
  /** @type {Promise<IDBDatabase> | undefined} */
  #database;
  /** @type {Promise<void> | undefined} */
  #ready;
  #tabs = "BroadcastChannel" in window ? new BroadcastChannel(NAME) : null;

  constructor() {
    super();
    this.#tabs?.addEventListener("message", () => this.#load());
  }

  /** Resolves when the log was read. */
  ready() {
    return (this.#ready ??= this.#load());
  }

  /**
   * @param {string} question
   * @returns {ProgressEvent[]}
   */
  eventsOf(question) {
    return [...this.#events.values()].filter((event) => event.question === question);
  }

  /**
   * Adds events; they count at once, whether or not they can be written.
   * @param {...(Omit<AnswerEvent, "id" | "at"> | Omit<ResetEvent, "id" | "at">)} happened
   */
  async add(...happened) {
    const at = new Date().toISOString();
    const events = happened.map((one) => /** @type {ProgressEvent} */ ({ ...one, id: newId(), at }));
    for (const event of events) this.#events.set(event.id, event);
    this.#changed();
    this.#unwritten.push(...events);
    await this.#write([...this.#unwritten]);
  }

  async #load() {
    const records = await this.#try(EVENTS, "readonly", (store) => store.getAll());
    for (const record of records ?? []) if (isEvent(record)) this.#events.set(record.id, record);
    this.#changed();
  }

  /**
   * What could not be written before is tried again with what is new.
   * @param {ProgressEvent[]} events
   */
  async #write(events) {
    await this.#try(EVENTS, "readwrite", (store) => events.map((event) => store.put(event)).at(-1));
    if (!this.lasting) return;
    this.#unwritten = this.#unwritten.filter((event) => !events.includes(event));
    this.#tabs?.postMessage("");
  }

  /** @param {string} name */
  async setting(name) {
    return (await this.#try(SETTINGS, "readonly", (store) => store.get(name))) ?? null;
  }

  /** @type {(name: string, value: unknown) => Promise<void>} */
  async set(name, value) {
    await this.#try(SETTINGS, "readwrite", (store) => store.put(value, name));
  }

  #changed() {
    this.dispatchEvent(new Event("changed"));
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
      this.#changed();
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
const newId = () =>
  crypto.randomUUID?.() ?? crypto.getRandomValues(new Uint32Array(4)).join("-");

export const store = new Store();
