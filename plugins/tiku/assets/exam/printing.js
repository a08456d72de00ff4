// A paper for A4: what to fill in, the answer card, the questions with their cases in two columns, and on
// sheets of its own the key. It stands on the page unseen and shows in print alone, so that nothing has to be put back.

import { bring } from "../core/catalog.js";
import { make } from "../core/dom.js";
import { lotOf, shuffling } from "../core/random.js";
import { nameLetters } from "../question/letters.js";
import { words as coreWords } from "../core/words.js";
import { pointsOf } from "./points.js";
import { words } from "./words.js";

/** @import { Catalog, Entry, Exam } from "../core/types.js" */
/** @import { TikuQuestion } from "../question/question.js" */
/** @import { Paper } from "./papers.js" */

/** @typedef {{entry: Entry, section: number, question: HTMLElement, material: Element | null}} Printed */

/** @type {(catalog: Catalog, exam: Exam, paper: Paper) => Promise<HTMLElement>} */
async function printable(catalog, exam, paper) {
  const found = await Promise.all(paper.questions.flatMap((id, index) => {
    const entry = catalog.questions.find((one) => one.id === id);
    return entry ? [bring(catalog, entry).then((brought) => brought && { entry, section: paper.sections[index], ...brought })] : [];
  }));
  const printed = found.filter((one) => one !== null);
  return make("section", { class: "tiku-paper" },
    make("p", { class: "tiku-paper-title" }, paper.paper ? `${exam.title}${coreWords.gap}${words.paperNumber({ seed: paper.paper })}` : exam.title),
    bubbles(printed),
    make("div", { class: "tiku-paper-questions" }, ...printed.flatMap((one, index) => parts(exam, one, printed[index - 1]))),
    make("p", { class: "tiku-paper-key" }, words.keySheet), make("div", { class: "tiku-paper-answers" }));
}

/** @type {typeof layOut} */
export async function printPaper(where, catalog, exam, paper) {
  await layOut(where, catalog, exam, paper);
  const points = paper.sections.reduce((sum, section) => sum + (exam.sections[section]?.points ?? 0), 0);
  const facts = words.paperFacts({ number: paper.questions.length, minutes: exam.minutes, pass: pointsOf(exam.pass) });
  where.querySelector(".tiku-paper-title")?.after(make("p", { class: "tiku-paper-facts" }, facts), make("p", {}, words.nameLine({ of: pointsOf(points) })));
  window.print();
}

/**
 * Puts the paper on the page, with the choices in its own order where it has one.
 * @type {(where: HTMLElement, catalog: Catalog, exam: Exam, paper: Paper) => Promise<void>}
 */
export async function layOut(where, catalog, exam, paper) {
  const sheet = await printable(catalog, exam, paper);
  where.querySelector(".tiku-paper")?.remove();
  where.append(sheet);
  const questions = /** @type {TikuQuestion[]} */ ([...sheet.querySelectorAll("tiku-question")]);
  await Promise.all(questions.map(({ ready }) => ready));
  for (const question of questions) {
    if (paper.shuffle) question.shuffle(shuffling(lotOf(`${paper.seed}${question.dataset.printed}`)));
    nameLetters(question);
  }
  sheet.querySelector(".tiku-paper-answers")?.append(...sheet.querySelectorAll("tiku-question .tiku-answer"));
}

/** A section's title and a case's material stand once, before the first of their questions.
 * @type {(exam: Exam, one: Printed, before: Printed | undefined) => Element[]} */
function parts(exam, { entry, section, question, material }, before) {
  // The same question may stand on the page; here it shows nobody's answer.
  question.removeAttribute("id");
  question.dataset.printed = entry.id;
  question.querySelector(".tiku-answer")?.toggleAttribute("open", true);
  const title = section === before?.section ? [] : [make("p", { class: "tiku-paper-section" }, titleOf(exam.sections[section]))];
  const shared = material && entry.item !== before?.entry.item ? [material] : [];
  return [...title, ...shared, question];
}

/** With the points of each question. @param {Exam["sections"][number] | undefined} section */
const titleOf = (section) => (section?.points ? words.sectionFacts({ title: section.title, points: pointsOf(section.points) }) : section?.title ?? "");

/** One row of circles a question. @param {Printed[]} printed */
function bubbles(printed) {
  const rows = printed.map(({ question }, index) => {
    const choices = question.querySelectorAll(".tiku-choices input").length;
    const verdicts = question.querySelector(".tiku-verdicts") ? words.verdictCircles : words.line;
    return make("li", {}, `${index + 1}. ${words.circles.slice(0, choices) || verdicts}`);
  });
  return make("ol", { class: "tiku-bubbles", "aria-label": words.bubbles }, ...rows);
}
