// What is kept between two visits fits, and comes back as it was.

import assert from "node:assert/strict";
import { test } from "node:test";
import { pack, unpack } from "../../../plugins/tiku/assets/lms/standing.js";
import { longForm, longPatterns, shortForm, shortPatterns } from "../../../plugins/tiku/assets/lms/interactions.js";

const plain = { choices: [], prompts: [], accepted: [], range: null, unit: "", stem: "" };
const listed = (...ids) => ids.map((id) => [id, id]);
const asked = {
  single: { ...plain, id: "s", kind: "single", choices: listed("a", "b", "c") },
  multiple: { ...plain, id: "m", kind: "multiple", choices: listed("a", "b", "c") },
  truth: { ...plain, id: "t", kind: "true-false" },
  number: { ...plain, id: "n", kind: "numeric", unit: "件", range: ["7.9", "8.1"] },
  word: { ...plain, id: "w", kind: "text", accepted: ["甲", "乙"] },
  pairs: { ...plain, id: "p", kind: "matching", prompts: listed("x", "y"), choices: listed("a", "b") },
  order: { ...plain, id: "o", kind: "ordering", choices: listed("a", "b", "c") },
  open: { ...plain, id: "q", kind: "open" },
};
const responses = new Map(Object.entries({
  s: ["b"], m: ["a", "c"], t: ["false"], n: ["８ 件"], w: ["甲|乙\\p"], p: ["x=b", "y=a"], o: ["c", "a", "b"], q: ["一\n二"],
}));
const standing = { seed: 4294967295, place: 3, spent: 12, isDone: false, responses };
const lesson = (questions, stamp = "stamp") => ({ stamp, questions });

test("every kind comes back as it was", () => {
  const all = lesson(Object.values(asked));
  const { text, lost } = pack(all, standing, 4096);
  assert.deepEqual(unpack(all, text), standing);
  assert.deepEqual(lost, []);
});

test("nothing is made of what was kept for other questions, or of anything else", () => {
  const { text } = pack(lesson([asked.single]), standing, 4096);
  assert.equal(unpack(lesson([asked.single], "other"), text), null);
  for (const other of ["", "1", "{}", "1|stamp", "2|stamp|0|0|0|0|a"]) assert.equal(unpack(lesson([asked.single]), other), null);
});

test("five hundred questions fit where SCORM 1.2 has room for 4,096 characters", () => {
  const many = Array.from({ length: 500 }, (_, at) => ({ ...asked.multiple, id: `m${at}` }));
  const all = lesson(many);
  const full = { ...standing, responses: new Map(many.map(({ id }) => [id, ["a", "b", "c"]])) };
  const { text, lost } = pack(all, full, 4096);
  assert.deepEqual([text.length <= 4096, lost], [true, []]);
  assert.deepEqual(unpack(all, text), full);
});

test("what has no room is named, the longest first, and the rest stays", () => {
  const all = lesson([asked.open, asked.single]);
  const { text, lost } = pack(all, { ...standing, responses: new Map([["q", ["字".repeat(5000)]], ["s", ["b"]]]) }, 4096);
  assert.deepEqual(lost, ["q"]);
  assert.deepEqual(unpack(all, text)?.responses, new Map([["s", ["b"]]]));
});

const answer = (of, response, right = []) => ({ asked: of, response, right });
for (const [of, response, right, long, short] of [
  [asked.multiple, ["c", "a"], ["b", "a"], ["a[,]c", ["a[,]b"]], ["a,c", ["a,b"]]],
  [asked.truth, ["false"], ["true"], ["false", ["true"]], ["f", ["t"]]],
  [asked.number, ["8.0 件"], [], ["8.0", ["7.9[:]8.1"]], ["8.0", []]],
  [asked.number, ["-0.5"], [], ["-0.5", ["7.9[:]8.1"]], ["-0.5", []]],
  [asked.number, ["八"], [], ["八", []], ["八", []]],
  [asked.word, ["丙"], [], ["丙", ["甲", "乙"]], ["丙", ["甲", "乙"]]],
  [asked.pairs, ["x=b", "y=a"], ["x=a", "y=b"], ["x[.]b[,]y[.]a", ["x[.]a[,]y[.]b"]], ["a.b,b.a", ["a.a,b.b"]]],
  [asked.order, ["c", "a", "b"], ["a", "b", "c"], ["c[,]a[,]b", ["a[,]b[,]c"]], ["c,a,b", ["a,b,c"]]],
]) {
  test(`records of ${of.kind}: ${response}`, () => {
    assert.deepEqual([longForm(of, response), longPatterns(answer(of, response, right))], long);
    assert.deepEqual([shortForm(of, response), shortPatterns(answer(of, response, right))], short);
  });
}
