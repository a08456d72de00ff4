// Searches of a large index run in a worker, so that no key waits for the one before it. Where none
// starts (an old browser, a policy that forbids it) they run on the page.

/** @import { Index, Answer } from "./search-index.js" */
/** @import { First } from "./preload.js" */

/** What a worker says of one search. @typedef {{turn: number, numbers: Int32Array, marks: string[], isWeak: boolean, isFailed?: boolean}} Said */

/** @typedef {{typed: string, resolve: (answer: Answer | Promise<Answer>) => void}} Asked */

/** Of what was overtaken by the next key. @type {Answer} */
const NOTHING = { numbers: [], marks: [], isWeak: false };

/** @type {(index: Index, told: First) => Index} the same one */
export function beside(index, told) {
  const worker = started();
  if (worker) index.search = new Beside(worker, told, index.search.bind(index)).search;
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
  #here;
  #turn = 0;
  #isBroken = false;
  /** @type {Asked | undefined} */
  #asked;

  /**
   * @param {Worker} worker
   * @param {First} told
   * @param {(typed: string) => Promise<Answer>} here
   */
  constructor(worker, told, here) {
    this.#worker = worker;
    this.#here = here;
    worker.addEventListener("message", ({ data }) => this.#hear(data));
    worker.addEventListener("error", () => this.#breakOff());
    worker.postMessage({ told });
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
  #hear({ turn, numbers, marks, isWeak, isFailed }) {
    if (turn !== this.#turn || !this.#asked) return;
    const { typed, resolve } = this.#asked;
    this.#asked = undefined;
    resolve(isFailed ? this.#here(typed) : { numbers: Array.from(numbers), marks, isWeak });
  }

  #breakOff() {
    this.#isBroken = true;
    this.#worker.terminate();
    this.#asked?.resolve(this.#here(this.#asked.typed));
  }
}
