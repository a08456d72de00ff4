// 背題: first the question, then its answer, then how well it was remembered, each with the day on
// which the question would come again.

import { dayOf, nameOf } from "../core/days.js";
import { recorder } from "../events/records.js";
import { store } from "../events/store.js";
import { cardOf } from "../memory/daily-plan.js";
import { answered, due } from "../memory/fsrs.js";
import { markOf } from "./bookmarks.js";
import { currentPlan } from "./reader-plan.js";
import { words } from "./words.js";

/** @import { Entry } from "../core/types.js" */

/** @typedef {"unknown" | "vague" | "known"} Recalled */

export const LEVELS = /** @type {const} */ (["known", "vague", "unknown"]);

const known = recorder((question) => store.eventsOf(question));

/** What was said last in a set. @type {(question: string, set: string) => Recalled | undefined} */
export function recalledOf(question, set) {
  const mark = markOf(question, "known", set);
  return mark && (mark.vague ? "vague" : mark.on ? "known" : "unknown");
}

/** @type {(question: string, set: string, recalled: Recalled) => Promise<void>} */
export const keepRecalled = (question, set, recalled) =>
  store.add({ kind: "known", question, set, on: recalled === "known", ...(recalled === "vague" && { vague: true }) });

/**
 * When the question would come again, in words: tomorrow, in days, or a date.
 * @type {(entry: Entry, recalled: Recalled, now: Date) => string}
 */
export function nextTime(entry, recalled, now) {
  const today = dayOf(now);
  const { memory } = cardOf(entry, known(entry).reviews);
  const last = memory?.last ?? today;
  const then = answered(memory ?? null, { day: Math.max(today, last), right: recalled !== "unknown", hard: recalled === "vague" });
  const next = due(then, currentPlan().target);
  const days = next - today;
  if (days <= 1) return words.tomorrow;
  return days < 30 ? words.inDays({ number: days }) : words.onDate({ date: nameOf(next) });
}
