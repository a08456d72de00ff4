// A paper for A4: the answer card, the questions with their cases, and on sheets of its own the key.

import { bring } from "../core/catalog.js";
import { make } from "../core/dom.js";
import { studyWords as words } from "../sets/words.js";

/** @import { Catalog, Entry, Exam } from "../core/types.js" */
/** @import { Paper } from "./exam.js" */

/** @typedef {{entry: Entry, section: number, question: HTMLElement, material: Element | null}} Printed */

/** @type {(catalog: Catalog, exam: Exam, paper: Paper) => Promise<HTMLElement>} */
export async function printable(catalog, exam, paper) {
  const printed = await Promise.all(paper.questions.flatMap((id, index) => {
    const entry = catalog.questions.find((one) => one.id === id);
    return entry ? [bring(catalog, entry).then((parts) => ({ entry, section: paper.sections[index], ...parts }))] : [];
  }));
  return make("section", { class: "tiku-paper" },
    make("p", { class: "tiku-paper-title" }, `${exam.title}　${words.paperNumber(paper.paper)}`),
    make("p", { class: "tiku-paper-key" }, words.keySheet),
    bubbles(printed), ...printed.flatMap((one, index) => parts(exam, one, printed[index - 1])));
}

/** A section's title and a case's material stand once, before the first of their questions.
 * @type {(exam: Exam, one: Printed, before: Printed | undefined) => Element[]} */
function parts(exam, { entry, section, question, material }, before) {
  question.toggleAttribute("data-printed", true);
  const title = section === before?.section ? [] : [make("p", { class: "tiku-paper-section" }, exam.sections[section]?.title ?? "")];
  const shared = material && entry.item !== before?.entry.item ? [material] : [];
  return [...title, ...shared, question];
}

/** One row of circles a question. @param {Printed[]} printed */
function bubbles(printed) {
  const rows = printed.map(({ question }, index) => {
    const choices = question.querySelectorAll(".tiku-choices input").length;
    const verdicts = question.querySelector(".tiku-verdicts") ? words.verdictCircles : words.line;
    return make("li", {}, `${index + 1}. ${words.circles.slice(0, choices) || verdicts}`);
  });
  return make("ol", { class: "tiku-bubbles", "aria-label": words.bubbles }, ...rows);
}
