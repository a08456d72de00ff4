// What a reader may have meant besides what was typed: another form of a word; and where a token is
// found nowhere a wrong or missing character, one that stands in another word, the beginning of a
// word, a slip of the finger.

import { ANYWHERE } from "./ranking.js";
import { stem } from "./stem.js";
import { isUnspaced, runs } from "./tokens.js";

/** @import { Source, Unit } from "./types.js" */
/** @import { Weighing } from "./ranking.js" */

/** Between two characters, in place of any. */
export const GAP = "?";
const SLIPS_FROM = 4;
const BEGINNING_FROM = 2;
const BEGINNINGS = 8;

/**
 * More units for what was not found, and other forms of what was.
 * @param {string} folded
 * @param {Unit[]} units
 * @param {Source} source prepared for the units
 * @param {Weighing} weights
 * @returns {Unit[]}
 */
export function forgive(folded, units, source, { isTelling }) {
  const written = runs(folded).filter(({ text }) => isUnspaced(text) && !source.hits(text).size).map(({ text }) => text);
  const gaps = written.flatMap((run) => gapsIn(run, source));
  const lone = written.flatMap((run) => [...run].filter(isTelling).map((one) => ANYWHERE + one));
  return [...units.map((unit) => nearWords(unit, source)), ...[...gaps, ...new Set(lone)].map((token) => [[token]])];
}

/**
 * What will be asked for besides, whatever is found: no run of three characters has postings of its own.
 * @type {(folded: string, weights: Weighing) => string[]}
 */
export const foreseen = (folded, { isTelling }) =>
  runs(folded).filter(({ text }) => isUnspaced(text) && text.length > 2).flatMap(({ text }) => [...text].filter(isTelling).map((one) => ANYWHERE + one));

/**
 * Around a pair that stands nowhere: a character may be wrong (a x c) or missing (a c).
 * @type {(run: string, source: Source) => string[]}
 */
function gapsIn(run, source) {
  const isMissing = (/** @type {number} */ at) => at + 1 < run.length && !source.hits(run.slice(at, at + 2)).size;
  return [...run].flatMap((character, at) => {
    if (!isMissing(at)) return [];
    const wrong = isMissing(at + 1) ? [character + GAP + run[at + 2]] : [];
    return [...wrong, character + GAP + run[at + 1]];
  });
}

/**
 * A word means its other forms too; one that stands nowhere those that begin with it, or differ by
 * one letter.
 * @type {(unit: Unit, source: Source) => Unit}
 */
function nearWords(unit, source) {
  const [typed] = unit;
  const word = typed[0];
  if (typed.length > 1 || isUnspaced(word)) return unit;
  const known = source.words(word);
  const root = stem(word);
  const forms = known.filter((other) => other !== word && stem(other) === root);
  if (forms.length || source.hits(word).size) return [...unit, ...forms.map((form) => [form])];
  const begun = word.length < BEGINNING_FROM ? [] : known.filter((other) => other.startsWith(word)).slice(0, BEGINNINGS);
  const slipped = word.length < SLIPS_FROM ? [] : known.filter((other) => differByOne(word, other));
  return [...unit, ...[...begun, ...slipped].map((other) => [other])];
}

/**
 * One letter more, less, other, or two exchanged.
 * @type {(a: string, b: string) => boolean}
 */
export function differByOne(a, b) {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let at = 0;
  while (a[at] === b[at]) at += 1;
  const [restA, restB] = [a.slice(at), b.slice(at)];
  const exchanged = restA[1] + restA[0] + restA.slice(2) === restB;
  return [restA.slice(1) === restB.slice(1), restA.slice(1) === restB, restA === restB.slice(1), exchanged].some(Boolean);
}
