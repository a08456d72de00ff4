// Is this answer right? Pure: a key as the page has it, a response as the reader gave it.

import { fold } from "../core/folding.js";

/** @import { Kind, Verdict } from "../core/types.js" */

// Sums of binary fractions miss by about this much of the number.
const EPSILON = 1e-9;

/** @type {Record<Kind, (key: string, response: string[]) => Verdict>} */
const marks = {
  single: markChoices,
  multiple: markChoices,
  "true-false": markChoices,
  numeric: markNumber,
  text: markText,
  matching: markChoices,
  ordering: (key, response) => ({ right: response.join(" ") === key }),
  open: (key, [, ...ticked]) => ({ right: rightChoices(key).every((point) => ticked.includes(point)) }),
};

/**
 * @param {Kind} kind
 * @param {string} key the `data-key` of the question
 * @param {string[]} response
 * @returns {Verdict}
 */
export const mark = (kind, key, response) => marks[kind](key, response);

/**
 * The ids that are right.
 * @param {string} key
 */
export const rightChoices = (key) => key.split(" ");

/**
 * The number a reader meant by `８.0％`, `1,000` or `−3`; NaN where it is none.
 * @param {string} text
 */
function readNumber(text) {
  const plain = text.normalize("NFKC").replace(/[−–]/g, "-").replace(/[\s,%]/g, "");
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : NaN;
}

/** @type {(key: string, response: string[]) => Verdict} */
function markChoices(key, response) {
  const chosen = [...new Set(response)].sort().join(" ");
  return { right: chosen === rightChoices(key).sort().join(" ") };
}

/** @type {(key: string, response: string[]) => Verdict} */
function markNumber(key, [text = ""]) {
  const [value, tolerance] = key.split(" ").map(Number);
  const given = readNumber(text);
  if (Number.isNaN(given)) return { right: false, unreadable: true };
  const slack = tolerance + EPSILON * Math.max(1, Math.abs(value));
  return { right: Math.abs(given - value) <= slack };
}

/** @type {(key: string, response: string[]) => Verdict} */
function markText(key, [text = ""]) {
  const accepted = /** @type {string[]} */ (JSON.parse(key)).map(fold);
  return { right: accepted.includes(fold(text)) };
}
