// The draft as readers will see it: the shapes of rendering/kinds.py, made of text alone.

import { make } from "../core/dom.js";
import { words } from "../core/facet-words.js";
import { choicesOf, hasChoices, keyOf, notesOf, variantsOf } from "./draft.js";
import { address, linkOf } from "./lists.js";
import { inline, paragraphs } from "./prose.js";
import { words as said } from "./words.js";

/** @import { Draft } from "./draft.js" */
/** @import { Lists } from "./lists.js" */

/** @type {(draft: Draft, lists: Lists) => HTMLElement} */
export function preview(draft, lists) {
  const { kind, stem, difficulty, hint } = draft;
  const [first = "", ...rest] = stem.trim().split(/\n{2,}/);
  const meta = [words.kinds[kind], /** @type {Record<string, string>} */ (words.difficulties)[difficulty]].filter(Boolean).join(" · ");
  const form = make(
    "form", { method: "dialog", autocomplete: "off" },
    make("p", { class: "tiku-meta" }, meta),
    make("fieldset", {}, make("legend", {}, ...inline(first, lists)), ...rest.flatMap((one) => paragraphs(one, lists)), field(draft, lists)),
    ...(hint.trim() ? [make("details", { class: "tiku-hint" }, make("summary", {}, said.hint), ...paragraphs(hint, lists))] : []),
    make("details", { class: "tiku-answer" }, make("summary", {}, said.answer), ...told(draft, lists)),
  );
  const question = document.createElement("tiku-question");
  Object.assign(question.dataset, { kind, key: keyOf(draft), revision: "draft" });
  question.id = "tiku-preview";
  question.append(form);
  return question;
}

/** What stands behind the key, in the order of kinds/question.html. @type {(draft: Draft, lists: Lists) => Generator<HTMLElement>} */
function* told(draft, lists) {
  const keys = answers(draft).flatMap((key, index) => [index ? said.clauses : "", ...inline(key, lists)]);
  yield make("p", { class: "tiku-key" }, make("b", {}, said.key), " ", ...keys);
  if (draft.explanation.trim()) yield make("div", { class: "tiku-explanation" }, ...paragraphs(draft.explanation, lists));
  const others = variantsOf(draft).slice(1);
  if (draft.kind === "text" && others.length) yield make("p", { class: "tiku-variants" }, said.variants({ all: others.join(said.list) }));
  if (notesOf(draft).length) yield make("ul", { class: "tiku-why" }, ...notesOf(draft).map(([id, text]) => note(draft, id, text, lists)));
  if (draft.see.length) yield enumerated("tiku-see", said.see, draft.see.map((one) => [link(linkOf(lists, one))]));
  if (draft.jurisdiction && draft.asOf) {
    yield make("p", { class: "tiku-law" }, said.law({ jurisdiction: lists.jurisdictions[draft.jurisdiction], asOf: draft.asOf }));
  }
  if (draft.sources.length) yield enumerated("tiku-sources", said.sources, draft.sources.map((id) => cited(id, lists)));
}

/** @type {(draft: Draft, id: string, text: string, lists: Lists) => HTMLElement} */
function note(draft, id, text, lists) {
  const choice = options(draft).find((one) => one.id === id);
  return make("li", { "data-choice": id }, make("b", {}, ...inline(choice?.text ?? "", lists)), " ", ...inline(text, lists));
}

/** @type {(name: string, lead: string, parts: (Node | string)[][]) => HTMLElement} */
const enumerated = (name, lead, parts) => make("p", { class: name }, lead, ...parts.flatMap((part, index) => (index ? [said.list, ...part] : part)));

/** In a window of its own: what is being written would be gone. @type {(to: {title: string, href: string}) => Node} */
const link = ({ title, href }) => (href ? make("a", { href, target: "_blank" }, title) : make("span", {}, title));

/** @type {(id: string, lists: Lists) => (Node | string)[]} */
function cited(id, { sources, pages }) {
  const { title, confidence } = sources.find((one) => one.id === id) ?? { title: id, confidence: "" };
  const page = pages["sources.md"];
  return [link({ title, href: page ? `${address(page.address)}#${id}` : "" }), confidence && said.confidence({ text: confidence })];
}

/** @param {Draft} draft */
const options = (draft) =>
  hasChoices(draft) ? choicesOf(draft) : Object.entries(said.verdicts).map(([id, text]) => ({ id, text, right: id === draft.answer }));

/** @param {Draft} draft */
function answers(draft) {
  if (draft.kind === "text") return variantsOf(draft).slice(0, 1);
  if (draft.kind === "numeric") return [draft.answer.trim() + draft.unit.trim()];
  return options(draft).filter(({ right }) => right).map(({ text }) => text);
}

/** @type {(draft: Draft, lists: Lists) => HTMLElement} */
function field(draft, lists) {
  if (draft.kind === "text" || draft.kind === "numeric") {
    const input = make("input", { name: "answer" });
    const label = draft.kind === "numeric" ? said.number : said.key;
    const unit = draft.unit.trim() && draft.kind === "numeric" ? [" ", make("span", { class: "tiku-unit" }, draft.unit.trim())] : [];
    return make("p", { class: "tiku-field" }, make("label", {}, `${label} `, input), ...unit);
  }
  const type = draft.kind === "multiple" ? "checkbox" : "radio";
  const item = (/** @type {{id: string, text: string}} */ { id, text }) =>
    make("li", {}, make("label", {}, make("input", { type, name: "choice", value: id }), make("span", {}, ...inline(text, lists))));
  return make("ol", { class: draft.kind === "true-false" ? "tiku-verdicts" : "tiku-choices" }, ...options(draft).map(item));
}
