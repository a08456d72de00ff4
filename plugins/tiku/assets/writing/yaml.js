// A draft as YAML: every text in double quotes, as JSON writes them, so that none means anything.

import { choicesOf, hasChoices, linesOf } from "./draft.js";

/** @import { Draft } from "./draft.js" */

/** @param {string} text */
const quoted = (text) => JSON.stringify(text.trim()).replace(/[\u0085\u2028\u2029\ufeff]/g, " ");

/** The lines of an entry below `questions:`. @param {Draft} draft */
export function yamlOf(draft) {
  const lines = [`id: ${/^[a-z0-9-]+$/.test(draft.id) ? draft.id : quoted(draft.id)}`, `kind: ${draft.kind}`, `stem: ${quoted(draft.stem)}`, ...answer(draft)];
  if (draft.explanation.trim()) lines.push(`explanation: ${quoted(draft.explanation)}`);
  return lines.map((line, index) => `${index ? "    " : "  - "}${line}\n`).join("");
}

/** A bank of this question alone. @param {Draft} draft */
export const fileOf = (draft) => `topic: ${draft.id}\ntitle: 新題\nquestions:\n${yamlOf(draft)}`;

/** @param {Draft} draft */
function answer(draft) {
  if (hasChoices(draft)) {
    const all = choicesOf(draft);
    const right = all.filter((one) => one.right).map(({ id }) => id).join(", ");
    return ["choices:", ...all.map(({ id, text }) => `  ${id}: ${quoted(text)}`), `answer: [${right}]`];
  }
  if (draft.kind === "text") return [`answer: [${linesOf(draft.lines).map(quoted).join(", ")}]`];
  if (draft.kind === "true-false") return [`answer: ${draft.answer}`];
  const unit = draft.unit.trim() ? [`  unit: ${quoted(draft.unit)}`] : [];
  return ["answer:", `  value: ${quoted(draft.answer)}`, `  tolerance: ${quoted(draft.tolerance || "0")}`, ...unit];
}
