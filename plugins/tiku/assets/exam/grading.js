// What the reader wrote, beside the model answer, with its checklist to be ticked.

import { bring } from "../core/catalog.js";
import { button } from "../core/controls.js";
import { make } from "../core/dom.js";
import { addTick } from "../question/kinds/open.js";
import { words } from "./words.js";

/** @import { Catalog } from "../core/types.js" */
/** @import { Answered } from "../sets/answered.js" */

/** @typedef {(one: Answered) => unknown} Keep */

/** What only the reader can mark. @param {Pick<Answered, "entry" | "response">} answered */
export const isGraded = ({ entry, response }) => entry.kind === "open" && response.length > 0;

/**
 * `keep` is told of every tick, so that none is lost; `done` at the end.
 * @type {(catalog: Catalog, answered: Answered[], keep: Keep, done: () => unknown) => Promise<HTMLElement>}
 */
export async function grading(catalog, answered, keep, done) {
  const parts = await Promise.all(answered.filter(isGraded).map((one) => graded(catalog, one, keep)));
  return make("section", { class: "tiku-grading", tabindex: "-1" },
    make("p", { class: "tiku-notice" }, words.gradeFirst({ number: parts.length })), ...parts,
    make("p", { class: "tiku-controls" }, button(words.countPoints, done, "tiku-button")));
}

/** @type {(catalog: Catalog, one: Answered, keep: Keep) => Promise<HTMLElement>} */
async function graded(catalog, one, keep) {
  const brought = /** @type {import("../core/catalog.js").Brought} */ (await bring(catalog, one.entry));
  const [legend, key] = ["legend", ".tiku-key"].map((part) => /** @type {HTMLElement} */ (brought.question.querySelector(part)));
  const ticks = [...key.querySelectorAll("li")].map(addTick);
  for (const tick of ticks) {
    tick.disabled = false;
    tick.checked = one.response.includes(tick.value, 1);
  }
  const part = make("section", {}, ...(brought.material ? [brought.material] : []), make("p", {}, make("b", {}, ...legend.childNodes)),
    make("p", {}, make("b", {}, words.ownAnswer)), make("blockquote", { class: "tiku-own-answer" }, one.response[0]), key);
  part.addEventListener("change", () => {
    one.response = [one.response[0], ...ticks.filter(({ checked }) => checked).map(({ value }) => value)];
    keep(one);
  });
  return part;
}
