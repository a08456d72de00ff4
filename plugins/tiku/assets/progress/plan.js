// The reader's plan: when the exam is and how much a day, and the mark that may be expected.

import { make } from "../core/dom.js";
import { pointsOf } from "../exam/points.js";
import { own } from "../core/own.js";
import { dateOfDay } from "../core/dates.js";
import { dayStart } from "../core/days.js";
import { NAME as DAY_START_NAME } from "../events/day-start.js";
import { ENOUGH, forecast } from "../memory/forecast.js";
import { randomNumbers } from "../core/random.js";
import { store } from "../events/store.js";
import { choice } from "../core/controls.js";
import { givesParts, partsOf } from "../exam/blueprint.js";
import { note, section } from "./sections.js";
import { rangeAgainst } from "./charts.js";
import { keepPlan } from "../sets/reader-plan.js";
import { MOST, examDay, examPlan } from "../memory/daily-plan.js";
import { TARGETS } from "../memory/fsrs.js";
import { words } from "./words.js";

/** @import { Catalog, Exam } from "../core/types.js" */
/** @import { View } from "./sections.js" */
/** @import { ExamPlan } from "../memory/daily-plan.js" */

/**
 * The form; what is changed is stored at once.
 * @type {(catalog: Catalog, plan: ExamPlan, changed: () => unknown) => HTMLFormElement}
 */
export function planForm({ exams }, plan, changed) {
  const date = make("input", { type: "date", name: "date", value: plan.date });
  const amount = make("input", { type: "number", name: "amount", min: "1", max: String(MOST), value: String(plan.amount), required: true });
  const { least, most } = TARGETS;
  const target = make("input", { type: "number", name: "target", min: String(least * 100), max: String(most * 100), value: String(Math.round(plan.target * 100)), required: true });
  const options = Object.entries(exams).map(([id, { title }]) => /** @type {const} */ ([id, title]));
  const exam = choice("exam", words.exam, [["", words.noExam], ...options]);
  const select = /** @type {HTMLSelectElement} */ (exam.querySelector("select"));
  select.value = own(exams, plan.exam) ? plan.exam : "";
  const starts = Array.from({ length: 24 }, (_, hour) => /** @type {const} */ ([String(hour), words.hour({ hour })]));
  const begins = choice("begins", words.begins, starts);
  const hour = /** @type {HTMLSelectElement} */ (begins.querySelector("select"));
  // It was read before; nothing that comes later takes the place of what a reader chooses.
  hour.value = String(dayStart());
  const said = make("output", {});
  const form = make("form", { class: "tiku-plan", autocomplete: "off" },
    make("label", {}, words.date, " ", date), make("label", {}, words.amount, " ", amount), ...(options.length ? [exam] : []), begins,
    make("label", {}, words.target, " ", target), said);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", async () => {
    if (!form.reportValidity()) return;
    // Together: what another tab says meanwhile finds neither as it was.
    await Promise.all([store.set(DAY_START_NAME, Number(hour.value)),
      keepPlan(examPlan({ date: date.value, amount: amount.valueAsNumber, exam: select.value, target: target.valueAsNumber / 100 }))]);
    said.textContent = words.saved;
    changed();
  });
  return form;
}

/** @type {(view: View, plan: ExamPlan) => HTMLElement} */
export function expectedMark(view, plan) {
  const exam = own(view.catalog.exams, plan.exam);
  return section(words.forecast, ...(exam ? forecastOf(view, plan, exam) : [note(words.forecastNone)]));
}

/** @type {(view: View, plan: ExamPlan, exam: Exam) => Node[]} */
function forecastOf({ catalog, studied, today }, plan, exam) {
  const cards = new Map(studied.map(({ entry, card }) => [entry.id, card]));
  const parts = partsOf(catalog, exam, ({ id }) => /** @type {any} */ (cards.get(id)));
  // What was answered today is known today, and says little of a later day.
  const day = Math.max(examDay(plan, today) ?? 0, today + 1);
  const found = forecast(parts, day, randomNumbers(day));
  if (!found) {
    const asked = parts.flatMap(({ pool }) => pool.flat());
    return [note(words.forecastLittle({ met: asked.filter(({ memory }) => memory).length, enough: Math.min(ENOUGH, asked.length) }))];
  }
  const of = parts.reduce((sum, { points, count, pool }) => sum + points * count * sizeOf(pool), 0);
  const [low, high, pass] = [found.low, found.high, exam.pass].map(pointsOf);
  const told = words.forecastIs({ date: dateOfDay(day), low, high, of: pointsOf(Math.round(of)), pass });
  return [make("p", {}, told),
    rangeAgainst(words.forecastTitle, told, { low: found.low, high: found.high, of, pass: exam.pass }, { low, high, pass: words.passAt({ mark: pass }) }),
    note(words.forecastMeans), ...(givesParts(exam, catalog.scoring) ? [note(words.forecastParts)] : [])];
}

/** Questions an item of a pool has on average; a case has several.
 * @param {readonly (readonly unknown[])[]} pool */
const sizeOf = (pool) => pool.flat().length / pool.length;
