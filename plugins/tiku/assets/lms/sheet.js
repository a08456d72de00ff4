// A set or a paper as a sheet to print, in a browser that nobody looks at: said to be ready when it is.

import { loadCatalog } from "../core/catalog.js";
import { lotOf } from "../core/random.js";
import { layOut } from "../exam/printing.js";
import "../question/question.js";
import { loadLesson, PAPER } from "./loading.js";

const [catalog, lesson] = await Promise.all([loadCatalog(), loadLesson()]);
const { seed, order, sections } = lesson;
const where = /** @type {HTMLElement} */ (document.querySelector("main"));

await layOut(where, catalog, catalog.exams[PAPER], {
  id: PAPER, mode: "exam", exam: PAPER, paper: seed, questions: lesson.questions.map(({ id }) => id), sections,
  feedback: "end", shuffle: order !== "", confidence: false, seed: lotOf(order), at: "",
});
await document.fonts.ready;
document.body.dataset.ready = "";
