// The files of the search, read when first wanted, and what can be asked of them.

import { foreseen, forgive } from "./fuzzy.js";
import { outline } from "./outline.js";
import { planWith } from "./queries.js";
import { ANYWHERE, rank, weighing } from "./ranking.js";
import { scan } from "./scan.js";
import { foldWith, hasHan, isUnspaced, remembering } from "./tokens.js";

/** @import { First, Later } from "./preload.js" */
/** @import { Facts, Source, Unit, SearchRecord } from "./types.js" */

const SOUND = "~";
// Between names.
const BETWEEN = " · ";
// The share of a term's characters that must stand in what was typed.
const MEANT = 0.5;

/**
 * Numbers of what answers a query, best first; what to mark in them; and whether nothing but single
 * characters led there.
 * @typedef {{numbers: number[], marks: string[], isWeak: boolean} & import("./outline.js").Outline} Answer
 */

export class Index {
  /** @type {Record<string, string>} syllable -> characters */
  #readings;
  /** @type {[number, string][]} Chinese names of everything but questions and sources, folded */
  #named;

  /**
   * @param {First} first
   * @param {Facts} facts
   * @param {Source} source
   * @param {[number, string][]} named
   * @param {(text: string) => string} fold
   * @param {Record<string, string>} readings
   */
  constructor(first, facts, source, named, fold, readings) {
    this.facts = facts;
    this.source = source;
    this.fold = remembering(fold);
    this.plan = planWith(first.synonyms, first.fillers);
    this.#readings = readings;
    this.#named = named;
  }

  /**
   * @param {string} typed
   * @returns {Promise<Answer>}
   */
  async search(typed) {
    const folded = this.fold(typed).trim();
    const planned = this.plan(folded);
    await this.source.prepare([...planned.flat(2), ...foreseen(folded, this.facts.weights)]);
    const forgiven = forgive(folded, planned, this.source, this.facts.weights);
    await this.source.prepare(forgiven.flat(2));
    const { units, source } = await this.#withSound(folded, forgiven);
    const numbers = await rank(folded, units, source, this.facts, this.fold);
    return { numbers, marks: marksOf(units, source), isWeak: isWeak(units, source), ...outline(numbers, this.facts.kinds) };
  }

  /**
   * The terms that share most characters with a query that finds nothing.
   * @param {string} typed
   * @param {number} many
   */
  nearestTerms(typed, many) {
    // Letters are shared by all words.
    const characters = new Set([...this.fold(typed)].filter(isUnspaced));
    const shared = (/** @type {string} */ name) => [...name].filter((one) => characters.has(one)).length / name.length;
    const terms = this.#named.filter(([number, name]) => this.facts.kinds[number] === "term" && shared(name) >= MEANT);
    const nearest = terms.sort((a, b) => shared(b[1]) - shared(a[1])).map(([number]) => number);
    return [...new Set(nearest)].slice(0, many);
  }

  /** Whether each word is a syllable: whoever types `ji xiao` means no English. @param {string} folded */
  #isSpelt(folded) {
    const words = folded.split(" ").filter(Boolean);
    return words.length > 1 && words.every((word) => Object.hasOwn(this.#readings, word));
  }

  /**
   * Letters that are no known word may be pinyin, and so may words that are syllables.
   * @type {(folded: string, units: Unit[]) => Promise<{units: Unit[], source: Source}>}
   */
  async #withSound(folded, units) {
    const isKnown = units.some((unit) => isUnspaced(unit[0][0]) || unit.flat().some((token) => this.source.hits(token).size));
    if (isKnown && !this.#isSpelt(folded)) return { units, source: this.source };
    const { readingsOf, soundingLike } = await import("./pinyin.js");
    const sounding = soundingLike(folded, this.#named, readingsOf(this.#readings));
    if (isKnown && !sounding.size) return { units, source: this.source };
    const hits = this.source.hits;
    const source = { ...this.source, hits: (/** @type {string} */ token) => (token === SOUND ? sounding : hits(token)) };
    return { units: [[[SOUND]]], source };
  }
}

/** @type {(units: Unit[], source: Source) => boolean} */
const isWeak = (units, source) => units.flat(2).every((token) => token.startsWith(ANYWHERE) || !source.hits(token).size);

/**
 * The reader's own tokens, and other names as a whole: a part of those was not sought. A single
 * character only where no pair with it stands anywhere.
 * @type {(units: Unit[], source: Source) => string[]}
 */
function marksOf(units, source) {
  const tokens = [...new Set(units.flatMap(([typed, ...others]) => [...typed, ...others.map(wholeName)]))];
  const paired = new Set(tokens.filter((token) => !token.startsWith(ANYWHERE) && source.hits(token).size).join(""));
  return tokens.filter((token) => !token.startsWith(ANYWHERE) || !paired.has(token.slice(1)));
}

/** @param {string[]} cut tokens of one name */
const wholeName = (cut) => cut.reduce((name, token) => (isUnspaced(token) && name.endsWith(token[0]) ? name + token[1] : name + token));

/** @typedef {(name: string) => Promise<any>} Read a file of the search */

/**
 * Opens the index; `better` is called with a second one when the texts have arrived.
 * @param {First} told
 * @param {Read} read
 * @param {(index: Index) => void} better
 */
export async function openIndex(told, read, better) {
  if (!told.shards) return openScan(told, read, foldWith(told.fold), better);
  const [index, { beside }] = await Promise.all([openShards(told, read), import("./beside.js")]);
  return beside(index, told);
}

/** @type {(told: First, read: Read) => Promise<Index>} */
export async function openShards(told, read) {
  const { shards } = await import("./shards.js");
  const fold = foldWith(told.fold);
  const source = shards(/** @type {import("./shards.js").Shelf} */ (told.shards), read);
  const named = Object.entries(told.named ?? {}).flatMap(([number, names]) => chinese(Number(number), names, fold));
  return new Index(told, factsOf(told), source, named, fold, told.readings ?? {});
}

/** @type {(told: First, read: Read, fold: (text: string) => string, better: (index: Index) => void) => Index} */
function openScan(told, read, fold, better) {
  const facts = factsOf(told);
  const written = writtenOf(told);
  const early = [...written.entries()].filter(([number]) => !told.late.includes(facts.kinds[number]));
  const named = early.flatMap(([number, { title, names }]) => chinese(number, `${title}${BETWEEN}${names}`, fold));
  const open = (/** @type {Record<string, string>} */ readings) =>
    new Index(told, facts, scan(written, facts, fold), named, fold, readings);
  read(told.later ?? "").then((later) => better(open(complete(written, later))), () => {});
  return open({});
}

/**
 * Adds what came later.
 * @type {(written: SearchRecord[], later: Later) => Later["readings"]}
 */
function complete(written, { anchors, titles, texts, asked, referrers, readings }) {
  const lines = [anchors, titles, texts].map((column) => column.split("\n"));
  for (const [number, one] of written.entries()) {
    one.anchor ||= lines[0][number];
    one.title ||= lines[1][number];
    one.text ||= lines[2][number];
    one.asked = asked[number];
    one.referrers = referrers[number];
  }
  return readings;
}

/**
 * @param {First} first
 * @returns {Facts}
 */
function factsOf({ pages, kinds, on, levels, weights }) {
  const perDestination = { kinds: expanded(kinds), on: expanded(on), levels: expanded(levels) };
  return { count: perDestination.kinds.length, pages, weights: weighing(weights), ...perDestination };
}

/**
 * @template T
 * @param {[T, number][]} runLengths
 */
const expanded = (runLengths) => runLengths.flatMap(([value, times]) => Array(times).fill(value));

/**
 * @param {First} first
 * @returns {SearchRecord[]}
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

/** @type {(number: number, names: string, fold: (text: string) => string) => [number, string][]} */
const chinese = (number, names, fold) => [...new Set(fold(names).split(BETWEEN))].filter(hasHan).map((name) => [number, name]);
