// The hard checks of `tiku check` that need nothing but the question and the lists.

import { exact, fold } from "../core/folding.js";
import { choicesOf, hasChoices, numberOf, variantsOf } from "./draft.js";
import { referred } from "./reference-checks.js";
import { told } from "./text-checks.js";

/** @import { Draft } from "./draft.js" */
/** @import { Lists } from "./lists.js" */
/** @typedef {{code: string, details: Record<string, string>}} Found */

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)$/;

/** @type {(code: string, details?: Record<string, string>) => Found} */
export const found = (code, details = {}) => ({ code, details });

/**
 * Everything that is wrong, in the order of the form.
 * @param {Draft} draft
 * @param {Lists} lists
 * @returns {Found[]}
 */
export function check(draft, lists) {
  return [
    ...identity(draft, lists),
    ...(draft.stem.trim() ? [] : [found("no-stem")]),
    ...(hasChoices(draft) ? choices(draft) : draft.kind === "text" ? variants(draft) : value(draft)),
    ...told(draft, lists),
    ...referred(draft, lists),
  ];
}

/** @type {(draft: Draft, lists: Lists) => Generator<Found>} */
function* identity({ id, topic }, { banks }) {
  if (!ID.test(id)) yield found("bad-id", { text: id });
  const owner = Object.values(banks).find(({ taken }) => taken.includes(id));
  if (owner) yield found("duplicate-id", { id, first: owner.title });
  if (!topic && banks[id]) yield found("duplicate-topic", { topic: id, first: banks[id].title });
}

/** @param {Draft} draft */
function* choices(draft) {
  const all = choicesOf(draft);
  if (all.length < 2) yield found(all.length ? "one-choice" : "no-choices");
  for (const [index, { id, text }] of all.entries()) {
    const first = all.slice(0, index).find((one) => exact(one.text) === exact(text));
    if (first) yield found("duplicate-choice", { choice: id, first: first.id });
  }
  const right = all.filter((one) => one.right).length;
  if (!right) yield found("no-answer");
  else if (draft.kind === "single" && right > 1) yield found("several-answers", { count: `${right}` });
  else if (draft.kind === "multiple" && right === 1) yield found("one-answer");
  else if (draft.kind === "multiple" && right === all.length) yield found("no-distractor");
}

/** @param {Draft} draft */
function* variants(draft) {
  const all = variantsOf(draft);
  if (!all.length) yield found("no-answer");
  for (const text of all) if (!fold(text)) yield found("empty-variant", { text });
}

/** @param {Draft} draft */
function* value({ kind, answer, tolerance }) {
  if (!answer.trim()) yield found("no-answer");
  if (kind !== "numeric") return;
  for (const [key, typed] of Object.entries({ value: answer, tolerance })) {
    const text = numberOf(typed);
    if (text && !NUMBER.test(text)) yield found("not-number", { key, text });
  }
  if (NUMBER.test(numberOf(tolerance)) && Number(numberOf(tolerance)) < 0) yield found("negative-tolerance");
}
