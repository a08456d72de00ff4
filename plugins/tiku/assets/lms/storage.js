// Stands in the place of events/database.js in a package for a learning platform: it lasts as long
// as the page. What is to be kept the platform keeps, for each learner; whoever comes to this browser
// next finds nothing of it.

export const EVENTS = "events";
export const PACKS = "packs";
export const SETTINGS = "settings";

/** As much of an IDBObjectStore as the store uses; a request is there at once. */
class Shelf {
  /** @type {Map<unknown, any>} */
  #records = new Map();

  /** @type {(value: any, name?: unknown) => {result: unknown}} */
  put = (value, name = value.id) => ({ result: this.#records.set(name, value) && name });
  /** @param {any} value */
  add = (value) => this.put(value, this.#records.size);
  /** @param {unknown} name */
  get = (name) => ({ result: this.#records.get(name) });
  /** @param {unknown} name */
  delete = (name) => ({ result: this.#records.delete(name) });
  clear = () => ({ result: this.#records.clear() });
  count = () => ({ result: this.#records.size });
  /** @param {IDBKeyRange} [range] */
  getAllKeys = (range) => ({ result: [...this.#records.keys()].filter((name) => range?.includes(name) ?? true) });
  /** @param {IDBKeyRange} [range] */
  getAll = (range) => ({ result: this.getAllKeys(range).result.map((name) => this.#records.get(name)) });
}

/** @type {Record<string, any>} */
const shelves = { [EVENTS]: new Shelf(), [PACKS]: new Shelf(), [SETTINGS]: new Shelf() };

/** @type {typeof import("../events/database.js").open} */
export const open = async () => /** @type {any} */ (shelves);

/** @type {typeof import("../events/database.js").settled} */
export const settled = async (_, names, __, use) => use(...names.map((name) => shelves[name])).map(({ result }) => result);

/** @type {typeof import("../events/database.js").committed} */
export const committed = (_, requests) => requests;
