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
// More than this are sorted another way, in so many steps of their scores: of twice as many bits.
const MANY = 2000;
const BITS = 15;
const PILES = 2 ** BITS;
const STEPS = PILES ** 2;

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
  for (const number of exact) scores[number] *= facts.weights.exact;
  const best = sorted(relevant(scores), scores);
  const read = best.slice(0, source.atHand);
  const written = await source.read(read);
  for (const [index, number] of read.entries()) {
    const { title } = written[index];
    const contains = !exact.has(number) && title.length >= wanted.length && bare(fold(title)).includes(wanted);
    if (contains) scores[number] *= facts.weights.contained;
  }
  return sorted(read, scores).concat(best.slice(source.atHand));
}

/** @type {(scores: Float64Array) => number[]} */
function relevant(scores) {
  let most = 0;
  for (const score of scores) most = Math.max(most, score);
  const found = new Int32Array(scores.length);
  let size = 0;
  for (let number = 0; number < scores.length; number += 1) {
    if (scores[number] > 0 && scores[number] >= most * RELEVANT) found[size++] = number;
  }
  return listOf(found.subarray(0, size));
}

/** Array.from asks an iterator for each, ten times as long. @param {Int32Array} numbers */
export function listOf(numbers) {
  const list = new Array(numbers.length);
  for (let at = 0; at < numbers.length; at += 1) list[at] = numbers[at];
  return list;
}

/** @type {(numbers: number[], scores: Float64Array) => number[]} */
const sorted = (numbers, scores) =>
  numbers.length < MANY ? numbers.sort((a, b) => scores[b] - scores[a] || a - b) : dealt(numbers, scores);

/**
 * So many are dealt out by the lower half of their scores, with nine digits, and then by the upper one:
 * nobody sees the difference, and nothing is compared. They come in the order of their numbers.
 * @type {(numbers: number[], scores: Float64Array) => number[]}
 */
function dealt(numbers, scores) {
  const most = numbers.reduce((sofar, number) => Math.max(sofar, scores[number]), 0);
  const keys = new Int32Array(scores.length);
  for (const number of numbers) keys[number] = Math.round((1 - scores[number] / most) * STEPS);
  return dealtBy(keys, BITS, dealtBy(keys, 0, numbers));
}

/** Who comes first stays first of a pile. @type {(keys: Int32Array, shift: number, numbers: number[]) => number[]} */
function dealtBy(keys, shift, numbers) {
  const places = new Int32Array(PILES + 1);
  for (const number of numbers) places[((keys[number] >> shift) & (PILES - 1)) + 1] += 1;
  for (let pile = 1; pile < places.length; pile += 1) places[pile] += places[pile - 1];
  const found = Array(numbers.length);
  for (const number of numbers) found[places[(keys[number] >> shift) & (PILES - 1)]++] = number;
  return found;
}

/**
 * Coverage counts more than once: who has every word is meant before who has one often.
 * @type {(units: Unit[], source: Source, facts: Facts) => Float64Array}
 */
function scoresOf(units, source, facts) {
  const rarity = rarityIn(source, facts);
  const { coverage, priors, other_name } = facts.weights;
  const { said, covered } = sumsOf(facts.count);
  let total = 0;
  for (const unit of units) {
    const whole = mass(unit[0], rarity);
    total += whole;
    if (unit.flat().length === 1) addToken({ said, covered }, source.hits(unit[0][0]), whole, whole);
    else addBest({ said, covered }, unit, source, rarity, other_name);
  }
  for (let number = 0; number < said.length; number += 1) {
    if (said[number]) said[number] *= (covered[number] / total) ** coverage * priors[facts.kinds[number]];
  }
  return said;
}

/** @typedef {{said: Float64Array, covered: Float64Array}} Sums of each destination */

/** @type {(count: number) => Sums} */
const sumsOf = (count) => ({ said: new Float64Array(count), covered: new Float64Array(count) });

/** @type {(sums: Sums, hits: Hits, factor: number, covers: number) => void} */
const addToken = ({ said, covered }, hits, factor, covers) =>
  hits.forEach((says, number) => {
    said[number] += factor * says;
    covered[number] += covers;
  });

/** @type {(source: Source, facts: Facts) => (token: string) => number} */
const rarityIn = (source, { count, weights }) => (token) => weights.shareOf(token) * Math.log(1 + count / (source.hits(token).size + 0.5));

/** @type {(alternative: string[], rarity: (token: string) => number) => number} */
const mass = (alternative, rarity) => alternative.reduce((sum, token) => sum + rarity(token), 0);

/**
 * Of the alternatives the one that says most of a destination counts; the reader's own word before one as good.
 * @type {(sums: Sums, unit: Unit, source: Source, rarity: (token: string) => number, otherName: number) => void}
 */
function addBest({ said, covered }, unit, source, rarity, otherName) {
  const whole = mass(unit[0], rarity);
  const best = sumsOf(said.length);
  for (const [index, alternative] of unit.entries()) {
    const factor = whole * (index ? otherName : 1);
    const shares = sharesOf(alternative, source, rarity, said.length);
    for (let number = 0; number < said.length; number += 1) {
      if (!shares.covered[number] || shares.said[number] * factor <= best.said[number] * ROUNDED) continue;
      best.said[number] = shares.said[number] * factor;
      best.covered[number] = shares.covered[number] * factor;
    }
  }
  for (let number = 0; number < said.length; number += 1) {
    said[number] += best.said[number];
    covered[number] += best.covered[number];
  }
}

/** @type {(alternative: string[], source: Source, rarity: (token: string) => number, count: number) => Sums} */
function sharesOf(alternative, source, rarity, count) {
  const total = mass(alternative, rarity);
  const shares = sumsOf(count);
  for (const token of alternative) {
    const share = rarity(token) / total;
    addToken(shares, source.hits(token), share, share);
  }
  return shares;
}
