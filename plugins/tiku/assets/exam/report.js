// The report of a paper, and the papers before it.

import { make } from "../core/dom.js";
import { button } from "../core/controls.js";
import { studyWords as words } from "../sets/words.js";
import { pointsOf } from "./scoring.js";

/** @import { Catalog, Exam, PaperEvent } from "../core/types.js" */
/** @import { total } from "./scoring.js" */

/** @typedef {ReturnType<typeof total>} Result */

/**
 * On paper it can be signed, for whoever has to show that the exam was passed.
 * @type {(catalog: Catalog, exam: Exam, result: Result, spent: number, seed: string) => HTMLElement}
 */
export function report(catalog, exam, result, spent, seed) {
  const verdict = result.passed ? `✓ ${words.passed}` : `✗ ${words.notPassed}`;
  const sections = result.sections.map((one, index) => /** @type {const} */ ([exam.sections[index].title, one]));
  const topics = Object.entries(result.topics).map(([id, one]) => /** @type {const} */ ([catalog.topics[id].title, one]));
  return make("section", { class: "tiku-result", tabindex: "-1", "data-passed": String(result.passed) },
    make("p", { class: "tiku-result-lead" }, `${verdict}　${words.points(pointsOf(result.got), pointsOf(result.of))}`),
    make("p", {}, `${words.passMark(pointsOf(exam.pass))}。${words.spent(spent, exam.minutes * 60000)}。`),
    make("p", {}, `${exam.title}　${words.paperNumber(seed)}　${new Date().toLocaleDateString()}`),
    ...(result.failed.length ? [make("p", {}, words.criticalFailed(result.failed.length))] : []),
    table(words.sections, sections), table(words.topics, topics),
    make("p", { class: "tiku-signed" }, words.signed),
    make("p", {}, button(words.printReport, () => window.print())));
}

/** @type {(caption: string, rows: (readonly [string, Result["sections"][number]])[]) => HTMLElement} */
function table(caption, rows) {
  const cells = rows.map(([title, { got, of, right, partial, wrong, blank }]) =>
    make("tr", {}, make("th", { scope: "row" }, title),
      ...[pointsOf(got), pointsOf(of), right, partial, wrong, blank].map((value) => make("td", {}, String(value)))));
  const head = words.resultColumns.map((name) => (name ? make("th", { scope: "col" }, name) : make("td")));
  const whole = make("table", { class: "tiku-figures" }, make("caption", {}, caption),
    make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...cells));
  return make("div", { class: "tiku-table", tabindex: "0", role: "group", "aria-label": caption }, whole);
}

/** @type {(papers: PaperEvent[], look: (paper: PaperEvent) => void) => HTMLElement} */
export function history(papers, look) {
  const sorted = [...papers].sort((a, b) => (a.at < b.at ? 1 : -1));
  const rows = sorted.map((paper) => make("li", {},
    words.historyRow(new Date(paper.at).toLocaleDateString(), pointsOf(paper.got), pointsOf(paper.of), paper.passed),
    " ", button(words.look, () => look(paper))));
  const list = rows.length ? make("ol", { class: "tiku-history" }, ...rows) : make("p", {}, words.noHistory);
  return make("section", {}, make("h2", {}, words.history), list);
}
