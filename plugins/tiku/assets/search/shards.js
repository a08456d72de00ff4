// Looking tokens up in small files of postings: above some ten thousand destinations a query
// fetches the few files it needs.

import { ANYWHERE } from "./ranking.js";
import { isUnspaced } from "./tokens.js";

/** @import { Hits, Source, SearchRecord } from "./types.js" */

/** As much as Hits is asked for, in a fraction of the room of a Map. */
class Decoded {
  #numbers;
  #says;

  /** @param {number[]} packed distance from the one before, and hit, in turn; only proportions of hits count */
  constructor(packed) {
    this.size = packed.length / 2;
    this.#numbers = new Int32Array(this.size);
    this.#says = new Int16Array(this.size);
    for (let at = 0, number = 0; at < this.size; at += 1) {
      number += packed[2 * at];
      this.#numbers[at] = number;
      this.#says[at] = packed[2 * at + 1];
    }
  }

  /** @param {(says: number, number: number) => void} heard */
  forEach(heard) {
    for (let at = 0; at < this.size; at += 1) heard(this.#says[at], this.#numbers[at]);
  }
}

/**
 * @typedef {object} Shelf
 * @property {string} folder
 * @property {number} files of postings
 * @property {number} records destinations in a file of records
 * @property {string} called before a whole name
 */

/**
 * @param {Shelf} shelf
 * @param {(name: string) => Promise<any>} read
 * @returns {Source}
 */
export function shards({ folder, files, records, called }, read) {
  /** @type {Map<number, Record<string, number[]>>} */
  const postings = new Map();
  /** @type {Map<number, SearchRecord[]>} */
  const rows = new Map();
  const fileOf = (/** @type {string} */ token) => (token.codePointAt(token.startsWith(ANYWHERE) ? 1 : 0) ?? 0) % files;
  const entry = (/** @type {string} */ key, /** @type {string} */ token) => postings.get(fileOf(token))?.[key] ?? [];
  /** @type {Map<string, Hits>} */
  const known = new Map();
  /** @param {string} token what has not been fetched is not remembered */
  const looked = (token) => {
    const hits = token.startsWith(ANYWHERE) ? begun(postings.get(fileOf(token)) ?? {}, token.slice(1)) : new Decoded(entry(token, token));
    if (postings.has(fileOf(token))) known.set(token, hits);
    return hits;
  };
  return {
    atHand: 8,
    prepare: (tokens) => fill(postings, tokens.map(fileOf), (number) => readPostings(`${folder}/postings-${number}.json`, read)),
    hits: (token) => known.get(token) ?? looked(token),
    called: (name) => (name ? entry(called + name, name) : []),
    words: (begin) => Object.keys(postings.get(fileOf(begin)) ?? {}).filter((word) => word[0] === begin[0] && !isUnspaced(word)),
    read: async (numbers) => {
      const chunk = (/** @type {number} */ number) => Math.floor(number / records);
      await fill(rows, numbers.map(chunk), (number) => readRecords(`${folder}/records-${number}.json`, read));
      return numbers.map((number) => /** @type {SearchRecord[]} */ (rows.get(chunk(number)))[number % records]);
    },
  };
}

/**
 * Fetches what is not there yet, all at once.
 * @template T
 * @param {Map<number, T>} known
 * @param {number[]} wanted
 * @param {(number: number) => Promise<T>} load
 */
async function fill(known, wanted, load) {
  const missing = [...new Set(wanted)].filter((number) => !known.has(number));
  await Promise.all(missing.map(async (number) => known.set(number, await load(number))));
}

/**
 * A file that was not written has no postings.
 * @type {(name: string, read: (name: string) => Promise<any>) => Promise<Record<string, number[]>>}
 */
const readPostings = (name, read) => read(name).catch(() => ({}));

/** @type {(name: string, read: (name: string) => Promise<any>) => Promise<SearchRecord[]>} */
async function readRecords(name, read) {
  const rows = /** @type {string[][]} */ (await read(name));
  return rows.map(([anchor, title, names, text]) => ({ anchor, title, names, text }));
}

/**
 * Where a character stands: before any other, or alone. At the end of a run it is not found.
 * @type {(postings: Record<string, number[]>, character: string) => Hits}
 */
function begun(postings, character) {
  /** @type {Map<number, number>} */
  const hits = new Map();
  for (const [token, packed] of Object.entries(postings)) {
    if (!token.startsWith(character)) continue;
    new Decoded(packed).forEach((says, number) => hits.set(number, Math.max(hits.get(number) ?? 0, says)));
  }
  return hits;
}
