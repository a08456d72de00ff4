// The reader's plan as it is kept, and what it makes a question worth.

import { own } from "../core/own.js";
import { readDayStart } from "../events/day-start.js";
import { store } from "../events/store.js";
import { worthIn } from "../exam/blueprint.js";
import { examPlan } from "../memory/daily-plan.js";

/** @import { Catalog, Entry } from "../core/types.js" */
/** @import { ExamPlan } from "../memory/daily-plan.js" */

export const SETTING = "exam-plan";

/** @type {() => Promise<ExamPlan>} */
export async function readPlan() {
  await readDayStart();
  return examPlan(await store.setting(SETTING));
}

/**
 * What knowing a question is worth, for the exam of the plan.
 * @type {(catalog: Catalog, plan: ExamPlan) => (entry: Entry) => number}
 */
export function worthOf(catalog, plan) {
  const exam = own(catalog.exams, plan.exam);
  if (!exam) return () => 1;
  const worth = worthIn(catalog, exam);
  return ({ id }) => worth.get(id) ?? 0;
}
