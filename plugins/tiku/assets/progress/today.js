// Today: what is planned, how far it is, and when the rest comes; done for the day, what else is worth it.

import { nameOf } from "../core/days.js";
import { make } from "../core/dom.js";
import { examDay, planDay, planReviews, waiting } from "../memory/daily-plan.js";
import { candidates } from "../sets/selection.js";
import { columns, legend } from "./charts.js";
import { practiceAddress } from "./links.js";
import { worthOf } from "./worth.js";
import { note } from "./sections.js";
import { answersByDay, dueIn, masteryByTopic, weakest } from "./statistics.js";
import { tableBelow } from "./tables.js";
import { words } from "./words.js";

/** @import { Known } from "../sets/selection.js" */
/** @import { View } from "./sections.js" */
/** @import { ExamPlan } from "../memory/daily-plan.js" */

// Days that the picture looks ahead.
const AHEAD = 14;

/**
 * @typedef {object} Day
 * @property {number} all questions planned for today
 * @property {number} done of them
 * @property {number} reviews that are due now, planned or not
 */

/**
 * What is planned for today, the way there, and the picture of it.
 * @type {(view: View, known: Known, plan: ExamPlan, now: number) => Node[]}
 */
export function todaysPlan(view, known, plan, now) {
  const { today } = view;
  const day = dayFor(view, known, plan, now);
  const exam = examDay(plan, today);
  return [
    ...(exam === null ? [] : [make("p", {}, exam > today ? words.daysLeft({ days: exam - today }) : words.examToday)]),
    ...(plan.date && exam === null ? [make("p", {}, words.examOver)] : []),
    make("p", { class: "tiku-result-lead" }, day.all ? words[day.done < day.all ? "planned" : "plannedDone"]({ all: day.all, done: day.done }) : words.plannedNone),
    ...(day.reviews ? [make("p", {}, words.reviewsOpen({ number: day.reviews }))] : []),
    make("p", { class: "tiku-controls" }, ...ways(view, day)),
    ...pictured(view, day),
    note(words[exam === null ? "howOpen" : "howExam"]),
  ];
}

/** @type {(view: View, known: Known, plan: ExamPlan, now: number) => Day} */
function dayFor({ catalog, today }, known, plan, now) {
  const worth = worthOf(catalog, plan);
  const offered = candidates(catalog.questions, known, "daily", {});
  const day = planDay(offered, known, now, plan, worth);
  const left = waiting("daily", day, offered, known, today, plan).length;
  const reviews = waiting("due", planReviews(offered, known, now, plan, worth), offered, known, today, plan).length;
  return { all: day.length, done: day.length - left, reviews };
}

/** The next best thing first. @type {(view: View, day: Day) => HTMLElement[]} */
function ways({ studied, catalog, practice, today }, { all, done, reviews }) {
  /** @type {{wish: Record<string, string>, text: string}[]} */
  const found = [
    ...(done < all ? [{ wish: { begin: "daily" }, text: words.begin }] : []),
    ...(reviews ? [{ wish: { begin: "due" }, text: words.review }] : []),
    ...(done < all ? [] : weakest(masteryByTopic(studied, today + 1), 1).map(({ topic }) =>
      ({ wish: { begin: "random", topic, count: "10" }, text: words.strengthen({ title: catalog.topics[topic].title }) }))),
    ...(done < all ? [] : [{ wish: { begin: "order", count: "10" }, text: words.tenMore }]),
  ];
  return found.map(({ wish, text }, index) =>
    make("a", { class: index ? "tiku-way" : "tiku-way tiku-button", href: practiceAddress(practice, wish) }, text));
}

/** @type {(view: View, day: Day) => Node[]} */
function pictured({ events, studied, today, target }, { all, done, reviews }) {
  if (!events.length) return [];
  const answered = answersByDay(events).get(today)?.answers ?? 0;
  const left = Math.max(all - done, reviews);
  const days = dueIn(studied, today, AHEAD, target).slice(1).map((due, index) => ({ name: String(Number(nameOf(today + index + 1).slice(8))), parts: [{ value: due, look: "tiku-soft" }] }));
  const first = { name: words.todayShort, parts: [{ value: answered, look: "tiku-full" }, { value: left, look: "tiku-frame" }] };
  const told = words.todayTold({ answered, left, ahead: AHEAD - 1, due: days.reduce((sum, { parts }) => sum + parts[0].value, 0) });
  return [columns(words.todayTitle, told, [first, ...days]),
    legend([["tiku-full", words.legendDone], ["tiku-frame", words.legendLeft], ["tiku-soft", words.legendDue]]),
    tableBelow("today", words.todayTitle, words.todayColumns, [first, ...days].map(({ name, parts }) => [name, ...(parts.length > 1 ? [] : ["–"]), ...parts.map(({ value }) => String(value))]))];
}
