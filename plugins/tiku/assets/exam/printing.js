// A paper for A4: the answer card, the questions with their cases, and on sheets of its own the key.

import { bring } from "../catalog.js";
import { make } from "../dom.js";
import { studyWords as words } from "../study/words.js";

/** @import { Catalog, Exam } from "../types.js" */
/** @import { Paper } from "./exam.js" */

/** @type {(catalog: Catalog, exam: Exam, paper: Paper) => Promise<HTMLElement>} */
export async function printable(catalog, exam, paper) {
  const byId = new Map(catalog.questions.map((entry) => [entry.id, entry]));
  const quiz = make("div", { class: "tiku-paper-questions" });
  let section = -1;
  let item = "";
  for (const [index, id] of paper.questions.entries()) {
    const entry = byId.get(id);
    if (!entry) continue;
    const { question, material } = await bring(catalog, entry);
    if (paper.sections[index] !== section) quiz.append(make("h3", {}, exam.sections[(section = paper.sections[index])].title));
    if (material && entry.item !== item) quiz.append(material);
    item = entry.item;
    question.dataset.set = paper.id;
    question.toggleAttribute("data-printed", true);
    quiz.append(question);
  }
  return make("section", { class: "tiku-paper" },
    make("p", { class: "tiku-paper-title" }, `${exam.title}　${words.paperNumber(paper.paper)}`), bubbles(catalog, paper), quiz);
}

/** One row of circles a question. @type {(catalog: Catalog, paper: Paper) => HTMLElement} */
function bubbles(catalog, paper) {
  const byId = new Map(catalog.questions.map((entry) => [entry.id, entry]));
  const rows = paper.questions.map((id, index) => {
    const kind = byId.get(id)?.kind;
    const circles = kind === "true-false" ? "Ⓣ Ⓕ" : kind === "single" || kind === "multiple" ? "Ⓐ Ⓑ Ⓒ Ⓓ Ⓔ" : "＿＿＿＿";
    return make("li", {}, `${words.bubble(index + 1)} ${circles}`);
  });
  return make("ol", { class: "tiku-bubbles", "aria-label": words.bubbles }, ...rows);
}
