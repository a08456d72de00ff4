// Searches of a large index run in a worker, so that no key waits for the one before it. Where none
// starts (an old browser, a policy that forbids it) they run on the page.

import { listOf } from "./ranking.js";

/** @import { Index, Answer } from "./search-index.js" */
/** @import { First } from "./preload.js" */
/** @import { SearchRecord, Source } from "./types.js" */

/**
 * What a worker says of one search, and what it has read of the best.
 * @typedef {Omit<Answer, "numbers"> & {turn: number, numbers: Int32Array, read: [number, SearchRecord][], isFailed?: boolean}} Said
 */

/** @typedef {{typed: string, resolve: (answer: Answer | Promise<Answer>) => void}} Asked */

/** Of what was overtaken by the next key. @type {Answer} */
export const NOTHING = { numbers: [], marks: [], isWeak: false, counts: new Map(), firsts: [] };

/** @type {WeakMap<First, Beside | null>} */
const begun = new WeakMap();

/** Starts a worker, which opens the index at once. @param {First} told */
export function begin(told) {
  const one = started();
  one?.postMessage({ told });
  begun.set(told, one && new Beside(one));
}

/** @type {(index: Index, told: First) => Index} the same one */
export function beside(index, told) {
  if (!begun.has(told)) begin(told);
  begun.get(told)?.searchFor(index);
  return index;
}

function started() {
  try {
    return new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
  } catch {
    return null;
  }
}

class Beside {
  #worker;
  /** @type {(typed: string) => Promise<Answer>} */
  #here = async () => NOTHING;
  /** @type {Map<number, SearchRecord>} */
  #written = new Map();
  #turn = 0;
  #isBroken = false;
  /** @type {Asked | undefined} */
  #asked;

  /** @param {Worker} worker */
  constructor(worker) {
    this.#worker = worker;
    worker.addEventListener("message", ({ data }) => this.#hear(data));
    worker.addEventListener("error", () => this.#breakOff());
  }

  /** @param {Index} index */
  searchFor(index) {
    const { source } = index;
    this.#here = index.search.bind(index);
    index.search = this.search;
    index.source = { ...source, read: (numbers) => this.#read(numbers, source) };
  }

  /** The page reads what the worker has not. @type {(numbers: number[], source: Source) => Promise<SearchRecord[]>} */
  async #read(numbers, source) {
    const missing = numbers.filter((number) => !this.#written.has(number));
    for (const [at, record] of (await source.read(missing)).entries()) this.#written.set(missing[at], record);
    return numbers.map((number) => /** @type {SearchRecord} */ (this.#written.get(number)));
  }

  /** @type {(typed: string) => Promise<Answer>} */
  search = (typed) => {
    this.#asked?.resolve(NOTHING);
    this.#asked = undefined;
    if (this.#isBroken) return this.#here(typed);
    return new Promise((resolve) => {
      this.#asked = { typed, resolve };
      this.#worker.postMessage({ turn: (this.#turn += 1), typed });
    });
  };

  /** @param {Said} said */
  #hear({ turn, numbers, read, isFailed, ...told }) {
    if (turn !== this.#turn || !this.#asked) return;
    const { typed, resolve } = this.#asked;
    this.#asked = undefined;
    for (const [number, record] of read) this.#written.set(number, record);
    resolve(isFailed ? this.#here(typed) : { numbers: listOf(numbers), ...told });
  }

  #breakOff() {
    this.#isBroken = true;
    this.#worker.terminate();
    this.#asked?.resolve(this.#here(this.#asked.typed));
  }
}
