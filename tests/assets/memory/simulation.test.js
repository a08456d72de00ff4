// The claims of benchmarks/README.md in small: always the same readers, so always the same result.

import assert from "node:assert/strict";
import { test } from "node:test";

import { POLICIES } from "../../../benchmarks/memory/policies.js";
import { USUAL, freshBank, recalled, sit, study } from "../../../benchmarks/memory/simulated.js";
import { forecast } from "../../../plugins/tiku/assets/memory/forecast.js";
import { randomNumbers } from "../../../plugins/tiku/assets/core/random.js";

const READERS = 200;

const recallAfter = (setting, policy) => {
  const random = randomNumbers(13);
  const cards = freshBank(setting, random);
  study(cards, POLICIES[policy](setting, random), setting, setting.days, random);
  return recalled(cards, setting.days);
};

for (const [time, setting] of [
  ["short", { ...USUAL, bank: 400, days: 20, amount: 40 }],
  ["ample", { ...USUAL, bank: 200, days: 30, amount: 40 }],
]) {
  test(`where time is ${time}, the planner is hardly behind any other way of studying`, () => {
    const best = Math.max(...Object.keys(POLICIES).map((name) => recallAfter(setting, name)));
    assert.ok(recallAfter(setting, "planner") > best - 0.01);
    assert.ok(recallAfter(setting, "planner") > recallAfter(setting, "random") + 0.03);
  });
}

test("about eight of ten marks are within the range that was forecast", () => {
  const setting = { ...USUAL, bank: 120, amount: 15, readers: 0.5 };
  const within = Array.from({ length: READERS }, (_, reader) => {
    const random = randomNumbers(reader);
    const cards = freshBank(setting, random);
    study(cards, POLICIES.planner(setting, random), setting, 15, random);
    const exam = [{ count: 60, points: 1, pool: cards.map((card) => [card]) }];
    const { low, high } = forecast(exam, 16, random);
    const mark = sit(exam, 16, setting, random);
    return low <= mark && mark <= high;
  });
  const share = within.filter(Boolean).length / READERS;
  assert.ok(share > 0.75 && share < 0.85, String(share));
});
