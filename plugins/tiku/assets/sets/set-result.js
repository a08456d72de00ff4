// What a finished set of practice came to, and the ways on from it.

import { make } from "../core/dom.js";
import { latest, stateOf } from "../events/events.js";
import { store } from "../events/store.js";
import { recalledOf } from "./recall.js";
import { byObjective, changes, everyQuestion, scoreBar, waysOn } from "./report.js";
import { words } from "./words.js";

/** @import { AnswerEvent, Catalog, StudySet } from "../core/types.js" */
/** @import { Row, Ways } from "./report.js" */

/** What became of each question of a set, in its order. @type {(catalog: Catalog, set: StudySet) => Row[]} */
export function rowsOf(catalog, set) {
  const byId = new Map(catalog.questions.map((entry) => [entry.id, entry]));
  return set.questions.flatMap((id) => byId.get(id) ?? []).map((entry) => {
    const events = store.eventsOf(entry.id);
    const { is } = stateOf(events, entry.revision, set.id);
    const answer = /** @type {AnswerEvent | undefined} */ (latest(events.filter((event) => event.kind === "answer" && event.set === set.id)));
    const outcome = is === "right" || is === "wrong" ? is : "blank";
    return { entry, outcome, response: answer?.response ?? [], ...(answer?.confidence && { confidence: answer.confidence }) };
  });
}

/** @type {(catalog: Catalog, set: StudySet, ways: Ways) => HTMLElement} */
export function showResult(catalog, set, ways) {
  const rows = rowsOf(catalog, set);
  return make("section", { class: "tiku-result", tabindex: "-1" },
    ...(set.mode === "memorise" ? recalled(set, rows) : answered(set, rows)), waysOn(set, rows, ways),
    ...(set.mode === "memorise" ? [] : [...byParts(catalog, rows), everyQuestion(catalog, set, rows, (at) => ways.review("all", at))]));
}

/** @type {(set: StudySet, rows: Row[]) => HTMLElement[]} */
function recalled(set, rows) {
  const known = rows.filter(({ entry }) => recalledOf(entry.id, set.id) === "known").length;
  return [make("p", { class: "tiku-result-lead" }, words.recalled({ known, of: rows.length }))];
}

/** @type {(set: StudySet, rows: Row[]) => Element[]} */
function answered(set, rows) {
  const done = rows.filter(({ outcome }) => outcome !== "blank");
  const right = done.filter(({ outcome }) => outcome === "right").length;
  const text = words.result({ right, done: done.length, of: rows.length });
  const sure = rows.filter(({ outcome, confidence }) => outcome === "wrong" && confidence === "sure").length;
  return [
    make("p", { class: "tiku-result-lead" }, text),
    ...(done.length ? [scoreBar(right / done.length, words.rightOf({ right, of: done.length }))] : []),
    ...changes(set, rows),
    ...(sure ? [make("p", {}, words.sureWrong({ number: sure }))] : []),
  ];
}

/** @type {(catalog: Catalog, rows: Row[]) => HTMLElement[]} */
function byParts(catalog, rows) {
  const done = rows.filter(({ outcome }) => outcome !== "blank");
  return done.length ? [byObjective(catalog, done)] : [];
}
