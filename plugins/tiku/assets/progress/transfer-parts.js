// A log cut into parts, each small enough for a QR code: each says which it is and of how many, so that
// they may be opened in any order and the page knows what is missing. Pure.

import { lotOf } from "../core/random.js";

/**
 * @typedef {object} Part
 * @property {string} id of what was cut
 * @property {number} at from 1
 * @property {number} of
 * @property {string} text
 *
 * @typedef {object} Arrived parts so far
 * @property {string} id
 * @property {number} of
 * @property {Record<string, string>} texts by their number
 */

// More codes than that nobody scans: a file serves better.
export const MOST_PARTS = 40;
const LONGEST = 3000;
const PART = /^([\da-f]{8})\.(\d{1,2})\.(\d{1,2})\.([\w-]+)$/;

/** @type {(text: string) => string} */
const idOf = (text) => lotOf(text).toString(16).padStart(8, "0");

/** As they stand in addresses. @type {(text: string, room: number) => string[]} */
export function cutUp(text, room) {
  const of = Math.ceil(text.length / room);
  const size = Math.ceil(text.length / of);
  return Array.from({ length: of }, (_, at) => `${idOf(text)}.${at + 1}.${of}.${text.slice(at * size, (at + 1) * size)}`);
}

/** Null for what `cutUp` does not make. @param {string} address @returns {Part | null} */
export function partOf(address) {
  const [, id, at, of, text] = PART.exec(address) ?? [];
  return isPart(Number(at), Number(of), text) ? { id, at: Number(at), of: Number(of), text } : null;
}

/** @type {(at: number, of: number, text: unknown) => boolean} */
const isPart = (at, of, text) => at >= 1 && at <= of && of <= MOST_PARTS && typeof text === "string" && text.length <= LONGEST;

/**
 * What arrived before, which storage may have made anything of, and one more; parts of another log are
 * forgotten.
 * @type {(before: any, part: Part) => Arrived}
 */
export function withPart(before, { id, at, of, text }) {
  const isSame = before?.id === id && before.of === of && typeof before.texts === "object";
  const kept = isSame ? Object.entries(before.texts ?? {}).filter(([number, text]) => isPart(Number(number), of, text)) : [];
  return { id, of, texts: Object.fromEntries([...kept, [at, text]]) };
}

/** Numbers of the parts that have not arrived. @param {Arrived} arrived */
export const missing = ({ of, texts }) =>
  Array.from({ length: of }, (_, index) => index + 1).filter((number) => !Object.hasOwn(texts, number));

/** The whole text; empty where it is not what was cut. @param {Arrived} arrived */
export function joined({ id, of, texts }) {
  const text = Array.from({ length: of }, (_, index) => texts[index + 1]).join("");
  return idOf(text) === id ? text : "";
}
