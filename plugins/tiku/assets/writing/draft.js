// What was typed, as a question: choices get ids in the order in which they were written.

/** @import { Kind } from "../types.js" */

/**
 * @typedef {object} Draft
 * @property {Kind} kind
 * @property {string} id
 * @property {string} stem
 * @property {string} lines choices one a line, right ones behind a star; or accepted variants
 * @property {string} answer true, false or a number
 * @property {string} tolerance
 * @property {string} unit
 * @property {string} explanation
 */

/** @param {string} text */
export const linesOf = (text) => text.split("\n").map((line) => line.trim()).filter(Boolean);

/** @param {Draft} draft */
export const choicesOf = (draft) =>
  linesOf(draft.lines).map((line, index) => ({
    id: `choice-${index + 1}`,
    right: /^[*＊]/.test(line),
    text: line.replace(/^[*＊]\s*/, ""),
  }));

/** @param {Draft} draft */
export const hasChoices = ({ kind }) => kind === "single" || kind === "multiple";

/** The key as marking.js reads it. @param {Draft} draft */
export function keyOf(draft) {
  if (hasChoices(draft)) return choicesOf(draft).filter(({ right }) => right).map(({ id }) => id).sort().join(" ");
  if (draft.kind === "text") return JSON.stringify(linesOf(draft.lines));
  return draft.kind === "numeric" ? `${draft.answer.trim()} ${draft.tolerance.trim() || "0"}` : draft.answer;
}
