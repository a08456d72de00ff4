// The files of the search, read when first wanted, and what can be asked of them.

import { forgive } from "./forgiving.js";
import { readingsOf, soundingLike } from "./pinyin.js";
import { planWith } from "./queries.js";
import { rank } from "./ranking.js";
import { scan } from "./scan.js";
import { shards } from "./shards.js";
import { foldWith, isHan } from "./tokens.js";

/** @import { DestinationKind, Facts, Source, Unit, Written } from "./types.js" */

const SOUND = "~";

/**
 * @typedef {object} First what first.json holds
 * @property {[string, string][]} pages
 * @property {[DestinationKind, number][]} kinds
 * @property {[number, number][]} on
 * @property {[string, number][]} levels
 * @property {string} fold
 * @property {Record<string, string>} readings
 * @property {string[][]} synonyms
 * @property {string} [anchors]
 * @property {string} [titles]
 * @property {Record<number, string>} [names]
 * @property {Record<number, string>} [texts]
 * @property {string} [later] the file with the texts that are not here
 * @property {Record<number, string>} [named] titles of what is no question
 * @property {import("./shards.js").Shelf} [shards]
 */

export class Index {
  /** @type {Map<string, string[]>} */
  #readings;
  /** @type {Map<number, string>} what has a name: everything but questions and sources */
  #named;

  /**
   * @param {First} first
   * @param {Facts} facts
   * @param {Source} source
   * @param {Map<number, string>} named
   * @param {(text: string) => string} fold
   */
  constructor(first, facts, source, named, fold) {
    this.facts = facts;
    this.source = source;
    this.fold = fold;
    this.plan = planWith(first.synonyms);
    this.#readings = readingsOf(first.readings);
    this.#named = named;
  }

  /**
   * Numbers of what answers a query, best first, and the tokens by which it was found.
   * @param {string} typed
   */
  async search(typed) {
    const folded = this.fold(typed).trim();
    const planned = this.plan(folded);
    await this.source.prepare(planned.flat(2));
    const forgiven = forgive(folded, planned, this.source);
    await this.source.prepare(forgiven.flat(2));
    const { units, source } = this.#withSound(folded, forgiven);
    const numbers = await rank(folded, units, source, this.facts, this.fold);
    return { numbers, tokens: [...new Set(units.flat(2))].filter((token) => source.hits(token).size) };
  }

  /**
   * The terms that share most characters with a query that finds nothing.
   * @param {string} typed
   * @param {number} many
   */
  nearestTerms(typed, many) {
    const characters = new Set(this.fold(typed));
    const shared = (/** @type {string} */ title) => [...title].filter((one) => characters.has(one)).length / title.length;
    const terms = [...this.#named].filter(([number]) => this.facts.kinds[number] === "term");
    return terms.sort((a, b) => shared(b[1]) - shared(a[1])).slice(0, many).map(([number]) => number);
  }

  /**
   * Letters that are no known word may be pinyin.
   * @type {(folded: string, units: Unit[]) => {units: Unit[], source: Source}}
   */
  #withSound(folded, units) {
    const isKnown = units.some((unit) => isHan(unit[0][0]) || unit.flat().some((token) => this.source.hits(token).size));
    if (isKnown) return { units, source: this.source };
    const sounding = soundingLike(folded, this.#named, this.#readings);
    const hits = this.source.hits;
    const source = { ...this.source, hits: (/** @type {string} */ token) => (token === SOUND ? sounding : hits(token)) };
    return { units: [[[SOUND]]], source };
  }
}

/**
 * Opens the index; `better` is called with a second one when the texts have arrived.
 * @param {(index: Index) => void} better
 */
export async function openIndex(better) {
  const first = /** @type {First} */ (await read("first.json", "no-cache"));
  const fold = foldWith(first.fold);
  const facts = factsOf(first);
  if (first.shards) {
    const source = shards(first.shards, read);
    return new Index(first, facts, source, foldedEntries(Object.entries(first.named ?? {}), fold), fold);
  }
  const written = writtenOf(first);
  const named = foldedEntries(written.map(({ title }, number) => [number, title]), fold, facts);
  const make = () => new Index(first, facts, scan(written, facts, fold), named, fold);
  read(first.later ?? "").then((texts) => {
    for (const [number, text] of /** @type {string} */ (texts).split("\n").entries()) written[number].text ||= text;
    better(make());
  });
  return make();
}

/**
 * A file beside this module; offline what the browser has kept will do.
 * @param {string} name
 * @param {RequestCache} [cache]
 */
async function read(name, cache = "default") {
  const address = new URL(name, import.meta.url);
  const response = await fetch(address, { cache }).catch(() => fetch(address, { cache: "force-cache" }));
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response.json();
}

/**
 * @param {First} first
 * @returns {Facts}
 */
function factsOf({ pages, kinds, on, levels }) {
  const perDestination = { kinds: expanded(kinds), on: expanded(on), levels: expanded(levels) };
  return { count: perDestination.kinds.length, pages, ...perDestination };
}

/**
 * @template T
 * @param {[T, number][]} runLengths
 */
const expanded = (runLengths) => runLengths.flatMap(([value, times]) => Array(times).fill(value));

/**
 * @param {First} first
 * @returns {Written[]}
 */
function writtenOf({ anchors = "", titles = "", names = {}, texts = {} }) {
  const anchor = anchors.split("\n");
  return titles.split("\n").map((title, number) => ({
    anchor: anchor[number],
    title,
    names: names[number] ?? "",
    text: texts[number] ?? "",
  }));
}

/**
 * @param {[number | string, string][]} titles
 * @param {(text: string) => string} fold
 * @param {Facts} [facts] leaves out questions and sources
 */
function foldedEntries(titles, fold, facts) {
  const wanted = titles.filter(([number]) => !["question", "source"].includes(facts?.kinds[Number(number)] ?? ""));
  return new Map(wanted.map(([number, title]) => [Number(number), fold(title)]));
}
