import assert from "node:assert/strict";
import { test } from "node:test";

import { pointsOf } from "../../../plugins/tiku/assets/exam/points.js";
import { score, total } from "../../../plugins/tiku/assets/exam/scoring.js";
import { shuffled } from "../../../plugins/tiku/assets/core/random.js";
import { listCases, readCases } from "../cases.js";

for (const file of listCases("scoring/")) {
  const { profile, cases } = readCases(`scoring/${file}`);
  for (const { name, kind, key, points, response, got, outcome } of cases) {
    test(`${profile.title}: ${name}`, () => {
      assert.deepEqual(score(profile, points, { kind, key }, response), { points: got, of: points, outcome });
    });
  }
}

const EXAM = { title: "", minutes: 1, pass: 6, critical: ["q1"], sections: [{ title: "一" }, { title: "二" }] };
const one = (id, topic, section, outcome, points, of) => ({ id, topic, section, score: { points, of, outcome } });

test("a paper is told by section and topic, with blanks apart from wrong ones", () => {
  const result = total(EXAM, [
    one("q1", "t", 0, "right", 4, 4), one("q2", "t", 0, "partial", 1, 4), one("q3", "u", 1, "wrong", 0, 2), one("q4", "u", 1, "blank", 0, 2),
  ]);
  assert.equal(`${result.got}/${result.of} ${result.passed}`, "5/12 false");
  assert.deepEqual(result.sections[1], { got: 0, of: 4, right: 0, partial: 0, wrong: 1, blank: 1 });
  assert.deepEqual(result.topics.t, { got: 5, of: 8, right: 1, partial: 1, wrong: 0, blank: 0 });
});

test("enough points do not pass when a critical question is not right", () => {
  const result = total(EXAM, [one("q1", "t", 0, "wrong", 0, 4), one("q2", "t", 0, "right", 8, 8)]);
  assert.equal(result.passed, false);
  assert.deepEqual(result.failed, ["q1"]);
});

test("half points are written as readers write them", () => {
  assert.deepEqual([0, 1, 2, 17].map(pointsOf), ["0", "0.5", "1", "8.5"]);
});

test("over random sheets no score leaves its bounds, and more right picks never give less", () => {
  const choices = ["a", "b", "c", "d", "e"];
  for (let seed = 0; seed < 2000; seed += 1) {
    const mixed = shuffled(choices, seed);
    const key = mixed.slice(0, 2 + (seed % 3));
    const profile = { title: "", rule: "", partial: seed % 2 };
    const give = (response) => score(profile, 4, { kind: "multiple", key: key.join(" ") }, response).points;
    const picked = shuffled(choices, seed + 1).slice(0, seed % 6);
    const got = give(picked);
    assert.ok(got >= 0 && got <= 4 && Number.isInteger(got));
    assert.equal(got === 4, picked.length > 0 && [...picked].sort().join() === [...key].sort().join());
    if (picked.some((pick) => !key.includes(pick))) assert.equal(got, 0);
    const right = picked.filter((pick) => key.includes(pick));
    assert.ok(give(right) >= got);
    assert.ok(give([...new Set([...right, key[0]])]) >= give(right));
  }
});
