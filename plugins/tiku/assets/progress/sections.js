// The pictures of the page 進度, each with its table.

import { address } from "../core/catalog.js";
import { dateOf, dateOfDay } from "../core/dates.js";
import { make } from "../core/dom.js";
import { pointsOf } from "../exam/points.js";
import { calibration } from "../memory/calibration.js";
import { own } from "../core/own.js";
import { nameOf } from "../core/days.js";
import { practiceAddress } from "./links.js";
import { calendar, dotsAgainst, intervals, legend, masteryBars } from "./charts.js";
import { words as coreWords } from "../core/words.js";
import { words } from "./words.js";
import { answersByDay, dueIn, masteryByObjective, masteryByTopic, papersByExam, weakest } from "./statistics.js";
import { tableBelow, table, disclosure } from "./tables.js";
import { words as setWords } from "../sets/words.js";

/** @import { Catalog, PaperEvent, ProgressEvent } from "../core/types.js" */
/** @import { Mastery, Studied } from "./statistics.js" */

/**
 * @typedef {object} View what there is to show
 * @property {Catalog} catalog
 * @property {Studied[]} studied every question that may be asked
 * @property {ProgressEvent[]} events
 * @property {number} today
 * @property {number} target the probability of recall at which a review is due
 * @property {number} horizon the day that memory is judged by
 * @property {string} practice address of the practice page
 */

/** @param {number} share */
const percent = (share) => words.percent({ number: Math.round(share * 100) });

const WEEKS = 13;
const WEAKEST = 5;

/** @type {(title: string, ...inside: (Node | string)[]) => HTMLElement} */
export const section = (title, ...inside) => make("section", {}, make("h3", {}, title), ...inside);

/** Sections that belong together. @type {(title: string, ...sections: HTMLElement[]) => HTMLElement} */
export const group = (title, ...sections) => make("div", { class: "tiku-part" }, make("h2", {}, title), ...sections);

/** @type {(text: string) => HTMLElement} */
export const note = (text) => make("p", { class: "tiku-note-small" }, text);

/** @param {View} view */
export function mastery({ catalog, studied, horizon }) {
  const rows = masteryByTopic(studied, horizon);
  const bars = rows.map((row) => {
    const { title } = catalog.topics[row.topic];
    const { recalled, met, all } = row;
    return { ...row, name: title, count: words.masteryCount({ recalled: met ? words.about({ number: Math.round(recalled) }) : 0, met, all }), told: words.masteryRow({ title, recalled: Math.round(recalled), met, all }) };
  });
  const cells = (/** @type {Mastery} */ row) => [row.all, row.met, row.right, row.recalled.toFixed(1)].map(String);
  const objectives = masteryByObjective(studied, horizon);
  return section(words.mastery, note(words.masteryNote({ date: dateOfDay(horizon) })), masteryBars(words.masteryTitle, bars),
    legend([["tiku-full", words.legendRecalled], ["tiku-soft", words.legendMet], ["tiku-frame", words.legendNew]]),
    tableBelow("topics", words.mastery, words.masteryColumns, rows.map((row) => [catalog.topics[row.topic].title, ...cells(row)])),
    disclosure("objectives", words.objectives, table(words.objectives, words.objectiveColumns,
      objectives.map((row) => [catalog.topics[row.topic].title, textOf(catalog, row), ...cells(row)]))));
}

/** @param {View} view */
export function weak({ catalog, studied, horizon, practice }) {
  const rows = weakest(masteryByObjective(studied, horizon), WEAKEST);
  if (!rows.length) return section(words.weakest, note(words.weakestNone));
  const items = rows.map((row) => {
    const teaching = catalog.topics[row.topic].objectives[row.objective] ?? {};
    const read = teaching.page ? [make("a", { href: address(teaching.page) }, words.read({ title: teaching.title ?? "" })), coreWords.gap] : [];
    const practise = make("a", { href: practiceAddress(practice, { mode: "order", topic: row.topic }) }, words.practise);
    return make("li", {}, make("strong", {}, textOf(catalog, row)), make("br"), words.weakRow({ recalled: Math.round(row.recalled), met: row.met }), make("br"), ...read, practise);
  });
  return section(words.weakest, note(words.weakestNote), make("ol", { class: "tiku-weakest" }, ...items));
}

/** @type {(catalog: Catalog, row: Mastery) => string} */
const textOf = (catalog, { topic, objective }) => catalog.topics[topic].objectives[objective]?.text ?? objective;

/** @param {View} view */
export function days({ events, today }) {
  const byDay = answersByDay(events);
  // Day 0 was a Thursday.
  const first = today - ((today + 4) % 7) - 7 * (WEEKS - 1);
  const shown = Array.from({ length: today - first + 1 }, (_, index) => first + index);
  const answers = shown.map((day) => byDay.get(day)?.answers ?? 0);
  const sums = words.calendarSums({ days: answers.filter(Boolean).length, answers: answers.reduce((sum, one) => sum + one, 0) });
  const rows = [...byDay].sort(([a], [b]) => b - a).map(([day, { answers, right }]) => [nameOf(day), String(answers), String(right)]);
  return section(words.calendar, make("p", {}, sums), calendar(words.calendarTitle, sums, answers),
    legend([0, 1, 2, 3].map((level) => [`tiku-level-${level}`, words.levels[level]])), note(words.calendarScale), tableBelow("days", words.calendar, words.calendarColumns, rows));
}

/** @param {View} view */
export function coming({ studied, today, target }) {
  const counts = dueIn(studied, today, 30, target);
  const sum = (/** @type {number} */ days) => counts.slice(0, days).reduce((all, one) => all + one, 0);
  const sums = words.dueSums({ today: counts[0], fortnight: sum(14), month: sum(30) });
  return section(words.due, make("p", {}, sums), note(words.dueNote({ percent: Math.round(target * 100) })),
    tableBelow("due", words.due, words.dueColumns, counts.map((value, index) => [nameOf(today + index), String(value)])));
}

/** @param {View} view */
export function confidence({ events }) {
  const rows = calibration(events).map((row) => ({ ...row, name: setWords.confidences[row.level] }));
  if (!rows.length) return section(words.calibration, note(words.calibrationNone));
  const told = rows.map((row) => ({ ...row, told: words.calibrationRow({ level: row.name, right: row.right, answers: row.answers, share: percent(row.share) }) }));
  return section(words.calibration, note(words.calibrationNote), intervals(words.calibrationTitle, told),
    legend([["tiku-full", words.legendShare], ["tiku-soft", words.legendRange]]),
    tableBelow("calibration", words.calibration, words.calibrationColumns, rows.map(({ name, answers, right, share, low, high }) =>
      [name, String(answers), String(right), percent(share), `${percent(low)}–${percent(high)}`])));
}

/** @param {View} view */
export function papers({ catalog, events }) {
  const exams = [...papersByExam(events)].map(([id, papers]) => examPapers(catalog, id, papers));
  return section(words.papers, ...(exams.length ? exams.flat() : [note(words.papersNone)]));
}

/** @type {(catalog: Catalog, id: string, papers: PaperEvent[]) => Node[]} */
function examPapers({ exams }, id, papers) {
  const exam = own(exams, id);
  const title = exam?.title ?? words.papersGone({ id });
  const told = papers.map(({ at, got, of, passed }) => {
    const [date, result] = [dateOf(at), passed ? words.passed : words.notPassed];
    return { date, result, share: of ? got / of : 0, passed, told: words.paperRow({ date, got: pointsOf(got), of: pointsOf(of), result }) };
  });
  const of = papers[papers.length - 1].of;
  const pass = exam && of ? exam.pass / of : null;
  const rows = papers.map(({ got, of, spent }, index) =>
    [told[index].date, pointsOf(got), pointsOf(of), told[index].result, String(Math.round(spent / 60000))]);
  return [make("h4", {}, title), dotsAgainst(words.papersTitle({ exam: title }), told, pass, words.passMark),
    legend([["tiku-full", words.legendPassed], ["tiku-hollow", words.legendFailed]]),
    tableBelow(`papers-${id}`, title, words.paperColumns, rows)];
}
