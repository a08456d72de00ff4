// The report of a paper, and the papers before it.

import { dateOf } from "../core/dates.js";
import { make } from "../core/dom.js";
import { button } from "../core/controls.js";
import { words as coreWords } from "../core/words.js";
import { words } from "./words.js";
import { pointsOf, sum } from "./scoring.js";

/** @import { Catalog, Exam, PaperEvent } from "../core/types.js" */
/** @import { Scored, total } from "./scoring.js" */

/** @typedef {ReturnType<typeof total>} Result */

/**
 * On paper it can be signed, for whoever has to show that the exam was passed.
 * @type {(catalog: Catalog, exam: Exam, result: Result, spent: number, seed: string, graded?: Scored[]) => HTMLElement}
 */
export function report(catalog, exam, result, spent, seed, graded = []) {
  const verdict = result.passed ? `✓ ${words.passed}` : `✗ ${words.notPassed}`;
  const sections = result.sections.map((one, index) => /** @type {const} */ ([exam.sections[index].title, one]));
  const topics = Object.entries(result.topics).map(([id, one]) => /** @type {const} */ ([catalog.topics[id].title, one]));
  return make("section", { class: "tiku-result", tabindex: "-1", "data-passed": String(result.passed) },
    make("p", { class: "tiku-result-lead" }, `${verdict}${coreWords.gap}${words.points({ got: pointsOf(result.got), of: pointsOf(result.of) })}`),
    make("p", {}, words.passMark({ mark: pointsOf(exam.pass) }) + spentIn(spent, exam.minutes * 60000)),
    make("p", {}, `${exam.title}${coreWords.gap}${words.paperNumber({ seed })}${coreWords.gap}${dateOf(new Date())}`),
    ...(graded.length ? [make("p", {}, words.selfGraded({ got: pointsOf(sum(graded, "points")), of: pointsOf(sum(graded, "of")) }))] : []),
    ...(result.failed.length ? [make("p", {}, words.criticalFailed({ number: result.failed.length }))] : []),
    table(words.sections, sections), table(words.topics, topics),
    make("p", { class: "tiku-signed" }, words.signed),
    make("p", {}, button(words.printReport, () => window.print())));
}

/** @type {(spent: number, limit: number) => string} milliseconds */
function spentIn(spent, limit) {
  const time = { minutes: Math.floor(spent / 60000), seconds: Math.floor(spent / 1000) % 60 };
  return limit && spent > limit ? words.spentOver(time) : words.spent(time);
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
    words.historyRow({ at: dateOf(paper.at), got: pointsOf(paper.got), of: pointsOf(paper.of), result: paper.passed ? words.passed : words.notPassed }),
    " ", button(words.look, () => look(paper))));
  const list = rows.length ? make("ol", { class: "tiku-history" }, ...rows) : make("p", {}, words.noHistory);
  return make("section", {}, make("h2", {}, words.history), list);
}
