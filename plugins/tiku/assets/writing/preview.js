// The draft as readers will see it: the shape of templates/kinds/, made of text alone.

import { make } from "../dom.js";
import { words } from "../words.js";
import { choicesOf, hasChoices, keyOf, linesOf } from "./draft.js";
import { writingWords } from "./words.js";

/** @import { Draft } from "./draft.js" */

/** @param {Draft} draft */
export function preview(draft) {
  const { kind, stem, explanation } = draft;
  const key = make("p", { class: "tiku-key" }, make("b", {}, writingWords.key), ` ${answers(draft).join("；")}`);
  const details = make("details", { class: "tiku-answer" }, make("summary", {}, writingWords.answer), key);
  if (explanation.trim()) details.append(make("div", { class: "tiku-explanation" }, make("p", {}, explanation)));
  const form = make(
    "form", { autocomplete: "off" },
    make("p", { class: "tiku-meta" }, words.kinds[kind]),
    make("fieldset", {}, make("legend", {}, stem), field(draft)),
    details,
  );
  const question = document.createElement("tiku-question");
  Object.assign(question.dataset, { kind, key: keyOf(draft), revision: "draft" });
  question.id = "tiku-preview";
  question.append(form);
  return question;
}

/** @param {Draft} draft */
const options = (draft) =>
  hasChoices(draft) ? choicesOf(draft) : Object.entries(writingWords.verdicts).map(([id, text]) => ({ id, text, right: id === draft.answer }));

/** @param {Draft} draft */
function answers(draft) {
  if (draft.kind === "text") return linesOf(draft.lines).slice(0, 1);
  if (draft.kind === "numeric") return [draft.answer.trim() + draft.unit.trim()];
  return options(draft).filter(({ right }) => right).map(({ text }) => text);
}

/** @param {Draft} draft */
function field(draft) {
  if (draft.kind === "text" || draft.kind === "numeric") {
    const input = make("input", { name: "answer", ...(draft.kind === "numeric" && { inputmode: "decimal" }) });
    const unit = draft.unit.trim() && draft.kind === "numeric" ? [" ", make("span", { class: "tiku-unit" }, draft.unit.trim())] : [];
    return make("p", { class: "tiku-field" }, make("label", {}, `${writingWords.key} `, input), ...unit);
  }
  const type = draft.kind === "multiple" ? "checkbox" : "radio";
  const item = (/** @type {{id: string, text: string}} */ { id, text }) =>
    make("li", {}, make("label", {}, make("input", { type, name: "choice", value: id }), make("span", {}, text)));
  return make("ol", { class: draft.kind === "true-false" ? "tiku-verdicts" : "tiku-choices" }, ...options(draft).map(item));
}
