import assert from "node:assert/strict";
import { test } from "node:test";

import { happened, isEvent, seenBefore } from "../../../plugins/tiku/assets/events/admission.js";
import { afterwards, byTime, stateOf, summary } from "../../../plugins/tiku/assets/events/events.js";
import { shuffled } from "../../../plugins/tiku/assets/core/random.js";
import { readCases } from "../cases.js";

for (const { name, events, set, state } of readCases("progress/states.json")) {
  test(`state: ${name}`, () => assert.deepEqual(stateOf(events, "r1", set), state));
}

for (const { name, record, event } of readCases("progress/records.json")) {
  test(`record: ${name}`, () => assert.equal(isEvent(record), event));
}

test("a corrected question is not done", () => {
  const states = ["fresh", "right", "wrong", "rekeyed"].map((is) => ({ is, response: [] }));
  assert.deepEqual(summary(states), { all: 4, done: 2, right: 1 });
});

for (const { items, seed, shuffled: order } of readCases("shuffles.json")) {
  test(`shuffled: ${items} by ${seed}`, () => assert.equal(shuffled([...items], seed).join(""), order));
}

test("shuffling keeps every item, and a seed decides the order", () => {
  const items = ["a", "b", "c", "d", "e"];
  assert.deepEqual(shuffled(items, 7), shuffled(items, 7));
  assert.deepEqual([...shuffled(items, 7)].sort(), items);
});

test("each order is about as likely as another", () => {
  const counts = new Map();
  for (let seed = 0; seed < 6000; seed += 1) {
    const order = shuffled(["a", "b", "c"], seed).join("");
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  assert.equal(counts.size, 6);
  for (const count of counts.values()) assert.ok(count > 850 && count < 1150, String(count));
});

const reset = (id, at, order) => ({ kind: "reset", question: "q", id, at, ...(order && { order }) });

test("what happens now comes after all that is known, whatever the clocks say", () => {
  const ahead = reset("a", "2031-01-01T00:00:00.000Z");
  const now = "2026-11-24T08:00:00.000Z";
  const next = reset("b", now, afterwards([ahead], now).order);
  const later = reset("c", now, afterwards([next, ahead], now).order);
  assert.deepEqual([later, ahead, next].sort(byTime).map(({ id }) => id), ["a", "b", "c"]);
  assert.ok(isEvent(later));
});

test("an event that is in time says nothing of its order", () => {
  assert.deepEqual(afterwards([reset("a", "2026-11-24T08:00:00.000Z")], "2026-11-24T08:00:00.001Z"), {});
  assert.deepEqual(afterwards([], "2026-11-24T08:00:00.000Z"), {});
});

test("what is dated in the future happened when it was first seen, and stays the last", () => {
  const ahead = reset("a", "2031-01-01T00:00:00.000Z");
  const [first, next] = ["2026-11-24T08:00:00.000Z", "2026-11-25T08:00:00.000Z"];
  const seen = new Map();
  assert.equal(happened(ahead, first, seen).at, first);
  const again = happened(ahead, next, seenBefore(Object.fromEntries(seen)));
  assert.equal(again.at, first);
  assert.deepEqual([again, reset("b", next)].sort(byTime).map(({ id }) => id), ["b", "a"]);
  assert.ok(isEvent(again));
});

test("what is not dated in the future stays as it is, also when a clock was behind before", () => {
  const event = reset("a", "2026-11-24T08:00:00.000Z");
  assert.equal(happened(event, event.at, new Map([["a", "2020-01-01T00:00:00.000Z"]])), event);
  assert.deepEqual(seenBefore({ a: "never", b: {}, c: 1 }), new Map());
});
