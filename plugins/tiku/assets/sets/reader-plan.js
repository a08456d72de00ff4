// What a reader has set of the plan and of memory, as it is kept: read before anything is reckoned by it.

import { readDayStart } from "../events/day-start.js";
import { store } from "../events/store.js";
import { examPlan } from "../memory/daily-plan.js";
import { rememberBy } from "../memory/fsrs.js";
import { fittingOf } from "../memory/weights.js";

/** @import { ExamPlan } from "../memory/daily-plan.js" */

const SETTING = "exam-plan";
const FITTING = "memory-weights";
/** Settings by which days, memory and plan are reckoned. @param {string} name */
export const isOfPlan = (name) => name === SETTING || name === FITTING;

let plan = examPlan(null);

/** As it was read last. */
export const currentPlan = () => plan;

/** From now on days, memory and plan are reckoned as the reader wants it. */
export async function readPlan() {
  const [kept] = await Promise.all([store.setting(SETTING), readFitting(), readDayStart()]);
  plan = examPlan(kept);
  return plan;
}

/** @param {ExamPlan} plan */
export const keepPlan = (plan) => store.set(SETTING, plan);

/** What came of fitting the weights of memory, which are in force from now on; null where nothing did. */
export async function readFitting() {
  const fitting = fittingOf(await store.setting(FITTING));
  rememberBy(fitting?.weights ?? null);
  return fitting;
}

/** @param {import("../memory/weights.js").Fitting} fitting */
export const keepFitting = (fitting) => store.set(FITTING, fitting);
