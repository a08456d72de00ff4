// Looking tokens up by reading: up to some thousand destinations nothing is faster to fetch than
// the text itself, and to read it takes a few milliseconds.

import { GAP } from "./fuzzy.js";
import { ANYWHERE } from "./ranking.js";
import { bare, isUnspaced, isWordy, wordsIn } from "./tokens.js";

/** @import { Facts, Hits, Source, SearchRecord } from "./types.js" */
/** @import { Weighing } from "./ranking.js" */

/**
 * @typedef {object} Column
 * @property {string} all the folded texts, one a line
 * @property {number[]} starts where each begins
 * @property {number} average length of those that are there
 * @property {number} weight
 */

/**
 * @param {SearchRecord[]} written
 * @param {Facts} facts
 * @param {(text: string) => string} fold
 * @returns {Source}
 */
export function scan(written, facts, fold) {
  const { weights } = facts;
  const pages = facts.pages.map(([, title]) => fold(title));
  const context = facts.on.map((page, number) => (written[number].anchor ? pages[page] : ""));
  /** @type {(part: (one: SearchRecord) => string) => string} */
  const folded = (part) => fold(written.map(part).join("\n"));
  const titles = column(weights.columns.title, folded(({ title }) => title));
  const others = column(weights.columns.names, folded(({ names }) => names));
  const columns = [
    titles,
    others,
    column(weights.columns.asked, folded(({ asked }) => asked ?? "")),
    column(weights.columns.referred, folded(({ referrers = [] }) => referrers.map((one) => askedBy(written[one])).join(" · "))),
    column(weights.columns.context, context.join("\n")),
    column(weights.columns.text, folded(({ text }) => text)),
  ];
  const words = wordsOf(columns);
  const names = namesOf(titles.all.split("\n"), others.all.split("\n"));
  /** @type {Map<string, Hits>} */
  const known = new Map();
  return {
    atHand: 40,
    prepare: async () => {},
    hits: (token) => known.get(token) ?? remember(known, token, lookUp(token, columns, weights)),
    called: (name) => names.get(name) ?? [],
    words: (begin) => words.filter((word) => word[0] === begin[0]),
    read: async (numbers) => numbers.map((number) => written[number]),
  };
}

/** @type {(written: SearchRecord) => string} */
const askedBy = ({ title, asked }) => (asked ? `${title} · ${asked}` : title);

/** @type {(known: Map<string, Hits>, token: string, hits: Hits) => Hits} */
function remember(known, token, hits) {
  known.set(token, hits);
  return hits;
}

/** @type {(weight: number, all: string) => Column} */
function column(weight, all) {
  const starts = [0];
  for (let at = all.indexOf("\n"); at >= 0; at = all.indexOf("\n", at + 1)) starts.push(at + 1);
  const filled = starts.filter((start, number) => endOf(all, starts, number) > start).length;
  const average = filled ? (all.length - starts.length + 1) / filled : 1;
  return { all, starts, average, weight };
}

/** @type {(all: string, starts: number[], number: number) => number} */
const endOf = (all, starts, number) => (starts[number + 1] ?? all.length + 1) - 1;

/** @type {(token: string, columns: Column[], weights: Weighing) => Hits} */
function lookUp(token, columns, { hit, joined }) {
  /** @type {Map<number, number>} */
  const hits = new Map();
  // A wrong character is forgiven in names; in long texts anything stands around a gap.
  const looked = token.includes(GAP) ? columns.filter(({ weight }) => weight > 1) : columns;
  for (const { all, starts, average, weight } of looked) {
    for (const [number, times] of counts(token, all, starts)) {
      const length = endOf(all, starts, number) - starts[number];
      hits.set(number, joined(hits.get(number) ?? 0, hit(weight, times, length, average)));
    }
  }
  return hits;
}

/**
 * How often a token stands in each text that has it.
 * @type {(token: string, all: string, starts: number[]) => Map<number, number>}
 */
function counts(token, all, starts) {
  /** @type {Map<number, number>} */
  const found = new Map();
  let number = 0;
  for (const at of places(token, all)) {
    number = lineOf(at, starts, number);
    found.set(number, (found.get(number) ?? 0) + 1);
  }
  return found;
}

/**
 * Where a token stands: `a?b` with any character between, a word as a whole.
 * @type {(token: string, all: string) => Generator<number>}
 */
function* places(token, all) {
  const gap = token.indexOf(GAP);
  const sought = gap > 0 ? token.slice(0, gap) : token.replace(ANYWHERE, "");
  const whole = !isUnspaced(sought);
  for (let at = all.indexOf(sought); at >= 0; at = all.indexOf(sought, at + 1)) {
    if (gap > 0 && (all[at + 2] !== token[2] || !isUnspaced(all[at + 1] ?? ""))) continue;
    if (whole && (isWordy(all[at - 1]) || isWordy(all[at + sought.length]))) continue;
    yield at;
  }
}

/**
 * The number of the text a place is in; texts before `from` are out of question.
 * @type {(at: number, starts: number[], from: number) => number}
 */
function lineOf(at, starts, from) {
  let low = from;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= at) low = middle;
    else high = middle;
  }
  return low;
}

/** @param {Column[]} columns */
const wordsOf = (columns) => [...new Set(columns.flatMap(({ all }) => wordsIn(all)))].filter((word) => !/^\d/.test(word)).sort();

/** @type {(titles: string[], others: string[]) => Map<string, number[]>} folded */
function namesOf(titles, others) {
  /** @type {Map<string, number[]>} */
  const names = new Map();
  for (const [number, title] of titles.entries()) {
    for (const name of new Set([title, ...others[number].split(" · ")].map(bare))) {
      const bearers = names.get(name);
      if (bearers) bearers.push(number);
      else if (name) names.set(name, [number]);
    }
  }
  return names;
}
