// The days on which reviews come, moved a little so that no day is heaped: pure.
//
// Where memory allows some days more or less, a review comes on the one with the fewest so far.
// How many days that is: the fuzz ranges of py-fsrs 6.3.2. Cards are placed in the order in which
// they were answered, so that what is answered later moves nothing that was placed before.

import { lotOf } from "../core/random.js";
import { TARGETS, interval } from "./fsrs.js";

/** @import { Card } from "./types.js" */

const RANGES = [
  { from: 2.5, to: 7, share: 0.15 },
  { from: 7, to: 20, share: 0.1 },
  { from: 20, to: Infinity, share: 0.05 },
];
// Shorter ones are not moved.
const SHORTEST = 2.5;

/**
 * The first and the last day after an answer on which its review may come.
 * @param {number} days the interval
 * @returns {[number, number]}
 */
export function span(days) {
  if (days < SHORTEST) return [days, days];
  const slack = RANGES.reduce((sum, { from, to, share }) => sum + share * Math.max(0, Math.min(days, to) - from), 1);
  return [Math.max(2, Math.round(days - slack)), Math.round(days + slack)];
}

/**
 * Card -> the day it is due; among equally loaded days its name and last answer decide.
 * @param {readonly Card[]} cards
 * @param {number} [target] retention to aim at
 * @returns {Map<string, number>}
 */
export function balanced(cards, target = TARGETS.usual) {
  const loads = new Map();
  const met = cards.flatMap(({ id, memory }) => (memory ? [{ id, last: memory.last, days: interval(memory.stability, target) }] : []));
  const ordered = met.sort((a, b) => a.last - b.last || (a.id < b.id ? -1 : 1));
  return new Map(ordered.map(({ id, last, days }) => {
    const [first, latest] = span(days);
    const day = lightest(loads, last + first, last + latest, lotOf(`${id}/${last}`));
    loads.set(day, (loads.get(day) ?? 0) + 1);
    return [id, day];
  }));
}

/** @type {(loads: Map<number, number>, first: number, last: number, lot: number) => number} */
function lightest(loads, first, last, lot) {
  const days = Array.from({ length: last - first + 1 }, (_, index) => first + ((index + lot) % (last - first + 1)));
  return days.reduce((best, day) => ((loads.get(day) ?? 0) < (loads.get(best) ?? 0) ? day : best));
}
