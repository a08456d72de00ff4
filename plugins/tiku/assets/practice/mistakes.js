// The mistakes by topic, and by what was wrongly chosen.

import { bring } from "../core/catalog.js";
import { make } from "../core/dom.js";
import { groupedBy } from "../core/groups.js";
import { button } from "../core/controls.js";
import { words as coreWords } from "../core/words.js";
import { words } from "./words.js";

/** @import { Catalog, Entry } from "../core/types.js" */
/** @import { Known } from "../sets/selection.js" */

/**
 * Groups of mistakes; a wrong choice makes a group where it was chosen in two or more questions:
 * authors give the same confusion the same id.
 * @param {readonly Entry[]} entries
 * @param {Known} known
 * @returns {{by: "topic" | "choice", name: string, questions: Entry[]}[]}
 */
export function mistakeGroups(entries, known) {
  const wrong = entries.filter((entry) => known(entry).mistake && !known(entry).shelved);
  const topics = [...groupedBy(wrong, ({ topic }) => topic)];
  const pairs = wrong.flatMap((entry) => (known(entry).mistake?.response ?? []).map((choice) => ({ choice, entry })));
  const choices = [...groupedBy(pairs, ({ choice }) => choice)].filter(([, group]) => group.length > 1);
  return [
    ...topics.map(([name, questions]) => ({ by: /** @type {const} */ ("topic"), name, questions })),
    ...choices.map(([name, group]) => ({ by: /** @type {const} */ ("choice"), name, questions: group.map(({ entry }) => entry) })),
  ];
}

/**
 * A button for each group.
 * @param {Catalog} catalog
 * @param {Known} known
 * @param {(questions: string[]) => unknown} begin
 */
export async function showMistakeGroups(catalog, known, begin) {
  const groups = await Promise.all(mistakeGroups(catalog.questions, known).map(async (group) => ({
    ...group,
    title: group.by === "topic" ? catalog.topics[group.name].title : await choiceText(catalog, group.questions, group.name),
  })));
  const buttons = groups.filter(({ title }) => title).map(({ title, questions }) =>
    make("li", {}, button(`${title}${coreWords.gap}${questions.length}`, () => begin(questions.map(({ id }) => id)))));
  return make("details", { class: "tiku-groups" }, make("summary", {}, words.mistakeGroups), make("ul", {}, ...buttons));
}

/** @type {(catalog: Catalog, questions: Entry[], choice: string) => Promise<string>} */
async function choiceText(catalog, [entry], choice) {
  const brought = await bring(catalog, entry);
  const input = brought?.question.querySelector(`.tiku-choices input[value="${CSS.escape(choice)}"]`);
  const text = input?.parentElement?.querySelector("span")?.textContent;
  return text ? words.mistakeOf({ text }) : "";
}
