// What a package holds besides the catalogue and the questions.

/** @import { Lesson } from "./types.js" */

/** Under which name the catalogue has the exam. */
export const PAPER = "lesson";

/** @returns {Promise<Lesson>} */
export async function loadLesson() {
  return (await fetch(new URL("../lesson.json", import.meta.url))).json();
}
