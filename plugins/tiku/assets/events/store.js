// What a reader did, kept: an append-only log of events, and settings.
//
// Whatever goes wrong with storage, a reader can go on: what cannot be written is kept in memory,
// `lasting` says so, and it is tried again. A database that another tab closed, deleted or made
// newer is opened again; what a page could not write before it was left, the next one writes.

import { EVENTS, PACKS, SETTINGS, committed, open, settled } from "./database.js";
import { Log } from "./event-log.js";
import { afterwards } from "./events.js";
import { note, noted, strike, strikeAll } from "./journal.js";
import { SCOPE } from "./scope.js";
import { Settings } from "./settings.js";

/** @import { Happening, ProgressEvent } from "../core/types.js" */

// So many events in records of their own are packed, or written as a pack at once.
const MANY = 1000;
// Milliseconds after reading, when the page has been drawn.
const REST = 1000;
// Milliseconds until what failed is tried again.
const AGAIN = 4000;
// The kind of what is noted until it is written.
const EVENT = "event/";
// The setting that holds when events that are dated in the future were first seen.
const AHEAD = "ahead";

/**
 * Says `changed` when there are new events (`detail`: the ids of what they are about, null where
 * it may be any), `set` when another tab changed a setting, `lasting` when storage
 * fails or works again.
 */
class Store extends EventTarget {
  /** Whether storage worked the last time it was asked. */
  lasting = true;
  #log = new Log();
  /** @type {ProgressEvent[]} */
  #unwritten = [];
  #settings = new Settings((mode, use) => this.#try([SETTINGS], mode, use));
  /** @type {Promise<Map<string, string>> | undefined} events dated in the future -> when they were first seen */
  #ahead;
  /** @type {Promise<IDBDatabase> | undefined} */
  #database;
  /** @type {Promise<void> | undefined} */
  #ready;
  /** Whether the log was read: a failure may pass. */
  #read = false;
  #retrying = 0;
  #tabs = new BroadcastChannel(SCOPE);

  constructor() {
    super();
    this.#tabs.addEventListener("message", ({ data }) => this.#hear(data));
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
   * Adds what happened now; it counts at once, whether or not it can be written. What bears an id
   * happens once, however often it is added.
   * @param {...Happening} happened
   */
  async add(...happened) {
    const at = new Date().toISOString();
    await this.#append(this.#log.keep(happened.map((one) => /** @type {ProgressEvent} */ (
      { id: newId(), ...one, at, ...afterwards(this.eventsOf(one.question), at) }))));
  }

  /**
   * Adds the events that are not known yet; the number of those.
   * @param {readonly ProgressEvent[]} events
   */
  async merge(events) {
    const fresh = await this.#admit(events);
    await this.#append(fresh);
    return fresh.length;
  }

  /** Null where there is none. @param {string} name */
  setting(name) {
    return this.#settings.get(name);
  }

  /** Name without the prefix -> value, of all whose name begins so. @param {string} prefix */
  settings(prefix) {
    return this.#settings.below(prefix);
  }

  /** @type {(name: string, value: unknown) => Promise<void>} undefined removes it */
  async set(name, value) {
    await this.#settings.set(name, value);
    this.#tabs.postMessage({ setting: name });
  }

  /** Forgets everything, in every tab; whether it could. */
  async clear() {
    await this.#try([EVENTS, PACKS, SETTINGS], "readwrite", (...stores) => stores.map((store) => store.clear()));
    if (!this.lasting) return false;
    this.#tabs.postMessage({ cleared: true });
    this.#forget();
    return true;
  }

  async #load() {
    const read = await this.#try([EVENTS, PACKS], "readonly", (loose, packs) => [loose.getAll(), packs.getAll()]);
    const [loose, packs] = read ?? [[], []];
    const admitted = await this.#admit([...packs, ...loose]).catch(() => this.#works(false));
    this.#read = Boolean(read && admitted);
    this.#say("changed", null);
    await this.#writeNoted().catch(() => {});
    if (loose.length >= MANY) setTimeout(() => this.#pack(), REST);
  }

  /** What a page was left too early to write, unless another tab has done so meanwhile. */
  async #writeNoted() {
    const left = [...noted(EVENT).values()];
    if (left.length) {
      const { isEvent } = await import("./admission.js");
      const events = left.filter(isEvent);
      this.#tell(await this.#admit(events));
      if (events.length) await this.#write((this.#unwritten = [...this.#unwritten, ...events]));
    }
    await this.#settings.writeLeft();
  }

  /** Room and speed only: where it fails nothing is lost. */
  async #pack() {
    const { pack } = await import("./compaction.js");
    if (this.#database) await settled(await this.#database, [EVENTS, PACKS], "readwrite", pack).catch(() => {});
  }

  #forget() {
    this.#log = new Log();
    this.#unwritten = [];
    this.#ahead = undefined;
    strikeAll();
    this.#settings.forget();
    this.#say("changed", null);
  }

  /** @param {{events?: unknown[], setting?: string, cleared?: boolean}} message of another tab */
  #hear({ events, setting, cleared }) {
    if (cleared) this.#forget();
    if (events) this.#admit(events).then((fresh) => this.#tell(fresh), () => {});
    if (setting) this.#say("set", setting);
  }

  /** @param {ProgressEvent[]} fresh */
  async #append(fresh) {
    this.#tell(fresh);
    this.#unwritten = [...this.#unwritten, ...fresh];
    // What is noted can wait until a reader sees what came of it.
    if (fresh.length < MANY && fresh.every((event) => note(EVENT + event.id, event))) await new Promise((go) => setTimeout(go));
    if (fresh.length) await this.#write(this.#unwritten);
  }

  /** @param {ProgressEvent[]} fresh */
  #tell(fresh) {
    if (fresh.length) this.#say("changed", new Set(fresh.map(({ question }) => question)));
  }

  /** Storage, other tabs and files may hold anything. @param {readonly unknown[]} records */
  async #admit(records) {
    if (!records.length) return [];
    const log = this.#log;
    const { admit, seenBefore } = await import("./admission.js");
    const ahead = await (this.#ahead ??= this.setting(AHEAD).then(seenBefore));
    // What was deleted meanwhile does not come back.
    if (log !== this.#log) return [];
    const { size } = ahead;
    const fresh = admit(log, records, ahead);
    if (ahead.size > size) this.set(AHEAD, Object.fromEntries(ahead));
    return fresh;
  }

  /**
   * What could not be written before is tried again with what is new.
   * @param {ProgressEvent[]} events
   */
  async #write(events) {
    const written = await this.#try([EVENTS, PACKS], "readwrite", (loose, packs) =>
      committed(loose, events.length < MANY ? events.map((event) => loose.put(event)) : [packs.add(JSON.stringify(events))]));
    if (!written) return;
    this.#unwritten = this.#unwritten.filter((event) => !events.includes(event));
    for (const event of events) strike(EVENT + event.id, event);
    this.#tabs.postMessage({ events });
  }

  /**
   * What the requests gave once their transaction is through; undefined where storage fails.
   * @param {string[]} names
   * @param {IDBTransactionMode} mode
   * @param {(...stores: IDBObjectStore[]) => IDBRequest[]} use
   */
  async #try(names, mode, use) {
    try {
      const results = await this.#settled(names, mode, use);
      this.#works(true);
      return results;
    } catch {
      this.#works(false);
      return undefined;
    }
  }

  /** Once more where the database was closed meanwhile.
   * @type {(names: string[], mode: IDBTransactionMode, use: (...stores: IDBObjectStore[]) => IDBRequest[]) => Promise<any[]>} */
  async #settled(names, mode, use) {
    const database = await this.#opened();
    try {
      return await settled(database, names, mode, use);
    } catch (error) {
      if (/** @type {any} */ (error)?.name !== "InvalidStateError") throw error;
      this.#database = undefined;
      return settled(await this.#opened(), names, mode, use);
    }
  }

  #opened() {
    return (this.#database ??= this.#open());
  }

  /** Where it failed, it fails at once until it is tried again: nobody waits for it twice. */
  async #open() {
    try {
      return await open(() => (this.#database = undefined));
    } catch (error) {
      setTimeout(() => (this.#database = undefined), AGAIN / 2);
      throw error;
    }
  }

  /** @param {boolean} lasting */
  #works(lasting) {
    const wasLasting = this.lasting;
    this.lasting = lasting;
    if (wasLasting !== lasting) this.dispatchEvent(new Event("lasting"));
    if (!lasting && !this.#retrying) this.#retrying = window.setTimeout(() => this.#retry(), AGAIN);
  }

  async #retry() {
    this.#retrying = 0;
    if (this.#ready && !this.#read) await this.#load();
    else await this.#try([SETTINGS], "readonly", (store) => [store.count()]);
    if (!this.lasting) return;
    if (this.#unwritten.length) await this.#write(this.#unwritten);
    await this.#settings.writeAgain();
  }

  /** @type {(type: string, detail: unknown) => void} */
  #say(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

/** Random also where randomUUID is missing: pages that are not served over https. */
export const newId = () =>
  crypto.randomUUID?.() ?? crypto.getRandomValues(new Uint32Array(4)).join("-");

export const store = new Store();
