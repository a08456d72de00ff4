// What was typed, as a question.

/** @import { Kind } from "../core/types.js" */

/**
 * @typedef {object} Choice
 * @property {string} id
 * @property {string} text
 * @property {boolean} right
 * @property {string} why what is wrong with it; said of wrong choices alone
 *
 * @typedef {object} Draft
 * @property {Kind} kind
 * @property {string} topic empty for a new one
 * @property {string} id
 * @property {string} stem
 * @property {Choice[]} choices also those without text
 * @property {string} variants accepted ones, one a line
 * @property {string} answer true, false or a number
 * @property {string} tolerance
 * @property {string} unit
 * @property {string} why why the other verdict is wrong
 * @property {string} hint
 * @property {string} explanation
 * @property {string[]} sources
 * @property {string} jurisdiction
 * @property {string} asOf
 * @property {string[]} see
 * @property {string} difficulty
 * @property {string} objective
 * @property {string[]} syllabus
 * @property {string[]} tags
 */

/** @param {Draft} draft */
export const variantsOf = ({ variants }) => variants.split("\n").map((line) => line.trim()).filter(Boolean);

/** @param {Draft} draft */
export const choicesOf = ({ choices }) => choices.filter(({ text }) => text.trim());

/** @param {Draft} draft */
export const hasChoices = ({ kind }) => kind === "single" || kind === "multiple";

/**
 * Choice or verdict -> what is wrong with it.
 * @param {Draft} draft
 * @returns {[id: string, text: string][]}
 */
export function notesOf(draft) {
  const { kind, answer, why } = draft;
  const wrong = choicesOf(draft).filter(({ right }) => !right);
  if (hasChoices(draft)) return wrong.filter((one) => one.why.trim()).map((one) => [one.id, one.why]);
  return kind === "true-false" && why.trim() ? [[answer === "true" ? "false" : "true", why]] : [];
}

/** A number as typed, without the commas between thousands. @param {string} text */
export const numberOf = (text) => text.trim().replaceAll(",", "");

/** The key as marking.js reads it. @param {Draft} draft */
export function keyOf(draft) {
  if (hasChoices(draft)) return choicesOf(draft).filter(({ right }) => right).map(({ id }) => id).sort().join(" ");
  if (draft.kind === "text") return JSON.stringify(variantsOf(draft));
  if (draft.kind !== "numeric") return draft.answer;
  return `${numberOf(draft.answer)} ${numberOf(draft.tolerance) || "0"} ${draft.unit}`.trim();
}
