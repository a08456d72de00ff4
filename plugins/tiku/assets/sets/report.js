// What a finished set or paper came to: a picture of the score, what changed since last time, topics
// and objectives, and every question, the wrong and the unsure first.

import { bring } from "../core/catalog.js";
import { button } from "../core/controls.js";
import { make } from "../core/dom.js";
import { groupedBy } from "../core/groups.js";
import { lotOf, shuffled } from "../core/random.js";
import { draw } from "../core/svg.js";
import { byTime } from "../events/events.js";
import { store } from "../events/store.js";
import { rightChoices } from "../question/marks/choices.js";
import { bookmarkOf } from "./bookmarks.js";
import { words } from "./words.js";

/** @import { AnswerEvent, Catalog, Confidence, Entry, StudySet } from "../core/types.js" */

/**
 * A question of what was finished.
 * @typedef {object} Row
 * @property {Entry} entry
 * @property {"right" | "partial" | "wrong" | "blank"} outcome
 * @property {string[]} response
 * @property {Confidence} [confidence]
 */

/** @typedef {"all" | "wrong" | "flagged"} Part what is looked at again */

/**
 * @typedef {object} Ways
 * @property {(part: Part, at?: number) => unknown} review
 * @property {(questions: string[]) => unknown} [retry]
 * @property {{text: string, act: () => unknown}} [again]
 */

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** The ids of a part, in the order of the set. @type {(set: StudySet, rows: Row[], part: Part) => string[]} */
export function questionsOf(set, rows, part) {
  const ids = rows.map(({ entry }) => entry.id);
  if (part === "flagged") return ids.filter((id) => bookmarkOf(id, "flag", set.id));
  return part === "all" ? ids : rows.filter(({ outcome }) => outcome !== "right").map(({ entry }) => entry.id);
}

/**
 * A bar from nothing to all with the part that was reached, and the line that passes.
 * @type {(share: number, said: string, pass?: number) => Element} shares from 0 to 1
 */
export function scoreBar(share, said, pass) {
  const shape = (/** @type {string} */ look, /** @type {number} */ x, /** @type {number} */ width) =>
    draw("rect", { class: look, x, width, height: "10", y: "0" });
  const line = pass === undefined ? [] : [shape("tiku-score-pass", Math.min(99, 100 * pass), 1)];
  return draw("svg", { class: "tiku-score", role: "img", viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-label": said },
    shape("tiku-score-all", 0, 100), shape("tiku-score-got", 0, 100 * share), ...line);
}

/** Retry of what was wrong leads, where something was. @type {(set: StudySet, rows: Row[], ways: Ways) => HTMLElement} */
export function waysOn(set, rows, { review, retry, again }) {
  const wrong = rows.filter(({ outcome }) => outcome === "wrong" || outcome === "partial").map(({ entry }) => entry.id);
  const part = (/** @type {Part} */ name, /** @type {string} */ text) =>
    questionsOf(set, rows, name).length ? [button(text, () => review(name))] : [];
  return make("div", { class: "tiku-ways" },
    ...(retry && wrong.length ? [button(words.retryWrong, () => retry(wrong), "tiku-button")] : []),
    ...part("wrong", words.reviewWrong), ...part("flagged", words.reviewFlagged), ...part("all", words.reviewAll),
    ...(again ? [button(again.text, again.act, wrong.length ? "" : "tiku-button")] : []));
}

/** Which questions went otherwise than the time before, in sentences. @type {(set: StudySet, rows: Row[]) => HTMLElement[]} */
export function changes(set, rows) {
  const turned = rows.map(({ entry, outcome }) => ({ now: outcome === "right", before: before(entry, set), outcome }))
    .filter(({ before, outcome }) => before !== undefined && outcome !== "blank");
  const better = turned.filter(({ now, before }) => now && !before).length;
  const worse = turned.filter(({ now, before }) => !now && before).length;
  if (!turned.length) return [];
  return [make("p", {}, better || worse ? words.changed({ better, worse }) : words.unchanged)];
}

/** How it was answered last before a set. @type {(entry: Entry, set: StudySet) => boolean | undefined} */
function before(entry, set) {
  const answers = /** @type {AnswerEvent[]} */ (store.eventsOf(entry.id).filter((event) =>
    event.kind === "answer" && event.revision === entry.revision && event.set !== set.id && event.at < set.at));
  return answers.toSorted(byTime).at(-1)?.right;
}

/** Each topic with its objectives: how many were right of how many. @type {(catalog: Catalog, rows: Row[]) => HTMLElement} */
export function byObjective(catalog, rows) {
  const topics = [...groupedBy(rows, ({ entry }) => entry.topic)].map(([topic, all]) => {
    const { title, objectives } = catalog.topics[topic];
    const parts = [...groupedBy(all.filter(({ entry }) => entry.objective), ({ entry }) => entry.objective)].map(([id, some]) =>
      share("tiku-share-part", objectives[id]?.text ?? id, some));
    return make("li", {}, share("tiku-share", title, all, scoreBar), ...parts);
  });
  return make("section", { class: "tiku-shares" }, make("h2", {}, words.byObjective), make("ul", {}, ...topics));
}

/** @type {(look: string, name: string, rows: Row[], draw?: typeof scoreBar) => HTMLElement} */
function share(look, name, rows, draw) {
  const right = rows.filter(({ outcome }) => outcome === "right").length;
  const said = words.rightOf({ right, of: rows.length });
  return make("div", { class: look }, make("span", {}, name), make("b", {}, said), ...(draw ? [draw(right / rows.length, said)] : []));
}

/**
 * Every question, the wrong ones first, then those of which the reader was not sure; its words and
 * letters follow when they have arrived.
 * @type {(catalog: Catalog, set: StudySet, rows: Row[], look: (at: number) => unknown) => HTMLElement}
 */
export function everyQuestion(catalog, set, rows, look) {
  const numbered = rows.map((row, at) => ({ ...row, at }));
  const items = numbered.toSorted((a, b) => rank(a) - rank(b) || a.at - b.at).map((row) => item(catalog, set, row, () => look(row.at)));
  return make("section", { class: "tiku-every" }, make("h2", {}, words.everyQuestion), make("ul", {}, ...items));
}

/** @param {Row} row */
function rank({ outcome, confidence }) {
  const isUnsure = confidence === "guess" || confidence === "unsure";
  return outcome === "wrong" || outcome === "partial" ? 0 : outcome === "blank" ? 2 : isUnsure ? 1 : 3;
}

/** @type {(catalog: Catalog, set: StudySet, row: Row & {at: number}, look: () => unknown) => HTMLElement} */
function item(catalog, set, row, look) {
  const { at, outcome, confidence } = row;
  const number = button(words.number({ at: at + 1 }), look);
  const told = make("span", { class: "tiku-every-told" });
  const stem = make("span", { class: "tiku-every-stem" });
  const sign = make("b", { "data-outcome": outcome }, `${words.outcomeSigns[outcome]} ${words.outcomes[outcome]}`);
  const sure = confidence ? [make("span", {}, words.confidences[confidence])] : [];
  bring(catalog, row.entry).then((brought) => {
    if (!brought) return;
    stem.textContent = brought.question.querySelector("legend")?.textContent?.trim() ?? "";
    told.textContent = letters(brought.question, set, row);
  }).catch(() => {});
  return make("li", {}, make("div", {}, number, sign, told, ...sure), stem);
}

/** Which choices were taken and which are right, by the letters they had. @type {(question: HTMLElement, set: StudySet, row: Row) => string} */
function letters(question, set, { entry, response }) {
  const written = /** @type {HTMLInputElement[]} */ ([...question.querySelectorAll(".tiku-choices input")]).map(({ value }) => value);
  if (!written.length) return "";
  const shown = set.shuffle ? shuffled(written, lotOf(`${set.seed}${entry.id}`)) : written;
  const named = (/** @type {string[]} */ choices) => shown.flatMap((value, index) => (choices.includes(value) ? LETTERS[index] : [])).join("");
  const right = named(rightChoices(question.dataset.key ?? ""));
  return response.length ? words.letters({ yours: named(response), right }) : words.rightLetter({ right });
}
