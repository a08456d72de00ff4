// The report of a paper, and the papers before it.

import { bring } from "../core/catalog.js";
import { dateOf } from "../core/dates.js";
import { make } from "../core/dom.js";
import { button } from "../core/controls.js";
import { words as coreWords } from "../core/words.js";
import { byObjective, changes, everyQuestion, scoreBar, waysOn } from "../sets/report.js";
import { words } from "./words.js";
import { pointsOf } from "./points.js";
import { sum } from "./scoring.js";

/** @import { Catalog, Exam, PaperEvent } from "../core/types.js" */
/** @import { total } from "./scoring.js" */
/** @import { Marked } from "./marked.js" */
/** @import { Paper } from "./papers.js" */
/** @import { Row, Ways } from "../sets/report.js" */

/** @typedef {ReturnType<typeof total>} Result */

/**
 * @typedef {object} Reported
 * @property {Catalog} catalog
 * @property {Exam} exam
 * @property {Paper} paper
 * @property {Result} result
 * @property {number} spent milliseconds
 * @property {Marked[]} marked
 * @property {PaperEvent[]} papers all of this exam
 * @property {Marked[]} [graded] those that the reader graded
 */

/** @type {(marked: Marked[]) => Row[]} */
export const rowsOf = (marked) => marked.map(({ entry, response, score }) => ({ entry, response, outcome: score.outcome }));

/**
 * On paper it can be signed, for whoever has to show that the exam was passed.
 * @type {(reported: Reported, ways: Ways) => HTMLElement}
 */
export function report(reported, ways) {
  const { catalog, paper, result, marked } = reported;
  const rows = rowsOf(marked);
  return make("section", { class: "tiku-result", tabindex: "-1", "data-passed": String(result.passed) },
    ...headOf(reported), waysOn(paper, rows, ways), sectionTable(reported), byObjective(catalog, rows),
    everyQuestion(catalog, paper, rows, (at) => ways.review("all", at)),
    make("p", { class: "tiku-signed" }, words.signed),
    make("p", {}, button(words.printReport, () => window.print())));
}

/** @type {(reported: Reported) => (Element | string)[]} */
function headOf({ catalog, exam, paper, result, spent, marked, papers, graded = [] }) {
  const { got, of, passed, failed } = result;
  const points = words.points({ got: pointsOf(got), of: pointsOf(of) });
  const pass = words.passMark({ mark: pointsOf(exam.pass) });
  return [
    make("p", { class: "tiku-result-lead" }, `${passed ? `✓ ${words.passed}` : `✗ ${words.notPassed}`}${coreWords.gap}${points}`),
    ...(of ? [scoreBar(got / of, `${points}${words.stop}${pass}`, exam.pass / of)] : []),
    make("p", {}, pass + spentIn(spent, exam.minutes * 60000)),
    ...sinceThen(papers, paper, result), ...changes(paper, rowsOf(marked)),
    make("p", {}, `${exam.title}${coreWords.gap}${words.paperNumber({ seed: paper.paper })}${coreWords.gap}${dateOf(new Date())}`),
    ...(graded.length ? [make("p", {}, words.selfGraded({ got: pointsOf(sum(graded, "points")), of: pointsOf(sum(graded, "of")) }))] : []),
    ...(failed.length ? [criticalOf(catalog, marked, failed)] : []),
  ];
}

/** The critical questions that failed the paper, each by its words. @type {(catalog: Catalog, marked: Marked[], failed: string[]) => HTMLElement} */
function criticalOf(catalog, marked, failed) {
  const items = marked.filter(({ id }) => failed.includes(id)).map(({ id, entry }) => {
    const item = make("li", {}, words.questionAt({ at: marked.findIndex((one) => one.id === id) + 1 }));
    bring(catalog, entry).then((brought) => item.append(brought?.question.querySelector("legend")?.textContent?.trim() ?? "")).catch(() => {});
    return item;
  });
  return make("div", { class: "tiku-critical" }, make("p", {}, words.criticalFailed({ number: failed.length })), make("ul", {}, ...items));
}

/** Points beside those of the paper before. @type {(papers: PaperEvent[], paper: Paper, result: Result) => HTMLElement[]} */
function sinceThen(papers, paper, { got, of }) {
  const at = papers.find(({ set }) => set === paper.id)?.at ?? paper.at;
  const [last] = papers.filter((one) => one.set !== paper.id && one.at < at).toSorted((a, b) => (a.at < b.at ? 1 : -1));
  if (!last) return [];
  const more = got / of - last.got / last.of;
  const told = { got: pointsOf(last.got), of: pointsOf(last.of), at: dateOf(last.at) };
  return [make("p", {}, words[more > 0 ? "moreThan" : more < 0 ? "lessThan" : "sameAs"](told))];
}

/** @type {(reported: Reported) => HTMLElement} */
const sectionTable = ({ exam, result }) =>
  table(words.sections, result.sections.map((one, index) => /** @type {const} */ ([exam.sections[index].title, one])));

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
