// The only door to the browser's storage: an append-only log of events, and settings.
//
// Whatever goes wrong with storage, a reader can go on: what cannot be written is kept in
// memory for this visit, and `lasting` says so.

import { Log } from "./event-log.js";

/** @import { Happening, ProgressEvent } from "../core/types.js" */

const EVENTS = "events";
// A long log in few records: reading it event by event would take most of a page's start.
const PACKS = "packs";
const SETTINGS = "settings";

// So many events in records of their own are packed, or written as a pack at once.
const MANY = 1000;
// Milliseconds after reading, when the page has been drawn.
const REST = 1000;

/** Says `changed` when there are new events, `set` when a setting changed, here or in another tab. */
class Store extends EventTarget {
  /** Whether storage worked the last time it was asked. */
  lasting = true;
  #log = new Log();
  /** @type {ProgressEvent[]} */
  #unwritten = [];
  /** @type {Map<string, unknown>} settings that could not be written */
  #memory = new Map();
  /** @type {Promise<IDBDatabase> | undefined} */
  #database;
  /** @type {Promise<void> | undefined} */
  #ready;
  #tabs = "BroadcastChannel" in window ? new BroadcastChannel("tiku") : null;

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
    return this.#log.eventsOf(question);
  }

  /** Every event, also of questions that are no longer asked. */
  all() {
    return this.#log.all();
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
    const [value] = (await this.#try([SETTINGS], "readonly", (store) => [store.get(name)])) ?? [];
    return value ?? null;
  }

  /**
   * Name without the prefix -> value, of all settings whose name begins so.
   * @param {string} prefix
   * @returns {Promise<Map<string, any>>}
   */
  async settings(prefix) {
    const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
    const read = await this.#try([SETTINGS], "readonly", (store) => [store.getAllKeys(range), store.getAll(range)]);
    const [names, values] = read ?? [[], []];
    const found = new Map(names.map((/** @type {string} */ name, /** @type {number} */ i) => [name, values[i]]));
    for (const [name, value] of this.#memory) if (name.startsWith(prefix)) found.set(name, value);
    return new Map([...found].map(([name, value]) => [String(name).slice(prefix.length), value]));
  }

  /** @type {(name: string, value: unknown) => Promise<void>} undefined removes it */
  async set(name, value) {
    const change = (/** @type {IDBObjectStore} */ store) =>
      [value === undefined ? store.delete(name) : store.put(value, name)];
    this.#memory.set(name, value);
    await this.#try([SETTINGS], "readwrite", change);
    if (this.lasting) this.#memory.delete(name);
    this.#tabs?.postMessage({ setting: name });
  }

  /** Forgets everything, in every tab; whether it could. */
  async clear() {
    await this.#try([EVENTS, PACKS, SETTINGS], "readwrite", (...stores) => stores.map((store) => store.clear()));
    if (!this.lasting) return false;
    this.#tabs?.postMessage({ cleared: true });
    this.#forget();
    return true;
  }

  /** Asks the browser not to clear this storage by itself; whether it will not. */
  async persist() {
    return (await navigator.storage?.persist?.()) ?? false;
  }

  async #load() {
    const read = await this.#try([EVENTS, PACKS], "readonly", (...stores) => stores.map((store) => store.getAll()));
    const [loose, packs] = read ?? [[], []];
    for (const events of [...packs.map(unpacked), loose]) this.#log.keep(events);
    this.dispatchEvent(new Event("changed"));
    if (loose.length >= MANY) setTimeout(() => this.#pack(), REST);
  }

  /** Room and speed only: where it fails nothing is lost. */
  async #pack() {
    const { pack } = await import("./compaction.js");
    if (this.#database) await settled(await this.#database, [EVENTS, PACKS], "readwrite", pack).catch(() => {});
  }

  #forget() {
    this.#log = new Log();
    this.#unwritten = [];
    this.#memory.clear();
    this.dispatchEvent(new Event("changed"));
  }

  /** @param {{events?: unknown[], setting?: string, cleared?: boolean}} message of another tab */
  #hear({ events, setting, cleared }) {
    if (cleared) this.#forget();
    if (events) this.#keep(events);
    if (setting) this.dispatchEvent(new CustomEvent("set", { detail: setting }));
  }

  /** @param {readonly unknown[]} records */
  #keep(records) {
    const fresh = this.#log.keep(records);
    if (fresh.length) this.dispatchEvent(new Event("changed"));
    return fresh;
  }

  /**
   * What could not be written before is tried again with what is new.
   * @param {ProgressEvent[]} events
   */
  async #write(events) {
    await this.#try([EVENTS, PACKS], "readwrite", (loose, packs) =>
      events.length < MANY ? events.map((event) => loose.put(event)) : [packs.add(JSON.stringify(events))]);
    if (!this.lasting) return;
    this.#unwritten = this.#unwritten.filter((event) => !events.includes(event));
    this.#tabs?.postMessage({ events });
  }

  /**
   * What the requests gave once their transaction is through; undefined where storage fails.
   * @param {string[]} names
   * @param {IDBTransactionMode} mode
   * @param {(...stores: IDBObjectStore[]) => IDBRequest[]} use
   */
  async #try(names, mode, use) {
    try {
      const database = await (this.#database ??= open());
      const results = await settled(database, names, mode, use);
      this.lasting = true;
      return results;
    } catch {
      this.lasting = false;
      this.dispatchEvent(new Event("changed"));
      return undefined;
    }
  }
}

/** The events of a pack, or nothing where it cannot be read. @type {(pack: string) => unknown[]} */
function unpacked(pack) {
  try {
    return [JSON.parse(pack)].flat();
  } catch {
    return [];
  }
}

/** @returns {Promise<IDBDatabase>} */
const open = () =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open("tiku", 2);
    request.onupgradeneeded = ({ oldVersion }) => {
      if (oldVersion < 1) {
        request.result.createObjectStore(EVENTS, { keyPath: "id" });
        request.result.createObjectStore(SETTINGS);
      }
      request.result.createObjectStore(PACKS, { autoIncrement: true });
    };
    request.onsuccess = () => {
      // A newer version of the site in another tab must not wait for this one.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
  });

/**
 * What the requests gave once their transaction is through: all of it, or nothing.
 * @param {IDBDatabase} database
 * @param {string[]} names
 * @param {IDBTransactionMode} mode
 * @param {(...stores: IDBObjectStore[]) => IDBRequest[]} use
 * @returns {Promise<any[]>}
 */
const settled = (database, names, mode, use) =>
  new Promise((resolve, reject) => {
    const change = database.transaction(names, mode);
    const requests = use(...names.map((name) => change.objectStore(name)));
    change.oncomplete = () => resolve(requests.map(({ result }) => result));
    change.onabort = () => reject(change.error);
  });

/** Random also where randomUUID is missing: pages that are not served over https. */
export const newId = () =>
  crypto.randomUUID?.() ?? crypto.getRandomValues(new Uint32Array(4)).join("-");

export const store = new Store();
