// What a finished set came to, and the ways on from it.

import { make } from "../core/dom.js";
import { stateOf } from "../events/events.js";
import { store } from "../events/store.js";
import { button } from "../core/controls.js";
import { bookmarkOf } from "./bookmarks.js";
import { words } from "./words.js";

/** @import { AnswerEvent, Catalog, Entry, StudySet } from "../core/types.js" */

/**
 * @typedef {object} Ways
 * @property {(questions: string[]) => unknown} review
 * @property {(questions: string[]) => unknown} retry
 * @property {() => unknown} again
 */

/** @type {(catalog: Catalog, set: StudySet, ways: Ways) => HTMLElement} */
export function showResult(catalog, set, ways) {
  const entries = catalog.questions.filter(({ id }) => set.questions.includes(id));
  const states = entries.map((entry) => ({ entry, ...stateOf(store.eventsOf(entry.id), entry.revision, set.id) }));
  const right = states.filter(({ is }) => is === "right");
  const wrong = states.filter(({ is }) => is === "wrong");
  const text = set.mode === "memorise"
    ? words.recalled({ known: entries.filter(({ id }) => bookmarkOf(id, "known", set.id)).length, of: entries.length })
    : words.result({ right: right.length, done: right.length + wrong.length, of: entries.length });
  const sure = wrong.filter(({ entry }) => wasSure(entry, set)).length;
  return make("section", { class: "tiku-result", tabindex: "-1" },
    make("p", { class: "tiku-result-lead" }, text),
    ...(sure ? [make("p", {}, words.sureWrong({ number: sure }))] : []),
    waysOn(set, wrong.map(({ entry }) => entry.id), right.map(({ entry }) => entry.id), ways));
}

/**
 * Review of all, of what is not right, of what was flagged; and the wrong ones again.
 * @type {(set: StudySet, wrong: string[], right: string[], ways: Ways) => HTMLElement}
 */
export function waysOn(set, wrong, right, ways) {
  const missed = set.questions.filter((id) => !right.includes(id));
  const flagged = set.questions.filter((id) => bookmarkOf(id, "flag", set.id));
  const offered = [
    button(words.reviewAll, () => ways.review(set.questions)),
    ...(missed.length ? [button(words.reviewWrong, () => ways.review(missed))] : []),
    ...(flagged.length ? [button(words.reviewFlagged, () => ways.review(flagged))] : []),
    ...(wrong.length ? [button(words.retryWrong, () => ways.retry(wrong))] : []),
    button(words.again, ways.again, "tiku-button"),
  ];
  return make("div", { class: "tiku-ways" }, ...offered);
}

/** @type {(entry: Entry, set: StudySet) => boolean} */
const wasSure = (entry, set) => store.eventsOf(entry.id).some((event) =>
  event.kind === "answer" && event.set === set.id && !event.right && /** @type {AnswerEvent} */ (event).confidence === "sure");
