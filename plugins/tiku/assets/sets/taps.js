// A tap on a choice: what it does beyond choosing, where one choice is the answer.

/** @import { StudySet } from "../core/types.js" */
/** @import { TikuQuestion } from "../question/question.js" */
/** @import { Preferences } from "./preferences.js" */

/** @type {(input: HTMLInputElement, question: TikuQuestion, set: StudySet, preferences: Preferences) => "check" | "onward" | null} */
export function meaningOfTap({ type }, question, { mode, feedback, confidence }, { tap, paper }) {
  const isOne = type === "radio" && ["single", "true-false"].includes(question.dataset.kind ?? "");
  if (!isOne || !question.response.length || mode === "memorise") return null;
  if (confidence && !question.dataset.confidence) return null;
  if (feedback === "once") return tap ? "check" : null;
  return paper ? "onward" : null;
}
