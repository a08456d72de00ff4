// What is shown of many results as long as nobody narrows them down, and how many there are of each
// kind: found where the search runs, so that a page has no long lists to go through at every key.

/** @import { DestinationKind } from "./types.js" */

/** Of all kinds. */
export const BEST = 5;
/** Of one. */
export const MOST = 30;

/** @typedef {{counts: Map<string, number>, firsts: number[]}} Outline how many of each kind, "" of all; the first of each, best first */

/** @type {(numbers: number[], kinds: DestinationKind[]) => Outline} best first */
export function outline(numbers, kinds) {
  /** @type {Outline} */
  const { counts, firsts } = { counts: new Map([["", numbers.length]]), firsts: [] };
  for (const number of numbers) {
    const before = counts.get(kinds[number]) ?? 0;
    // The best may all be of one kind.
    if (before < BEST + MOST) firsts.push(number);
    counts.set(kinds[number], before + 1);
  }
  return { counts, firsts };
}
