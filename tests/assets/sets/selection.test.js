import assert from "node:assert/strict";
import { test } from "node:test";

import { candidates, choose } from "../../../plugins/tiku/assets/sets/selection.js";
import { mistakeGroups } from "../../../plugins/tiku/assets/practice/mistakes.js";
import { recordOf } from "../../../plugins/tiku/assets/events/records.js";
import { readCases } from "../cases.js";

const event = ([kind, day, value, more = {}], index) => ({
  id: String(index), question: "q", kind, at: `2026-11-${day}T12:00:${String(index).padStart(2, "0")}Z`,
  ...(kind === "answer" && { revision: "r1", right: value, response: ["a"], mode: "page" }),
  ...(kind !== "answer" && kind !== "reset" && { on: value }),
  ...more,
});

for (const { name, events, record } of readCases("study/records.json")) {
  test(`record: ${name}`, () => {
    const found = recordOf(events.map(event), "r1");
    const told = { ...found, answers: found.answers.length };
    for (const [key, value] of Object.entries(record)) {
      const { since: _, ...mistake } = told[key] ?? {};
      assert.deepEqual(key === "mistake" && told[key] ? mistake : told[key], value, key);
    }
  });
}

const FRESH = { is: "fresh", answers: [], reviews: [], mistake: null, starred: false, shelved: false, known: null };
const missed = (response, sure = false) => ({ ...FRESH, is: "wrong", answers: [{}], reviews: [{}], mistake: { since: "", response, sure, days: 0 } });
const entry = (id, more = {}) => ({ id, item: id, topic: "t", kind: "single", difficulty: "easy", objective: "o", syllabus: [], tags: [], revision: "r", ...more });
const wish = (more) => ({ mode: "order", filters: {}, count: Infinity, seed: 1, ...more });
const ids = (entries) => entries.map(({ id }) => id).join(" ");
const pick = (entries, records, wished) => ids(choose(entries, ({ id }) => records[id] ?? FRESH, wish(wished), (offered) => offered.toReversed()));

test("in order begins with what was not done yet", () => {
  const done = { ...FRESH, is: "right", answers: [{}] };
  assert.equal(pick([entry("a"), entry("b"), entry("c")], { a: done }, {}), "b c a");
  assert.equal(pick([entry("a"), entry("b")], { a: done, b: done }, {}), "a b");
});

test("a seed decides a random order", () => {
  const entries = Array.from({ length: 9 }, (_, i) => entry(`q${i}`));
  assert.equal(pick(entries, {}, { mode: "random" }), pick(entries, {}, { mode: "random" }));
  assert.notEqual(pick(entries, {}, { mode: "random" }), pick(entries, {}, { mode: "random", seed: 2 }));
});

test("filters hold together, and labels match when one does", () => {
  const entries = [entry("a", { tags: ["x", "y"] }), entry("b", { tags: ["y"], difficulty: "hard" }), entry("c", { topic: "u", tags: ["y"] })];
  assert.equal(pick(entries, {}, { filters: { tag: "y", topic: "t" } }), "a b");
  assert.equal(pick(entries, {}, { filters: { tag: "y", difficulty: "hard" } }), "b");
  assert.equal(pick(entries, {}, { filters: { topic: "" } }), "a b c");
});

test("what is shelved stands in no mode but its own", () => {
  const records = { a: { ...missed(["x"]), shelved: true, starred: true } };
  for (const mode of ["order", "random", "memorise", "daily", "mistakes", "starred", "due"]) {
    assert.equal(candidates([entry("a")], ({ id }) => records[id], mode, {}).length, 0, mode);
  }
  assert.equal(pick([entry("a"), entry("b")], records, { mode: "shelved" }), "a");
});

test("in the book of mistakes what one was sure of comes first, and one objective stays together", () => {
  const entries = [entry("a", { objective: "o" }), entry("b", { objective: "p" }), entry("c", { objective: "o" }), entry("d"), entry("e", { objective: "p" })];
  const records = { a: missed(["x"]), b: missed(["x"]), c: missed(["x"]), e: missed(["x"], true) };
  const order = pick(entries, records, { mode: "mistakes" });
  assert.match(order, /^e /);
  assert.match(order, /a c|c a/);
  assert.ok(!order.includes("d"));
});

test("daily takes what was planned, in an order the day decides", () => {
  const entries = Array.from({ length: 30 }, (_, i) => entry(`q${i}`));
  const planned = (seed) => ids(choose(entries, () => FRESH, wish({ mode: "daily", seed }), (offered) => offered.slice(-10)));
  assert.deepEqual(planned(1).split(" ").toSorted(), entries.slice(-10).map(({ id }) => id).toSorted());
  assert.equal(planned(1), planned(1));
  assert.notEqual(planned(1), planned(2));
});

test("due holds what was answered before", () => {
  assert.equal(pick([entry("a"), entry("b")], { b: { ...FRESH, reviews: [{}] } }, { mode: "due" }), "b");
});

test("mistakes are grouped by topic and by the wrong choice that several share", () => {
  const entries = [entry("a"), entry("b", { topic: "u" }), entry("c", { topic: "u" }), entry("d")];
  const records = { a: missed(["halo"]), b: missed(["halo"]), c: missed(["recency"]), d: FRESH };
  const groups = mistakeGroups(entries, ({ id }) => records[id]).map(({ by, name, questions }) => `${by} ${name}: ${ids(questions)}`);
  assert.deepEqual(groups, ["topic t: a", "topic u: b c", "choice halo: a b"]);
});

test("what was recalled counts for the memory between the answers, and for nothing else", () => {
  const events = [["answer", "01", false], ["known", "02", false, { vague: true }], ["known", "03", true], ["known", "04", false]];
  const { answers, reviews, is } = recordOf(events.map(event), "r1");
  assert.equal(answers.length, 1);
  assert.equal(is, "wrong");
  assert.deepEqual(reviews.map(({ right, hard = false }) => [right, hard]), [[false, false], [true, true], [true, false], [false, false]]);
});
