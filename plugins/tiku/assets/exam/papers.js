// The papers of an exam: drawn, left open, handed in; what is kept of them, and what is read of it.

import { lotOf } from "../core/random.js";
import { latest } from "../events/events.js";
import { isLogged } from "../events/logged.js";
import { newId, store } from "../events/store.js";
import { forget, isOpen, openSets, SETS } from "../sets/drafts.js";
import { Clock } from "./clock.js";
import { draw } from "./draw.js";

/** @import { AnswerEvent, Catalog, Entry, Exam, PaperEvent, StudySet } from "../core/types.js" */

/** @typedef {StudySet & {exam: string, paper: string, sections: number[]}} Paper */

/** @type {(catalog: Catalog, exam: string, seed: string) => Paper} */
export function drawPaper(catalog, exam, seed) {
  const drawn = draw(catalog, catalog.exams[exam], seed);
  const questions = drawn.flatMap(({ questions, section }) => questions.map(({ id }) => ({ id, section })));
  return { id: newId(), exam, at: new Date().toISOString(), ...shapeOf(seed),
    questions: questions.map(({ id }) => id), sections: questions.map(({ section }) => section) };
}

/** What an exam draws from; null where that may be anything. @type {(exam: Exam) => string[] | null} */
export function topicsOf({ sections }) {
  const topics = sections.flatMap(({ parts }) => parts.map(({ topic }) => topic));
  return topics.includes("") ? null : topics;
}

/** Whether all that was asked is there: an exam may have drawn from another topic once.
 * @type {(catalog: Catalog, papers: readonly {questions: string[]}[]) => boolean} */
export function isComplete({ questions }, papers) {
  const ids = new Set(questions.map(({ id }) => id));
  return papers.every((paper) => paper.questions.every((id) => ids.has(id)));
}

/** A paper that was handed in. @type {(exam: string, event: PaperEvent) => Paper} */
export const pastPaper = (exam, { set, seed, questions, sections, at }) => ({ id: set, exam, at, ...shapeOf(seed), questions, sections });

/** What all papers have in common, and what their seed decides. @param {string} paper */
const shapeOf = (paper) => ({
  mode: /** @type {const} */ ("exam"), paper, feedback: /** @type {const} */ ("end"), shuffle: true, confidence: false, seed: lotOf(paper),
});

/** Those that were handed in. @type {(exam: string) => PaperEvent[]} */
export const papersOf = (exam) =>
  /** @type {PaperEvent[]} */ (store.eventsOf(`exam:${exam}`).filter(({ kind }) => kind === "paper"));

/** @type {(paper: Paper) => boolean} */
export const isHandedIn = ({ id, exam }) => papersOf(exam).some(({ set }) => set === id);

/** Whether what another tab has written is that it gave the paper up. @type {(paper: Paper, heard?: Event) => Promise<boolean>} */
export const isGivenUp = async ({ id }, heard) => heard instanceof CustomEvent && heard.detail === SETS + id && !(await isOpen(id));

/**
 * Handed in or given up, in another tab too. Where everything was deleted under the reader's hands,
 * what is on the screen can still be handed in.
 * @type {(paper: Paper) => Promise<boolean>}
 */
export const hasEnded = async (paper) => isHandedIn(paper) || (!(await isOpen(paper.id)) && isLogged(SETS));

/** What was handed in just before a crash is open no more. @type {(exam: string) => Promise<Paper[]>} */
export async function openPapers(exam) {
  const papers = /** @type {Paper[]} */ ((await openSets()).filter((set) => set.exam === exam));
  const done = papers.filter(isHandedIn);
  await Promise.all(done.map(forgetPaper));
  return papers.filter((paper) => !done.includes(paper));
}

/** @param {Paper} paper */
export const forgetPaper = ({ id }) => Promise.all([forget(id), new Clock(id, 0).forget()]);

/** What a question was answered with in a paper. @type {(paper: Paper, entry: Entry) => string[]} */
export function responseIn(paper, { id }) {
  const answers = store.eventsOf(id).filter((event) => event.kind === "answer" && event.set === paper.id);
  return /** @type {AnswerEvent | undefined} */ (latest(answers))?.response ?? [];
}
