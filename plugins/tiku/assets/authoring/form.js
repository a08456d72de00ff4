// The form: which fields there are, which of them a kind needs, and the draft they make.

import { groupedBy } from "../core/groups.js";
import { make } from "../core/dom.js";
import { words } from "../core/facet-words.js";
import { Choices } from "./choice-rows.js";
import { choose, labelled, options, orNone, Rows, single, ticks } from "./form-controls.js";
import { freeId } from "./lists.js";
import { slug } from "./ids.js";
import { lawsOf } from "./reference-checks.js";
import { words as said } from "./words.js";

/** @import { Draft } from "./draft.js" */
/** @import { Lists } from "./lists.js" */

const KINDS = /** @type {const} */ (["single", "multiple", "true-false", "numeric", "text"]);
/** @type {Record<string, string[]>} */
const OF_KIND = {
  single: ["choices"],
  multiple: ["choices"],
  "true-false": ["verdict", "whyVerdict"],
  numeric: ["answer", "tolerance", "unit"],
  text: ["variants"],
};
const ONLY_SOME_KINDS = Object.values(OF_KIND).flat();
const NEW = "new-question";
const CLAUSES = "tiku-clauses";

export class Form {
  #lists;
  #id = make("input", { name: "id", autocapitalize: "none", spellcheck: "false" });
  #objective = choose("objective", []);
  #whyVerdict = make("span");
  #choices;
  #sources;
  #see = new Rows((number) => single(said.labels.see({ number }), make("input", { name: "see", list: CLAUSES, autocapitalize: "none" })));
  element;

  /** @param {Lists} lists */
  constructor(lists) {
    this.#lists = lists;
    this.#choices = new Choices(lists.fields);
    this.#sources = new Rows((number) => single(said.labels.source({ number }), sourceOf(lists)));
    this.element = make("form", { class: "tiku-write", autocomplete: "off" }, ...this.#fields(), clausesOf(lists));
    this.#id.addEventListener("change", () => (this.#id.value = slug(this.#id.value) || this.#id.value));
    this.element.addEventListener("submit", (event) => event.preventDefault());
    this.#objectives();
    this.element.querySelector("[name=topic]")?.addEventListener("change", () => this.#objectives());
  }

  /** @returns {Draft} */
  get draft() {
    const typed = /** @type {any} */ (Object.fromEntries(new FormData(this.element)));
    return {
      ...typed,
      id: typed.id.trim() || this.#freeId(typed.topic),
      choices: this.#choices.read,
      answer: typed.kind === "true-false" ? typed.verdict : typed.answer,
      why: typed.whyVerdict,
      sources: valuesOf(this.#sources),
      syllabus: this.#ticked("syllabus"),
      tags: this.#ticked("tags"),
      see: valuesOf(this.#see),
    };
  }

  /** Only what this draft needs. @param {Draft} draft */
  show(draft) {
    const hidden = new Set(ONLY_SOME_KINDS.filter((name) => !OF_KIND[draft.kind].includes(name)));
    if (!lawsOf(draft, this.#lists).length) ["jurisdiction", "asOf"].forEach((name) => hidden.add(name));
    if (this.#objective.options.length < 2) hidden.add("objective");
    for (const field of /** @type {NodeListOf<HTMLElement>} */ (this.element.querySelectorAll("[data-field]"))) {
      if (field.closest(".tiku-rows") === null) field.hidden = hidden.has(field.dataset.field ?? "");
    }
    this.#id.placeholder = this.#freeId(draft.topic);
    this.#whyVerdict.textContent = said.labels.whyVerdict({ wrong: said.verdicts[draft.answer === "true" ? "false" : "true"] });
    this.#choices.show();
    this.#sources.grow();
    this.#see.grow();
  }

  #fields() {
    const { labels } = said;
    const { banks, jurisdictions, syllabus, tags } = this.#lists;
    const topics = Object.entries(banks).map(([id, { title }]) => /** @type {[string, string]} */ ([id, title]));
    const line = (/** @type {string} */ name) => make("input", { name });
    const number = (/** @type {string} */ name, value = "") => make("input", { name, inputmode: "decimal", value });
    const text = (/** @type {string} */ name, /** @type {string} */ rows) => make("textarea", { name, rows });
    return [
      group(labelled(labels.kind, choose("kind", KINDS.map((kind) => [kind, words.kinds[kind]]))), labelled(labels.topic, choose("topic", [...topics, ["", said.newTopic]]))),
      labelled(labels.stem, text("stem", "2")),
      make("fieldset", { "data-field": "choices" }, make("legend", {}, labels.choices), this.#choices.element),
      labelled(labels.verdict, choose("verdict", Object.entries(said.verdicts))),
      labelled(this.#whyVerdict, text("whyVerdict", "1")),
      group(labelled(labels.answer, number("answer")), labelled(labels.tolerance, number("tolerance", "0")), labelled(labels.unit, line("unit"))),
      labelled(labels.variants, text("variants", "3")),
      labelled(labels.hint, text("hint", "1")),
      labelled(labels.explanation, text("explanation", "4")),
      this.#sources.element,
      group(labelled(labels.jurisdiction, choose("jurisdiction", orNone(Object.entries(jurisdictions)))), labelled(labels.asOf, make("input", { name: "asOf", type: "date" }))),
      this.#see.element,
      group(labelled(labels.difficulty, choose("difficulty", orNone(Object.entries(words.difficulties)))), labelled(labels.objective, this.#objective)),
      ...ticks("syllabus", labels.syllabus, syllabus),
      ...ticks("tags", labels.tags, tags),
      labelled(labels.id, this.#id),
      make("p", { class: "tiku-note-small" }, said.ids),
    ];
  }

  /** @param {string} name */
  #ticked(name) {
    return new FormData(this.element).getAll(name).map(String);
  }

  /** Those of the topic. */
  #objectives() {
    const topic = new FormData(this.element).get("topic");
    const { objectives = {} } = this.#lists.banks[`${topic}`] ?? {};
    this.#objective.replaceChildren(...options(orNone(Object.entries(objectives))));
  }

  /** @param {string} topic */
  #freeId(topic) {
    return freeId(this.#lists, topic || NEW);
  }
}

/** @param {...HTMLElement} fields */
const group = (...fields) => make("div", { class: "tiku-write-group" }, ...fields);

/** What is chosen, once. @param {Rows<{element: HTMLElement, value: string, isEmpty: boolean}>} rows */
const valuesOf = (rows) => [...new Set(rows.all.map(({ value }) => value).filter(Boolean))];

/** Every source that may be cited, by its kind. @param {Lists} lists */
function sourceOf({ sources }) {
  const kinds = [...groupedBy(sources.filter(({ cited }) => cited), ({ kind }) => kind)];
  const option = (/** @type {{id: string, title: string}} */ { id, title }) => make("option", { value: id }, title);
  const groups = kinds.map(([label, all]) => make("optgroup", { label }, ...all.map(option)));
  return make("select", { name: "source" }, make("option", { value: "" }, said.none), ...groups);
}

/** Every page and clause that has a title. @param {Lists} lists */
function clausesOf({ pages }) {
  const option = (/** @type {string} */ value, /** @type {string} */ label) => make("option", { value, label });
  const of = (/** @type {[string, Lists["pages"][string]]} */ [path, { title, clauses }]) => [
    option(path, title),
    ...Object.entries(clauses).filter(([, heading]) => heading).map(([id, heading]) => option(`${path}#${id}`, `${title} › ${heading}`)),
  ];
  return make("datalist", { id: CLAUSES }, ...Object.entries(pages).flatMap(of));
}
