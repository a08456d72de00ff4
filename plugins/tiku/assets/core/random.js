// Seeded random numbers (mulberry32) and shuffling (Fisher–Yates). Pure, so that chance is handed in.
// The twin of model/shuffling.py; both read tests/cases/shuffles.json.

/**
 * Numbers from 0 up to 1 (mulberry32: Tommy Ettinger, public domain).
 * @param {number} seed
 */
export function randomNumbers(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A copy in another order (Fisher and Yates), the same for the same seed.
 * @template T
 * @param {readonly T[]} items
 * @param {number} seed
 */
export function shuffled(items, seed) {
  const next = randomNumbers(seed);
  const copy = [...items];
  for (let last = copy.length - 1; last > 0; last -= 1) {
    const other = Math.floor(next() * (last + 1));
    [copy[last], copy[other]] = [copy[other], copy[last]];
  }
  return copy;
}

/** The order that a seed gives. @type {(seed: number) => import("./types.js").Order} */
export const shuffling = (seed) => (items) => shuffled(items, seed);

/**
 * A number that a text decides (FNV-1a, 32 bit, with the final mixing of MurmurHash3).
 * @param {string} text
 */
export function lotOf(text) {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
