// What can begin at once, each with its count: today's questions, what is due, mistakes, stars.

import { button } from "../core/controls.js";
import { make } from "../core/dom.js";
import { words } from "./words.js";

/** @typedef {keyof typeof words.presets} Preset */

const PRESETS = /** @type {Preset[]} */ (Object.keys(words.presets));

/**
 * A button for each way of practising that has questions now.
 * @param {(preset: Preset) => string[]} questionsOf the ids it would ask
 * @param {(preset: Preset, questions: string[]) => unknown} begin
 */
export function presets(questionsOf, begin) {
  const items = PRESETS.flatMap((preset) => {
    const questions = questionsOf(preset);
    return questions.length ? [make("li", {}, card(preset, questions.length, () => begin(preset, questions)))] : [];
  });
  return items.length ? [make("ul", { class: "tiku-presets", "aria-label": words.atOnce }, ...items)] : [];
}

/** @type {(preset: Preset, count: number, begin: () => unknown) => HTMLElement} */
function card(preset, count, begin) {
  const one = button("", begin);
  one.append(make("span", {}, words.presets[preset]), " ", make("b", {}, String(count)));
  return one;
}
