// Terms, their other names and titles by their sound: whole syllables, their first letters, or a mixture.

/** @import { Hits } from "./types.js" */

const SHORTEST = 2;
const WEIGHT = 4;

/**
 * What sounds like the typed letters, measured by how much of its name they say.
 * @param {string} typed
 * @param {Iterable<[number: number, name: string]>} names folded
 * @param {Map<string, string[]>} readings character -> syllables
 * @returns {Hits}
 */
export function soundingLike(typed, names, readings) {
  const letters = typed.replace(/[\s']/g, "");
  /** @type {Map<number, number>} */
  const hits = new Map();
  if (letters.length < SHORTEST || !/^[a-z]+$/.test(letters)) return hits;
  for (const [number, name] of names) {
    const said = longest(letters, [...name], readings);
    if (said) hits.set(number, Math.max(hits.get(number) ?? 0, (WEIGHT * said) / name.length));
  }
  return hits;
}

/**
 * @param {Record<string, string>} bySyllable syllable -> characters
 */
export function readingsOf(bySyllable) {
  /** @type {Map<string, string[]>} */
  const readings = new Map();
  for (const [syllable, characters] of Object.entries(bySyllable)) {
    for (const character of characters) readings.set(character, [...(readings.get(character) ?? []), syllable]);
  }
  return readings;
}

/**
 * How many characters in a row the letters say; 0 where they do not.
 * @type {(letters: string, name: string[], readings: Map<string, string[]>) => number}
 */
function longest(letters, name, readings) {
  for (const start of name.keys()) {
    const end = said(letters, name, start, readings);
    if (end) return end - start;
  }
  return 0;
}

/**
 * The place behind the last character said, or 0; the last syllable may be begun only.
 * @type {(letters: string, name: string[], at: number, readings: Map<string, string[]>) => number}
 */
function said(letters, name, at, readings) {
  if (!letters) return at;
  for (const syllable of readings.get(name[at]) ?? []) {
    if (letters.startsWith(syllable)) {
      const end = said(letters.slice(syllable.length), name, at + 1, readings);
      if (end) return end;
    }
    if (syllable.startsWith(letters)) return at + 1;
    if (letters[0] === syllable[0]) {
      const end = said(letters.slice(1), name, at + 1, readings);
      if (end) return end;
    }
  }
  return 0;
}
