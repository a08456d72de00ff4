// A draft as YAML: every text in double quotes, as JSON writes them, so that none means anything.

import { choicesOf, hasChoices, notesOf, numberOf, variantsOf } from "./draft.js";
import { words as said } from "./words.js";

/** @import { Draft } from "./draft.js" */

/** @param {string} text */
const quoted = (text) => JSON.stringify(text.trim()).replace(/[\u0085\u2028\u2029\ufeff]/g, " ");

/** Ids, paths and dates say what they are without quotes. @param {string} text */
const plain = (text) => (/^[a-z0-9][a-z0-9./#-]*$/.test(text) ? text : quoted(text));

/** The lines of an entry below `questions:`. @param {Draft} draft */
export function yamlOf(draft) {
  const lines = [`id: ${plain(draft.id)}`, `kind: ${draft.kind}`, `stem: ${quoted(draft.stem)}`, ...answer(draft), ...notes(draft), ...rest(draft)];
  return lines.map((line, index) => `${index ? "    " : "  - "}${line}\n`).join("");
}

/** A bank of this question alone. @param {Draft} draft */
export const fileOf = (draft) => `topic: ${draft.id}\ntitle: ${said.newBank}\nquestions:\n${yamlOf(draft)}`;

/** @param {Draft} draft */
function answer(draft) {
  if (hasChoices(draft)) {
    const all = choicesOf(draft);
    const right = all.filter((one) => one.right).map(({ id }) => id);
    return ["choices:", ...all.map(({ id, text }) => `  ${id}: ${quoted(text)}`), `answer: [${right.join(", ")}]`];
  }
  if (draft.kind === "text") return [`answer: [${variantsOf(draft).map(quoted).join(", ")}]`];
  if (draft.kind === "true-false") return [`answer: ${draft.answer}`];
  const unit = draft.unit.trim() ? [`  unit: ${quoted(draft.unit)}`] : [];
  return ["answer:", `  value: ${quoted(numberOf(draft.answer))}`, `  tolerance: ${quoted(numberOf(draft.tolerance) || "0")}`, ...unit];
}

/** @param {Draft} draft */
function notes(draft) {
  const all = notesOf(draft);
  // A verdict is a key here, and no truth value.
  const name = (/** @type {string} */ id) => (draft.kind === "true-false" ? quoted(id) : id);
  return all.length ? ["why:", ...all.map(([id, text]) => `  ${name(id)}: ${quoted(text)}`)] : [];
}

/** What may be left out. @param {Draft} draft */
function* rest({ hint, explanation, objective, difficulty, jurisdiction, asOf, syllabus, tags, see, sources }) {
  if (hint.trim()) yield `hint: ${quoted(hint)}`;
  if (explanation.trim()) yield `explanation: ${quoted(explanation)}`;
  for (const [key, id] of Object.entries({ objective, difficulty, jurisdiction, as_of: asOf })) if (id) yield `${key}: ${plain(id)}`;
  for (const [key, ids] of Object.entries({ syllabus, tags, see, sources })) if (ids.length) yield `${key}: [${ids.map(plain).join(", ")}]`;
}
