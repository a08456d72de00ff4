// What can begin at once: the most useful as one big button that says what it will do, and a card
// with its count for each other way that has questions now.

import { button } from "../core/controls.js";
import { make } from "../core/dom.js";
import { words } from "./words.js";

/** @typedef {keyof typeof words.presets} Preset */

const PRESETS = /** @type {Preset[]} */ (Object.keys(words.presets));

/**
 * @param {(preset: Preset) => string[]} questionsOf the ids it would ask
 * @param {(preset: Preset, questions: string[]) => unknown} begin
 */
export function presets(questionsOf, begin) {
  const waiting = PRESETS.map((preset) => ({ preset, questions: questionsOf(preset) })).filter(({ questions }) => questions.length);
  const [first, ...others] = waiting.map(({ preset, questions }) => ({ preset, number: questions.length, act: () => begin(preset, questions) }));
  if (!first) return [];
  const main = make("section", { class: "tiku-first" },
    button(words.beginFirst[first.preset]({ number: first.number }), first.act, "tiku-button"), make("p", {}, words.beginHints[first.preset]));
  const cards = others.map(({ preset, number, act }) => make("li", {}, card(preset, number, act)));
  return [main, ...(cards.length ? [make("ul", { class: "tiku-presets", "aria-label": words.atOnce }, ...cards)] : [])];
}

/** @type {(preset: Preset, count: number, begin: () => unknown) => HTMLElement} */
function card(preset, count, begin) {
  const one = button("", begin);
  one.append(make("span", {}, words.presets[preset]), " ", make("b", {}, String(count)));
  return one;
}
