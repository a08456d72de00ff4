// When two short texts are the same word: in either script, and with variant characters.
// 首问责任制 is 首問責任制, 台灣 is 臺灣, 計劃 is 計畫. The twin of text/variants.py;
// both read tests/cases/variants.json.

import { fold } from "./folding.js";
import { PAIRS, WORDS } from "./variant-table.js";

const SIMPLIFIED = new Map([...PAIRS].flatMap((from, at, all) => (at % 2 ? [] : [[from, all[at + 1]]])));

/**
 * Folded, in simplified characters, each word in one spelling.
 * @param {string} text
 */
export const canonical = (text) =>
  WORDS.reduce(
    (same, [variant, usual]) => same.replaceAll(variant, usual),
    [...fold(text)].map((character) => SIMPLIFIED.get(character) ?? character).join(""),
  );
