// Which questions of a set are shown: selects made from what the questions are.

import { make } from "../core/dom.js";
import { words } from "../core/facet-words.js";

/** @import { TikuQuestion } from "./question.js" */

/** @typedef {"kind" | "difficulty" | "tag" | "state"} Facet */

/** @type {Record<Facet, (question: TikuQuestion) => string[]>} */
const values = {
  kind: ({ dataset }) => [dataset.kind ?? ""],
  difficulty: ({ dataset }) => (dataset.difficulty ? [dataset.difficulty] : []),
  tag: ({ dataset }) => dataset.tags?.split(" ") ?? [],
  state: ({ state }) => [state.is === "rekeyed" ? "fresh" : state.is],
};

/**
 * A row of selects, none where there is nothing to choose; `apply` hides what does not match and is
 * called at every change.
 * @param {TikuQuestion[]} questions
 * @param {Record<string, string>} tagNames
 */
export function makeFilters(questions, tagNames) {
  const names = { kind: words.kinds, difficulty: words.difficulties, tag: tagNames, state: words.states };
  const facets = /** @type {Facet[]} */ (Object.keys(names));
  const shown = make("output", { class: "tiku-matching" });
  const selects = facets.map((facet) => makeSelect(facet, names[facet], questions)).filter(({ length }) => length > 1);
  const apply = () => {
    const matching = questions.filter((question) => selects.every(({ value, name }) =>
      !value || values[/** @type {Facet} */ (name)](question).includes(value)));
    show(questions, matching);
    shown.textContent = words.matching({ number: matching.length });
  };
  const labels = selects.map((select) =>
    make("label", {}, words.filters[/** @type {Facet} */ (select.name)], " ", select));
  const row = make("div", { class: "tiku-filters" }, ...labels, shown);
  // As much as was kept for them, however few they are: nothing moves below.
  row.style.minHeight = "var(--tiku-filters-room)";
  row.addEventListener("change", apply);
  return row;
}

/** @type {(facet: Facet, names: Record<string, string>, questions: TikuQuestion[]) => HTMLSelectElement} */
function makeSelect(facet, names, questions) {
  const found = new Set(questions.flatMap(values[facet]));
  const offered = facet === "state" ? Object.keys(names) : Object.keys(names).filter((n) => found.has(n));
  const options = offered.map((value) => make("option", { value }, names[value]));
  return make("select", { name: facet }, make("option", { value: "" }, words.any), ...options);
}

/**
 * A case is shown when one of its questions is.
 * @param {TikuQuestion[]} questions
 * @param {TikuQuestion[]} matching
 */
function show(questions, matching) {
  for (const question of questions) {
    question.hidden = !matching.includes(question);
    const inCase = question.closest(".tiku-case");
    inCase?.toggleAttribute("hidden", !inCase.querySelector("tiku-question:not([hidden])"));
  }
}
