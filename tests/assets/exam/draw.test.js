import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { draw } from "../../../plugins/tiku/assets/exam/draw.js";

const LEVELS = ["easy", "medium", "hard"];
const question = (id, topic, kind, difficulty, syllabus = []) => ({ id, item: id.split("/")[0], topic, kind, difficulty, syllabus });

/** Two topics of 30 singles each, ten of each level, and four cases of three questions. */
const BANK = {
  questions: [
    ...["t", "u"].flatMap((topic) => Array.from({ length: 30 }, (_, i) => question(`${topic}${i}`, topic, "single", LEVELS[i % 3]))),
    ...Array.from({ length: 4 }, (_, i) => ["a", "b", "c"].map((sub) => question(`case${i}/${sub}`, "t", "single", "easy"))).flat(),
  ],
};
const section = (more) => ({ id: "s", title: "", kinds: ["single"], count: 0, points: 2, scoring: "", size: 0, parts: [], ...more });
const part = (count, topic = "", levels = {}) => ({ topic, count, levels });
const EXAM = {
  title: "", minutes: 1, pass: 1, critical: ["t29"], syllabus: [],
  sections: [
    section({ parts: [part(7, "t", { easy: 3, medium: 3, hard: 1 }), part(3, "u", { easy: 1, medium: 1, hard: 1 })] }),
    section({ kinds: ["case"], parts: [part(2)] }),
  ],
};
const ids = (seed, exam = EXAM) => draw(BANK, exam, seed).map(({ item }) => item);

test("the same seed draws the same paper, another one another", () => {
  assert.deepEqual(ids("abc.0"), ids("abc.0"));
  assert.notDeepEqual(ids("abc.0"), ids("abd.0"));
});

test("sections, topics and kinds are as the blueprint says", () => {
  for (let seed = 0; seed < 50; seed += 1) {
    const drawn = draw(BANK, EXAM, `s${seed}.0`);
    const first = drawn.filter(({ section }) => section === 0);
    assert.equal(first.length, 10);
    assert.equal(first.filter(({ questions }) => questions[0].topic === "t").length, 7);
    assert.equal(drawn.filter(({ section }) => section === 1).length, 2);
    assert.equal(new Set(drawn.map(({ item }) => item)).size, drawn.length);
  }
});

test("a case brings all its questions, together", () => {
  const [last] = draw(BANK, EXAM, "x.0").slice(-1);
  assert.deepEqual(last.questions.map(({ id }) => id), ["a", "b", "c"].map((sub) => `${last.item}/${sub}`));
});

test("what an exam names as its syllabus and the size of its cases is all that it draws", () => {
  const parts = ["one", "two"];
  const questions = [
    ...["in", "out"].map((id) => question(id, "t", "single", "easy", [id])),
    ...["in", "out"].flatMap((id) => parts.map((sub) => question(`pair-${id}/${sub}`, "t", "single", "easy", sub === "one" ? ["in"] : [id]))),
    ...[...parts, "three"].map((sub) => question(`three/${sub}`, "t", "single", "easy", ["in"])),
  ];
  const exam = { ...EXAM, critical: [], syllabus: ["in"], sections: [section({ parts: [part(9)] }), section({ kinds: ["case"], size: 2, parts: [part(9)] })] };
  assert.deepEqual(draw({ questions }, exam, "x.0").map(({ item }) => item), ["in", "pair-in"]);
});

test("what rests on the site's own policy is drawn only where that is asked", () => {
  const questions = ["", "policy"].map((basis) => ({ ...question(basis || "open", "t", "single", "easy"), basis }));
  const drawn = (/** @type {string} */ basis) =>
    draw({ questions }, { ...EXAM, critical: [], basis, sections: [section({ parts: [part(9)] })] }, "x.0").map(({ item }) => item);
  assert.deepEqual([drawn(""), drawn("policy").sort()], [["open"], ["open", "policy"]]);
});

test("critical questions are in every paper", () => {
  for (let number = 0; number < 20; number += 1) assert.ok(ids(`k.${number}`).includes("t29"));
});

test("papers of one pack follow one another without repeats while the strata last", () => {
  const papers = [0, 1].map((number) => ids(`pack.${number}`).filter((id) => id !== "t29"));
  assert.deepEqual(papers[0].filter((id) => papers[1].includes(id)), []);
});

test("difficulties come as close to their percentages as whole questions of each topic allow", () => {
  const first = draw(BANK, { ...EXAM, critical: [] }, "d.0").filter(({ section }) => section === 0);
  const counts = LEVELS.map((level) => first.filter(({ questions }) => questions[0].difficulty === level).length);
  assert.deepEqual(counts, [4, 4, 2]);
});

test("a new question in the bank moves none of the others", () => {
  const exam = { ...EXAM, critical: [], sections: [section({ parts: [part(60)] })] };
  const before = ids("m.0", exam);
  const bigger = { questions: [...BANK.questions, question("fresh", "t", "single", "easy")] };
  const after = draw(bigger, { ...exam, sections: [section({ parts: [part(61)] })] }, "m.0").map(({ item }) => item);
  assert.deepEqual(after.filter((id) => id !== "fresh"), before);
});

test("a bank that is too small gives what it has, once", () => {
  const drawn = ids("z.3", { ...EXAM, sections: [section({ parts: [part(500)] })] });
  assert.equal(drawn.length, 60);
  assert.equal(new Set(drawn).size, 60);
});

test("papers are those that the command line writes", () => {
  const cases = JSON.parse(readFileSync(new URL("../../cases/papers.json", import.meta.url), "utf8"));
  const questions = cases.rows.map(([id, topic, kind, difficulty, syllabus, basis]) =>
    ({ ...question(id, topic, kind, difficulty, syllabus.split(" ").filter(Boolean)), basis }));
  for (const [seed, items] of Object.entries(cases.papers)) {
    assert.deepEqual(draw({ questions }, cases.exam, seed).map(({ item }) => item), items);
  }
});
