// Which destinations answer a query, best first; the twin of search/ranking.py;
// both read tests/cases/search/ranking.json.

import { bare } from "./tokens.js";

/** @import { Facts, Hits, Source, Unit } from "./types.js" */

export const COLUMNS = { title: 4, names: 4, asked: 2, referred: 1, context: 1, text: 1 };
/** @type {Record<string, number>} */
const PRIORS = { term: 1.2, clause: 1.5, faq: 1.4, page: 1, question: 0.35, source: 0.5 };
export const LENGTH = 0.25;
/** Before a single character that may stand in any word. */
export const ANYWHERE = "*";
const LONE = 0.5;
// Characters that hold sentences together, folded: a pair with one of them says little.
const LINKING = /[的是了在就也都和与跟我你他她它们吗呢吧把被很太这那谁到]/;
const LINKED = 0.2;
// Characters that are as often a part of what is meant.
const AUXILIARY = /[要可以能会不没有来去说还又才先让给为因所但如再做]/;
const HELPED = 0.5;
const COVERAGE = 2;
const REPEATED = 0.25;
const OTHER_COLUMNS = 0.25;
const OTHER_NAME = 0.8;
const EXACT = 2;
const CONTAINED = 1.3;
// What answers so much worse than the best is no answer.
const RELEVANT = 0.02;

/**
 * What a token says that comes so many times in a column of this length.
 * @type {(weight: number, times: number, length: number, average: number) => number}
 */
export const hit = (weight, times, length, average) =>
  (weight * (1 + REPEATED * Math.log2(times))) / (1 - LENGTH + (LENGTH * length) / average);

/**
 * The column that says most counts fully.
 * @type {(one: number, other: number) => number}
 */
export const joined = (one, other) => Math.max(one, other) + OTHER_COLUMNS * Math.min(one, other);

/**
 * Numbers of the destinations found, best first; the source must be prepared for the tokens.
 * @param {string} folded the query
 * @param {Unit[]} units
 * @param {Source} source
 * @param {Facts} facts
 * @param {(text: string) => string} fold
 */
export async function rank(folded, units, source, facts, fold) {
  const scores = scoresOf(units, source, facts);
  const wanted = bare(folded);
  const exact = new Set(source.called(wanted));
  for (const number of exact) scores.set(number, (scores.get(number) ?? 0) * EXACT);
  const best = sorted(relevant(scores), scores);
  const read = best.slice(0, source.atHand);
  const written = await source.read(read);
  for (const [index, number] of read.entries()) {
    const { title } = written[index];
    const contains = !exact.has(number) && title.length >= wanted.length && bare(fold(title)).includes(wanted);
    if (contains) scores.set(number, (scores.get(number) ?? 0) * CONTAINED);
  }
  return [...sorted(read, scores), ...best.slice(source.atHand)];
}

/** @type {(scores: Hits) => number[]} */
function relevant(scores) {
  let most = 0;
  for (const score of scores.values()) most = Math.max(most, score);
  return [...scores.keys()].filter((number) => (scores.get(number) ?? 0) >= most * RELEVANT);
}

/** @type {(numbers: number[], scores: Hits) => number[]} */
const sorted = (numbers, scores) => numbers.sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || a - b);

/**
 * Coverage counts more than once: who has every word is meant before who has one often.
 * @type {(units: Unit[], source: Source, facts: Facts) => Hits}
 */
function scoresOf(units, source, facts) {
  const rarity = rarityIn(source, facts.count);
  const sums = { said: new Float64Array(facts.count), covered: new Float64Array(facts.count) };
  let total = 0;
  for (const unit of units) {
    const whole = mass(unit[0], rarity);
    total += whole;
    if (unit.flat().length === 1) addToken(sums, source.hits(unit[0][0]), whole);
    else addBest(sums, bestOf(unit, source, rarity));
  }
  /** @type {Hits} */
  const scores = new Map();
  for (const [number, says] of sums.said.entries()) {
    if (says) scores.set(number, says * (sums.covered[number] / total) ** COVERAGE * PRIORS[facts.kinds[number]]);
  }
  return scores;
}

/** @typedef {{said: Float64Array, covered: Float64Array}} Sums of each destination */

/** @type {(sums: Sums, hits: Hits, whole: number) => void} what most units are: one token, no other name */
function addToken({ said, covered }, hits, whole) {
  for (const [number, says] of hits) {
    said[number] += whole * says;
    covered[number] += whole;
  }
}

/** @type {(sums: Sums, best: Map<number, [number, number]>) => void} */
function addBest({ said, covered }, best) {
  for (const [number, [says, covers]] of best) {
    said[number] += says;
    covered[number] += covers;
  }
}

/** @type {(source: Source, count: number) => (token: string) => number} */
const rarityIn = (source, count) => (token) => shareOf(token) * Math.log(1 + count / (source.hits(token).size + 0.5));

/** @type {(token: string) => number} how much of its rarity a token is worth */
function shareOf(token) {
  if (token.startsWith(ANYWHERE)) return LONE;
  if (LINKING.test(token)) return LINKED;
  return AUXILIARY.test(token) ? HELPED : 1;
}

/** @type {(character: string) => boolean} whether it says something by itself */
export const isTelling = (character) => !LINKING.test(character) && !AUXILIARY.test(character);

/** @type {(alternative: string[], rarity: (token: string) => number) => number} */
const mass = (alternative, rarity) => alternative.reduce((sum, token) => sum + rarity(token), 0);

/**
 * Of the alternatives the one that says most of a destination counts.
 * @type {(unit: Unit, source: Source, rarity: (token: string) => number) => Map<number, [number, number]>}
 */
function bestOf(unit, source, rarity) {
  /** @type {Map<number, [number, number]>} */
  const best = new Map();
  const whole = mass(unit[0], rarity);
  for (const [index, alternative] of unit.entries()) {
    const factor = whole * (index ? OTHER_NAME : 1);
    for (const [number, [said, covered]] of sharesOf(alternative, source, rarity)) {
      const before = best.get(number);
      if (!before || said * factor > before[0]) best.set(number, [said * factor, covered * factor]);
    }
  }
  return best;
}

/** @type {(alternative: string[], source: Source, rarity: (token: string) => number) => Map<number, [number, number]>} */
function sharesOf(alternative, source, rarity) {
  const total = mass(alternative, rarity);
  /** @type {Map<number, [number, number]>} */
  const shares = new Map();
  for (const token of alternative) {
    const share = rarity(token) / total;
    for (const [number, says] of source.hits(token)) {
      const [said, covered] = shares.get(number) ?? [0, 0];
      shares.set(number, [said + share * says, covered + share]);
    }
  }
  return shares;
}
