// Narrowing results down: by kind, and questions by topic and difficulty.

import { make } from "../core/dom.js";
import { words } from "./words.js";

/** @import { Found } from "./results.js" */
/** @import { DestinationKind, Facts } from "./types.js" */

/** @typedef {{kind: string, topic: string, level: string}} Chosen empty: whatever */

/** @returns {Chosen} */
export const nothingChosen = () => ({ kind: "", topic: "", level: "" });

/**
 * @type {(numbers: number[], facts: Facts, chosen: Chosen) => number[]}
 */
export const narrowed = (numbers, { kinds, on, levels }, { kind, topic, level }) =>
  !kind && !topic && !level ? numbers : numbers.filter((number) =>
    (!kind || kinds[number] === kind) &&
    (!topic || (kinds[number] === "question" && String(on[number]) === topic)) &&
    (!level || levels[number] === level));

/**
 * A row of what the results can be narrowed to; `choose` hears of every change.
 * @type {(found: Found, chosen: Chosen, choose: (chosen: Chosen) => void) => HTMLElement}
 */
export function facetRow({ all, counts, index: { facts } }, chosen, choose) {
  const offered = /** @type {DestinationKind[]} */ (Object.keys(words.kinds)).filter((kind) => counts.has(kind));
  const chips = ["", ...offered].map((kind) => chip(kind, counts.get(kind) ?? 0, chosen, choose));
  const selects = chosen.kind === "question" ? questionSelects(all.filter((number) => facts.kinds[number] === "question"), facts, chosen, choose) : [];
  return make("div", { class: "tiku-facets", role: "group", "aria-label": words.filters }, ...chips, ...selects);
}

/** @type {(kind: string, number: number, chosen: Chosen, choose: (chosen: Chosen) => void) => HTMLElement} */
function chip(kind, number, chosen, choose) {
  const name = kind ? words.kinds[/** @type {DestinationKind} */ (kind)] : words.all;
  const pressed = String(chosen.kind === kind);
  const button = make("button", { type: "button", "aria-pressed": pressed, "data-facet": `kind-${kind}` }, `${name} ${number}`);
  button.addEventListener("click", () => choose({ ...nothingChosen(), kind }));
  return button;
}

/** @type {(questions: number[], facts: Facts, chosen: Chosen, choose: (chosen: Chosen) => void) => HTMLElement[]} */
function questionSelects(questions, facts, chosen, choose) {
  const topics = [...new Set(questions.map((number) => facts.on[number]))];
  const topicNames = topics.map((page) => /** @type {[string, string]} */ ([String(page), facts.pages[page][1]]));
  const levels = new Set(questions.map((number) => facts.levels[number]));
  const levelNames = Object.entries(words.difficulties).filter(([level]) => levels.has(level));
  return [
    select("topic", words.topic, topicNames, chosen.topic, (topic) => choose({ ...chosen, topic })),
    select("level", words.difficulty, levelNames, chosen.level, (level) => choose({ ...chosen, level })),
  ];
}

/** @type {(facet: string, label: string, names: [string, string][], value: string, change: (value: string) => void) => HTMLElement} */
function select(facet, label, names, value, change) {
  const options = [["", words.all], ...names].map(([id, name]) => make("option", { value: id, selected: id === value }, name));
  const box = make("select", { "data-facet": facet }, ...options);
  box.addEventListener("change", () => change(box.value));
  return make("label", {}, label, " ", box);
}
