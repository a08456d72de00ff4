// What a reader typed -> the tokens to look for, with the glossary's other names for them;
// the twin of search/queries.py; both read tests/cases/search/ranking.json.

import { bounded, isUnspaced, placed, tokens } from "./tokens.js";

/** @import { Unit } from "./types.js" */

/** @typedef {(folded: string) => Unit[]} Plan */

/** @typedef {{start: number, end: number}} Span */

/**
 * Plans queries over groups of folded names of the same thing; fillers say nothing in them.
 * @param {string[][]} groups
 * @param {string[]} fillers folded, the longest first
 * @returns {Plan}
 */
export function planWith(groups, fillers) {
  const others = othersOf(groups);
  const longestFirst = [...others.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const pattern = new RegExp(longestFirst.map(bounded).join("|") || "(?!)", "g");
  const filler = new RegExp(fillers.map(bounded).join("|") || "(?!)", "g");
  return (folded) => {
    const spans = [...folded.matchAll(pattern)].map(({ 0: name, index }) => ({ name, start: index, end: index + name.length }));
    const named = spans.map(({ name }) => [name, ...(others.get(name) ?? [])].map(tokens));
    const told = withoutFillers(folded, filler, spans);
    const saysSomething = spans.length > 0 || tokens(told).some((token) => token.length > 1);
    const cut = placed(saysSomething ? told : folded);
    const loose = cut.filter((one) => !spans.some(({ start, end }) => start <= one.start && one.end <= end));
    return [...named, ...withoutLone(loose.map(({ token }) => token), named.length > 0)];
  };
}

/**
 * Blanks in their places, so that what is left stays where it is.
 * @type {(folded: string, filler: RegExp, spans: Span[]) => string}
 */
const withoutFillers = (folded, filler, spans) =>
  folded.replace(filler, (found, at) => {
    const isNamed = spans.some(({ start, end }) => start < at + found.length && at < end);
    return isNamed ? found : " ".repeat(found.length);
  });

/** @param {string[][]} groups */
function othersOf(groups) {
  /** @type {Map<string, string[]>} */
  const others = new Map();
  for (const group of groups) {
    for (const name of group) {
      const known = others.get(name) ?? [];
      others.set(name, [...known, ...group.filter((other) => other !== name && !known.includes(other))]);
    }
  }
  return others;
}

/**
 * A single character says something only where there is nothing else.
 * @param {string[]} loose
 * @param {boolean} named
 * @returns {Unit[]}
 */
function withoutLone(loose, named) {
  const isLone = (/** @type {string} */ token) => token.length === 1 && isUnspaced(token);
  const kept = !named && loose.every(isLone) ? loose : loose.filter((token) => !isLone(token));
  return [...new Set(kept)].map((token) => [[token]]);
}
