// Answers as the records of learning platforms write them: SCORM 2004 and xAPI one way, 1.2 another. Pure.

import { readNumber } from "../question/marks/number.js";

/** @import { Answer, Asked } from "./types.js" */

const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
/** Characters that SCORM 1.2, and 2004, keep of a word that was filled in. */
const SHORT = 255;
const LONG = 250;
const ESSAY = 4000;

/** @type {(asked: Asked, response: string[]) => string} as SCORM 2004 and xAPI name the kinds */
export function typeOf({ kind, unit }, response) {
  const types = { single: "choice", multiple: "choice", "true-false": "true-false", text: "fill-in", matching: "matching", ordering: "sequencing", open: "long-fill-in" };
  if (kind !== "numeric") return types[kind];
  return !response.length || figures(response[0], unit) ? "numeric" : "fill-in";
}

/** @type {(asked: Asked, response: string[]) => string} SCORM 2004 and xAPI */
export function longForm(asked, response) {
  switch (typeOf(asked, response)) {
    case "matching": return response.map((pair) => pair.replace("=", "[.]")).join("[,]");
    case "numeric": return figures(response[0], asked.unit);
    case "fill-in": return response[0].slice(0, LONG);
    case "long-fill-in": return response[0].slice(0, ESSAY);
    default: return inOrder(asked, response).join("[,]");
  }
}

/** @type {(answer: Answer) => string[]} what would have been right, in SCORM 2004 and xAPI */
export function longPatterns({ asked, right, response }) {
  if (asked.range && typeOf(asked, response) === "numeric") return [asked.range.join("[:]")];
  if (asked.accepted.length) return asked.accepted.map((word) => word.slice(0, LONG));
  return right.length ? [longForm(asked, right)] : [];
}

/** @type {(asked: Asked, response: string[]) => string} SCORM 1.2: one sign a choice */
export function shortForm(asked, response) {
  const letter = (/** @type {[string, string][]} */ list, /** @type {string} */ id) => LETTERS[list.findIndex(([own]) => own === id)] ?? "";
  switch (typeOf(asked, response)) {
    case "true-false": return response[0][0];
    case "choice": case "sequencing": return inOrder(asked, response).map((id) => letter(asked.choices, id)).join(",");
    case "matching": return response.map((pair) => pair.split("=")).map(([prompt, id]) => `${letter(asked.prompts, prompt)}.${letter(asked.choices, id)}`).join(",");
    case "numeric": return figures(response[0], asked.unit);
    default: return response[0].slice(0, SHORT);
  }
}

/** @type {(answer: Answer) => string[]} what would have been right, in SCORM 1.2 */
export function shortPatterns({ asked, right }) {
  if (asked.accepted.length) return asked.accepted.map((word) => word.slice(0, SHORT));
  return right.length ? [shortForm(asked, right)] : [];
}

/** Choices as they were written, whichever was chosen first; of an ordering question it is the answer.
 * @type {(asked: Asked, response: string[]) => string[]} */
function inOrder({ kind, choices }, response) {
  const place = (/** @type {string} */ id) => choices.findIndex(([own]) => own === id);
  return kind === "multiple" ? response.toSorted((a, b) => place(a) - place(b)) : response;
}

/** A number that was typed, in figures; "" where it is none. @type {(text: string, unit: string) => string} */
function figures(text, unit) {
  const number = readNumber(text, unit);
  if (!number) return "";
  const { digits, scale } = number;
  const plain = String(digits < 0n ? -digits : digits).padStart(scale + 1, "0");
  const whole = plain.slice(0, plain.length - scale);
  return `${digits < 0n ? "-" : ""}${whole}${scale ? `.${plain.slice(-scale)}` : ""}`;
}
