// Which destinations answer a query, best first; the twin of search/ranking.py;
// both read tests/cases/search/ranking.json.

import { bare } from "./tokens.js";

/** @import { Facts, Hits, Source, Unit } from "./types.js" */

/** Before a single character that may stand in any word. */
export const ANYWHERE = "*";
const LONE = 0.5;
// Sums in another order differ by less.
const ROUNDED = 1 + 1e-9;
// What answers so much worse than the best is no answer.
const RELEVANT = 0.02;

/** @typedef {ReturnType<typeof weighing>} Weighing */

/**
 * What the numbers of search/weights.py say of tokens.
 * @param {import("./types.js").Weights} weights
 */
export function weighing(weights) {
  const [linking, auxiliary] = [new RegExp(weights.linking), new RegExp(weights.auxiliary)];
  return {
    ...weights,
    /** What a token says that comes so many times in a column of this length. @type {(weight: number, times: number, length: number, average: number) => number} */
    hit: (weight, times, length, average) =>
      (weight * (1 + weights.repeated * Math.log2(times))) / (1 - weights.length + (weights.length * length) / average),
    /** The column that says most counts fully. @type {(one: number, other: number) => number} */
    joined: (one, other) => Math.max(one, other) + weights.other_columns * Math.min(one, other),
    /** How much of its rarity a token is worth. @type {(token: string) => number} */
    shareOf: (token) => {
      if (token.startsWith(ANYWHERE)) return LONE;
      if (linking.test(token)) return weights.linked;
      return auxiliary.test(token) ? weights.helped : 1;
    },
    /** Whether a character says something by itself. @type {(character: string) => boolean} */
    isTelling: (character) => !linking.test(character) && !auxiliary.test(character),
  };
}

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
  for (const number of exact) scores.set(number, (scores.get(number) ?? 0) * facts.weights.exact);
  const best = sorted(relevant(scores), scores);
  const read = best.slice(0, source.atHand);
  const written = await source.read(read);
  for (const [index, number] of read.entries()) {
    const { title } = written[index];
    const contains = !exact.has(number) && title.length >= wanted.length && bare(fold(title)).includes(wanted);
    if (contains) scores.set(number, (scores.get(number) ?? 0) * facts.weights.contained);
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
  const rarity = rarityIn(source, facts);
  const { coverage, priors } = facts.weights;
  const sums = { said: new Float64Array(facts.count), covered: new Float64Array(facts.count) };
  let total = 0;
  for (const unit of units) {
    const whole = mass(unit[0], rarity);
    total += whole;
    if (unit.flat().length === 1) addToken(sums, source.hits(unit[0][0]), whole);
    else addBest(sums, bestOf(unit, source, rarity, facts.weights.other_name));
  }
  /** @type {Hits} */
  const scores = new Map();
  for (const [number, says] of sums.said.entries()) {
    if (says) scores.set(number, says * (sums.covered[number] / total) ** coverage * priors[facts.kinds[number]]);
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

/** @type {(source: Source, facts: Facts) => (token: string) => number} */
const rarityIn = (source, { count, weights }) => (token) => weights.shareOf(token) * Math.log(1 + count / (source.hits(token).size + 0.5));

/** @type {(alternative: string[], rarity: (token: string) => number) => number} */
const mass = (alternative, rarity) => alternative.reduce((sum, token) => sum + rarity(token), 0);

/**
 * Of the alternatives the one that says most of a destination counts; the reader's own word before one as good.
 * @type {(unit: Unit, source: Source, rarity: (token: string) => number, otherName: number) => Map<number, [number, number]>}
 */
function bestOf(unit, source, rarity, otherName) {
  /** @type {Map<number, [number, number]>} */
  const best = new Map();
  const whole = mass(unit[0], rarity);
  for (const [index, alternative] of unit.entries()) {
    const factor = whole * (index ? otherName : 1);
    for (const [number, [said, covered]] of sharesOf(alternative, source, rarity)) {
      const before = best.get(number);
      if (!before || said * factor > before[0] * ROUNDED) best.set(number, [said * factor, covered * factor]);
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
