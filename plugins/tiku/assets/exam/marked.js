// A marked paper: the points of each answer, by what is the key now, and the events that say so.

import { bring } from "../core/catalog.js";
import { responseIn } from "./papers.js";
import { score } from "./scoring.js";

/** @import { Catalog, Entry, Happening } from "../core/types.js" */
/** @import { Answered } from "../sets/answered.js" */
/** @import { Paper } from "./papers.js" */
/** @import { Scored, total } from "./scoring.js" */

/** @typedef {Scored & {entry: Entry, response: string[]}} Marked */

/** Nothing for a section that the exam no longer has. @type {(catalog: Catalog, paper: Paper, answered: Answered[]) => Marked[]} */
export const markAll = (catalog, paper, answered) => answered.flatMap((one) => marked(catalog, paper, one));

/** A paper that was handed in, by its answers in the log. @type {(catalog: Catalog, paper: Paper) => Promise<Marked[]>} */
export async function markAgain(catalog, paper) {
  const byId = new Map(catalog.questions.map((entry) => [entry.id, entry]));
  const entries = paper.questions.flatMap((id) => byId.get(id) ?? []);
  const answered = await Promise.all(entries.map(async (entry) => {
    const key = (await bring(catalog, entry))?.question.dataset.key;
    return key === undefined ? [] : [{ entry, key, response: responseIn(paper, entry) }];
  }));
  return markAll(catalog, paper, answered.flat());
}

/** @type {(catalog: Catalog, paper: Paper, answered: Answered) => Marked[]} */
function marked(catalog, paper, { entry, response, key }) {
  const section = paper.sections[paper.questions.indexOf(entry.id)];
  const asked = catalog.exams[paper.exam].sections[section];
  if (!asked) return [];
  const scored = score(catalog.scoring[asked.scoring], asked.points, { kind: entry.kind, key }, response);
  return [{ id: entry.id, topic: entry.topic, section, response, entry, score: scored }];
}

/** What the log says of a paper that is handed in: each answer, and the paper; `spent`: milliseconds.
 * @type {(paper: Paper, marked: Marked[], result: ReturnType<typeof total>, spent: number) => Happening[]} */
export const eventsOf = (paper, marked, result, spent) => [
  ...marked.filter(({ score }) => score.outcome !== "blank").map((one) => answerEvent(paper, one)),
  paperEvent(paper, marked, result, spent),
];

/** Each answer has an id that its paper gives: it is the same answer in whatever tab it is handed in.
 * @type {(paper: Paper, marked: Marked) => Happening} */
const answerEvent = (paper, { entry, response, score }) => ({
  id: `${paper.id}/${entry.id}`, kind: "answer", question: entry.id, revision: entry.revision, response,
  right: score.outcome === "right", mode: "exam", set: paper.id,
});

/** @type {(paper: Paper, marked: Marked[], result: ReturnType<typeof total>, spent: number) => Happening} */
const paperEvent = (paper, marked, { got, of, passed, topics }, spent) => ({
  id: `paper:${paper.id}`, kind: "paper", question: `exam:${paper.exam}`, set: paper.id, seed: paper.paper,
  questions: marked.map(({ id }) => id), sections: marked.map(({ section }) => section), got, of, passed, spent,
  topics: Object.fromEntries(Object.entries(topics).map(([id, { got, of }]) => [id, /** @type {[number, number]} */ ([got, of])])),
});
