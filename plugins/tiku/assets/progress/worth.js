// What the reader's plan makes a question worth.

import { own } from "../core/own.js";
import { worthIn } from "../exam/blueprint.js";

/** @import { Catalog, Entry } from "../core/types.js" */
/** @import { ExamPlan } from "../memory/daily-plan.js" */

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
