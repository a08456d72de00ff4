// Looking tokens up in small files of postings: above some ten thousand destinations a query
// fetches the few files it needs.

import { ANYWHERE } from "./ranking.js";
import { isUnspaced } from "./tokens.js";

/** @import { Hits, Source, SearchRecord } from "./types.js" */

/** As much as Hits is asked for, in a fraction of the room of a Map. */
class Listed {
  #numbers;
  #says;

  /**
   * @param {Int32Array} numbers ascending
   * @param {Int16Array} says
   */
  constructor(numbers, says) {
    this.size = numbers.length;
    this.#numbers = numbers;
    this.#says = says;
  }

  /** Behind the last number. */
  get end() {
    return (this.#numbers.at(-1) ?? -1) + 1;
  }

  /** @param {(says: number, number: number) => void} heard */
  forEach(heard) {
    for (let at = 0; at < this.size; at += 1) heard(this.#says[at], this.#numbers[at]);
  }
}

// As in search/shards.py, which says what they are.
const MANY = 1800;
const [OTHER, LEAST, ESCAPE] = ["!", "#", "\\"].map((one) => one.charCodeAt(0));

/** @param {string} coded numbers, as search/shards.py writes them */
export function numbersOf(coded) {
  const numbers = new Int32Array(coded.length);
  const digit = (/** @type {number} */ code) => code - LEAST - Number(code > ESCAPE);
  let size = 0;
  for (let at = 0; at < coded.length; at += 1) {
    const code = coded.charCodeAt(at);
    numbers[size++] = code === OTHER ? digit(coded.charCodeAt(++at)) * MANY + digit(coded.charCodeAt(++at)) : digit(code);
  }
  return numbers.subarray(0, size);
}

/** @param {string} coded distance from the one before, and hit, in turn; only proportions of hits count */
function decoded(coded) {
  const packed = numbersOf(coded);
  const size = packed.length / 2;
  const [numbers, says] = [new Int32Array(size), new Int16Array(size)];
  for (let at = 0, number = 0; at < size; at += 1) {
    numbers[at] = number += packed[2 * at];
    says[at] = packed[2 * at + 1];
  }
  return new Listed(numbers, says);
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
  /** @type {Map<number, Record<string, string>>} */
  const postings = new Map();
  /** @type {Map<number, SearchRecord[]>} */
  const rows = new Map();
  const fileOf = (/** @type {string} */ token) => (token.codePointAt(token.startsWith(ANYWHERE) ? 1 : 0) ?? 0) % files;
  const entry = (/** @type {string} */ key, /** @type {string} */ token) => postings.get(fileOf(token))?.[key] ?? "";
  /** @type {Map<string, Hits>} */
  const known = new Map();
  /** @param {string} token what has not been fetched is not remembered */
  const looked = (token) => {
    const hits = token.startsWith(ANYWHERE) ? begun(postings.get(fileOf(token)) ?? {}, token.slice(1)) : decoded(entry(token, token));
    if (postings.has(fileOf(token))) known.set(token, hits);
    return hits;
  };
  return {
    atHand: 8,
    prepare: (tokens) => fill(postings, tokens.map(fileOf), (number) => readPostings(`${folder}/postings-${number}.json`, read)),
    hits: (token) => known.get(token) ?? looked(token),
    called: (name) => Array.from(name ? numbersOf(entry(called + name, name)) : []),
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
 * @type {(name: string, read: (name: string) => Promise<any>) => Promise<Record<string, string>>}
 */
const readPostings = (name, read) => read(name).catch(() => ({}));

/** @type {(name: string, read: (name: string) => Promise<any>) => Promise<SearchRecord[]>} */
async function readRecords(name, read) {
  const rows = /** @type {string[][]} */ (await read(name));
  return rows.map(([anchor, title, names, text]) => ({ anchor, title, names, text }));
}

/**
 * Where a character stands: before any other, or alone. At the end of a run it is not found.
 * @type {(postings: Record<string, string>, character: string) => Hits}
 */
function begun(postings, character) {
  const all = Object.keys(postings).filter((token) => token.startsWith(character)).map((token) => decoded(postings[token]));
  const most = new Int16Array(Math.max(0, ...all.map(({ end }) => end)));
  for (const hits of all) {
    hits.forEach((says, number) => {
      if (says > most[number]) most[number] = says;
    });
  }
  const numbers = new Int32Array(most.length);
  let size = 0;
  for (let number = 0; number < most.length; number += 1) if (most[number]) numbers[size++] = number;
  return new Listed(numbers.slice(0, size), most.filter(Boolean));
}
