// Which part of a text is shown, and which of its characters are marked.

import { GAP } from "./fuzzy.js";
import { ANYWHERE } from "./ranking.js";
import { bounded, isUnspaced, isWordy } from "./tokens.js";

/** @typedef {{text: string, marked: boolean}} Piece */

// Before each numbered point of a clause, as search/sections.py puts it there, and behind the last.
const POINT = "¶";
const PARTS = /(?=[¶⁋])/;
const MARKS = /[¶⁋]/g;

const SENTENCE = /[。！？；\n]|[.!?;] $/;
// How far back the begin of a sentence is looked for.
const BACK = 24;

/**
 * A text in pieces that are marked in turn.
 * @type {(text: string, tokens: string[], fold: (text: string) => string) => Piece[]}
 */
export function marked(text, tokens, fold) {
  const characters = [...text];
  return pieces(characters, marksOf(characters, tokens, fold));
}

/**
 * The part of a text with most of what was sought.
 * @type {(text: string, tokens: string[], fold: (text: string) => string, length: number) => Piece[]}
 */
export function excerpt(text, tokens, fold, length) {
  const characters = [...text];
  const marks = marksOf(characters, tokens, fold);
  const start = beginning(characters, densest(marks, length));
  const end = Math.min(characters.length, start + length);
  const shown = pieces(characters.slice(start, end), marks.slice(start, end));
  const before = start > 0 ? [{ text: "…", marked: false }] : [];
  const after = end < characters.length ? [{ text: "…", marked: false }] : [];
  return [...before, ...shown, ...after];
}

/**
 * The point of a clause with most of what was sought, and its number; 0 with the whole text where
 * no point has anything of it.
 * @type {(text: string, tokens: string[], fold: (text: string) => string) => {number: number, text: string}}
 */
export function closestPoint(text, tokens, fold) {
  let [number, most] = [0, 0];
  let best = { number, text: text.replace(MARKS, " ").trim() };
  const parts = text.includes(POINT) ? text.split(PARTS) : [];
  for (const part of parts) {
    const isPoint = part.startsWith(POINT);
    number += Number(isPoint);
    const folded = fold(part);
    const has = tokens.filter((token) => patternOf(token).test(folded)).length;
    if (isPoint && has > most) [most, best] = [has, { number, text: part.replace(MARKS, "") }];
  }
  return best;
}

/** @type {(characters: string[], tokens: string[], fold: (text: string) => string) => boolean[]} */
function marksOf(characters, tokens, fold) {
  const { whole, ownerOf } = foldedWhole(characters, fold);
  const marks = Array(characters.length).fill(false);
  for (const token of tokens) {
    for (const found of whole.matchAll(patternOf(token))) {
      for (let at = found.index; at < found.index + found[0].length; at += 1) marks[ownerOf(at)] = true;
    }
  }
  return marks;
}

/**
 * The folded text, and which character a place in it comes from: folding may make two of one.
 * @type {(characters: string[], fold: (text: string) => string) => {whole: string, ownerOf: (at: number) => number}}
 */
function foldedWhole(characters, fold) {
  const text = characters.join("");
  const whole = fold(text);
  if (whole.length === text.length && text.length === characters.length) return { whole, ownerOf: (at) => at };
  const folded = characters.map(fold);
  const owner = folded.flatMap((part, index) => Array(part.length).fill(index));
  return { whole: folded.join(""), ownerOf: (at) => owner[at] };
}

/** @param {string} token */
function patternOf(token) {
  if (token.startsWith(ANYWHERE)) return new RegExp(token.slice(1), "g");
  if (isUnspaced(token)) return new RegExp(token.replace(GAP, "."), "g");
  return isWordy(token[0]) ? new RegExp(bounded(token), "g") : /(?!)/g;
}

/** @type {(marks: boolean[], length: number) => number} the first place of the window with most marks */
function densest(marks, length) {
  let [best, most, count] = [0, 0, 0];
  for (const [at, isMarked] of marks.entries()) {
    count += Number(isMarked) - Number(at >= length && marks[at - length]);
    if (count > most) [best, most] = [Math.max(0, at - length + 1), count];
  }
  const first = marks.indexOf(true, best);
  return first < 0 ? 0 : first;
}

/** @type {(characters: string[], at: number) => number} */
function beginning(characters, at) {
  for (let start = at; start > Math.max(0, at - BACK); start -= 1) {
    if (SENTENCE.test(characters.slice(Math.max(0, start - 2), start).join(""))) return start;
  }
  return at <= BACK ? 0 : at;
}

/** @type {(characters: string[], marks: boolean[]) => Piece[]} */
function pieces(characters, marks) {
  /** @type {Piece[]} */
  const found = [];
  for (const [index, character] of characters.entries()) {
    const last = found.at(-1);
    if (last?.marked === marks[index]) last.text += character;
    else found.push({ text: character, marked: marks[index] });
  }
  return found;
}
