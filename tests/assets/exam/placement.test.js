import assert from "node:assert/strict";
import { test } from "node:test";

import { areas, lengthOf, next } from "../../../plugins/tiku/assets/exam/placement.js";

const LEVELS = ["easy", "medium", "hard"];
const questions = ["t", "u"].flatMap((topic) => LEVELS.flatMap((difficulty) => [1, 2].map((number) => {
  const id = `${topic}-${difficulty}-${number}`;
  return { id, item: id, topic, kind: "single", difficulty, objective: "o", syllabus: [], basis: "", tags: [], revision: "" };
})));
const section = (...topics) => ({ id: "", title: "", kinds: ["single"], count: topics.length, points: 2, scoring: "", size: 0,
  parts: topics.map((topic) => ({ topic, count: 1, levels: {} })) });
const EXAM = { title: "", page: "", minutes: 5, pass: 2, adaptive: true, critical: [], syllabus: [], basis: "", sections: [section("t", "u", "t"), section("u")] };
const CATALOG = { topics: {}, tags: {}, syllabus: {}, questions, scoring: {}, exams: {}, practice: "" };

/** Topic and level of what is asked, one after another. */
function course(seed, rights) {
  const judged = [];
  const asked = [];
  for (let step = next(CATALOG, EXAM, seed, judged); step; step = next(CATALOG, EXAM, seed, judged)) {
    asked.push(step.entry.id);
    judged.push({ question: step.entry.id, right: rights[judged.length] });
  }
  return { asked, judged };
}

const levels = ({ asked }) => asked.map((id) => id.replace(/-\d$/, ""));

test("a right answer makes the next harder, another easier, and an area begins at medium", () => {
  assert.deepEqual(levels(course("s", [true, true, true, true])), ["t-medium", "u-hard", "t-hard", "u-medium"]);
  assert.deepEqual(levels(course("s", [false, false, true, true])), ["t-medium", "u-easy", "t-easy", "u-medium"]);
  assert.deepEqual(levels(course("s", [false, true, false, false])), ["t-medium", "u-easy", "t-medium", "u-medium"]);
});

test("a seed decides which, nothing is asked twice, and seeds differ", () => {
  const rights = [true, false, true, false];
  assert.deepEqual(course("s", rights), course("s", rights));
  const many = Array.from({ length: 30 }, (_, at) => course(`s${at}`, rights).asked);
  assert.ok(many.every((asked) => new Set(asked).size === lengthOf(EXAM)));
  assert.ok(new Set(many.map(String)).size > 1);
});

test("without a question of the level the nearest is asked", () => {
  const few = { ...CATALOG, questions: questions.filter(({ difficulty }) => difficulty === "hard") };
  assert.match(next(few, EXAM, "s", [])?.entry.id ?? "", /^t-hard/);
  assert.equal(next({ ...CATALOG, questions: [] }, EXAM, "s", []), null);
});

test("the weakest area comes first, with what was missed", () => {
  const { judged } = course("s", [true, true, false, false]);
  const told = areas(CATALOG, EXAM, judged);
  assert.deepEqual(told.map(({ index, right, of }) => [index, right, of]), [[0, 2, 3], [1, 0, 1]]);
  assert.deepEqual(told[1].missed.map(({ id }) => id), [judged[3].question]);
  assert.equal(areas(CATALOG, EXAM, course("s", [true, true, true, false]).judged)[0].index, 1);
});
