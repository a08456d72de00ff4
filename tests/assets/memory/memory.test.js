import assert from "node:assert/strict";
import { test } from "node:test";

import { calibration, wilson } from "../../../plugins/tiku/assets/memory/calibration.js";
import { dayNamed, localCalendar, nameOf } from "../../../plugins/tiku/assets/core/days.js";
import { forecast } from "../../../plugins/tiku/assets/memory/forecast.js";
import { balanced, span } from "../../../plugins/tiku/assets/memory/balance.js";
import { TARGETS, USUAL, due, recall, rememberBy, remembered } from "../../../plugins/tiku/assets/memory/fsrs.js";
import { planned } from "../../../plugins/tiku/assets/memory/scheduler.js";
import { areWeights, fittingOf, isDue } from "../../../plugins/tiku/assets/memory/weights.js";
import { scalesOf } from "../../../plugins/tiku/assets/memory/stability.js";
import { randomNumbers } from "../../../plugins/tiku/assets/core/random.js";
import { cardOf, examPlan } from "../../../plugins/tiku/assets/memory/daily-plan.js";
import { recordOf } from "../../../plugins/tiku/assets/events/records.js";
import { readCases } from "../cases.js";

const TODAY = dayNamed("2026-12-05");

/** A question with one answer a day up to today: `+` right, `-` wrong, `.` none. */
const card = (id, days, { weight = 1, guess = 0.25 } = {}) => {
  const answers = [...days].flatMap((mark, index) =>
    mark === "." ? [] : [{ day: TODAY - days.length + 1 + index, right: mark === "+" }],
  );
  return { id, weight, guess, answers, memory: remembered(answers) };
};

for (const { name, zone, begins, time, day } of readCases("memory/days.json")) {
  test(`day: ${name}`, () => {
    process.env.TZ = zone;
    assert.equal(nameOf(localCalendar(begins)(time)), day);
  });
}

test("every hour of two years is on the day that the reader's clock says", () => {
  for (const zone of ["Asia/Taipei", "Europe/London", "America/Sao_Paulo", "Asia/Kathmandu", "Pacific/Chatham", "Atlantic/Azores"]) {
    process.env.TZ = zone;
    const [dayOf, lateDayOf] = [localCalendar(), localCalendar(4)];
    for (let at = Date.UTC(2017, 0, 1); at < Date.UTC(2019, 0, 1); at += 1_799_999) {
      const local = new Date(at);
      const day = Date.UTC(local.getFullYear(), local.getMonth(), local.getDate()) / 86_400_000;
      assert.equal(dayOf(local), day, `${zone} ${local.toISOString()}`);
      assert.equal(lateDayOf(local), local.getHours() < 4 ? day - 1 : day, `${zone} ${local.toISOString()}, from four`);
    }
  }
});

test("a day and its name are the same wherever the reader is", () => {
  for (const zone of ["Pacific/Kiritimati", "Pacific/Pago_Pago"]) {
    process.env.TZ = zone;
    assert.equal(nameOf(dayNamed("2026-02-28") + 1), "2026-03-01");
  }
});

for (const { name, events, answers } of readCases("memory/cards.json")) {
  test(`card: ${name}`, () => {
    process.env.TZ = "Asia/Taipei";
    const made = cardOf({ id: "q", kind: "single" }, recordOf(events, "r1").answers);
    assert.deepEqual(made.answers.map(({ day, right }) => [nameOf(day), right]), answers);
    assert.deepEqual(made.memory, remembered(made.answers));
  });
}

test("on the day it is due, a memory has fallen to about nine in ten", () => {
  const { memory } = card("a", "+..+.......");
  const chance = recall(memory, due(memory));
  assert.ok(Math.abs(chance - 0.9) < 0.01, String(chance));
});

for (const { name, cards, weights = {}, exam, amount, planned: ids } of readCases("memory/planner.json")) {
  test(`plan: ${name}`, () => {
    const all = Object.entries(cards).map(([id, days]) => card(id, days, { weight: weights[id] }));
    const day = exam === null ? null : TODAY + exam;
    assert.equal(planned(all, TODAY, day, amount).map(({ id }) => id).join(" "), ids);
  });
}

/** A part of an exam in forecast.json: so many questions that were right, wrong or never asked. */
const part = ({ right = 0, wrong = 0, new: fresh = 0, each = 1, guess, ...rest }) => {
  const some = (count, days) => Array.from({ length: count }, () => card("", days, { guess }));
  const cards = [...some(right, "+.."), ...some(wrong, "-.."), ...some(fresh, "...")];
  const starts = Array.from({ length: cards.length / each }, (_, item) => item * each);
  return { ...rest, pool: starts.map((start) => cards.slice(start, start + each)) };
};

for (const { name, exam, forecast: wanted } of readCases("memory/forecast.json")) {
  test(`forecast: ${name}`, () => {
    const range = forecast(exam.map(part), TODAY, randomNumbers(1));
    if (!wanted) return assert.equal(range, null);
    const { exactly, within: [least, most] = [exactly, exactly], mean, off } = wanted;
    assert.ok(least <= range.low && range.low <= range.high && range.high <= most, JSON.stringify(range));
    if (mean) assert.ok(Math.abs(range.mean - mean) < off, String(range.mean));
  });
}

test("the same chance gives the same forecast", () => {
  const exam = [part({ count: 20, points: 1, right: 30, wrong: 20, new: 50 })];
  assert.deepEqual(forecast(exam, TODAY, randomNumbers(7)), forecast(exam, TODAY, randomNumbers(7)));
});

test("the longer the pause, the lower the mark", () => {
  const exam = [part({ count: 40, points: 1, right: 60 })];
  const means = [0, 7, 60].map((days) => forecast(exam, TODAY + days, randomNumbers(7)).mean);
  assert.deepEqual(means, [...means].sort((a, b) => b - a));
});

test("the range holds eight of ten of the marks, as near as whole points allow", () => {
  const exam = [part({ count: 8, points: 1, right: 30, wrong: 20, guess: 0 })];
  const { low, high, marks } = forecast(exam, TODAY + 3, randomNumbers(7));
  const share = (least, most) =>
    marks.filter((mark) => least <= mark && mark <= most).length / marks.length;
  const off = Math.abs(share(low, high) - 0.8);
  for (const [least, most] of [[low - 1, high], [low + 1, high], [low, high - 1], [low, high + 1]]) {
    assert.ok(off <= Math.abs(share(least, most) - 0.8), `${low}-${high}, not ${least}-${most}`);
  }
});

/** The most likely scale of a reader who answered so many questions like this. */
const likeliest = (...readers) => {
  const cards = readers.flatMap(([count, days]) =>
    Array.from({ length: count }, () => card("", days, { guess: 0 })));
  return scalesOf(cards).reduce((best, one) => (one.weight > best.weight ? one : best)).factor;
};

test("a reader who forgets sooner than the defaults say is told from one who does not", () => {
  assert.ok(likeliest([100, "+....-"]) < 1);
  assert.ok(likeliest([100, "+....+"]) > 1);
});

test("of a long log the latest thousand answers count", () => {
  assert.ok(likeliest([1000, "+....-......"], [1000, "+....+"]) > 1);
  assert.ok(likeliest([1000, "+....+......"], [1000, "+....-"]) < 1);
});

test("answers of the same day say nothing of how long a reader remembers", () => {
  const once = card("", "+");
  const again = { ...once, answers: [...once.answers, { day: TODAY, right: false }] };
  assert.deepEqual(scalesOf([again]), scalesOf([]));
});

for (const { right, all, ...wanted } of readCases("memory/wilson.json")) {
  test(`interval: ${right} of ${all}`, () => {
    for (const [name, value] of Object.entries(wilson(right, all))) {
      assert.ok(Math.abs(value - wanted[name]) < 5e-5, `${name}: ${value}`);
    }
  });
}

test("calibration counts what was said, from guess to sure, and leaves out what never was", () => {
  const said = (confidence, right) => ({ kind: "answer", confidence, right });
  const events = [said("sure", true), said("guess", false), said("sure", false), said("sure", true),
    said(undefined, true), { kind: "reset" }];
  const counts = calibration(events).map(({ level, answers, right }) => [level, answers, right]);
  assert.deepEqual(counts, [["guess", 1, 0], ["sure", 3, 2]]);
});

test("a review comes when recall has fallen to the target, whichever that is", () => {
  for (const stability of [3, 20, 200]) {
    const memory = { stability, difficulty: 5, last: 0 };
    for (const target of [0.7, 0.8, 0.9, 0.97]) {
      const day = due(memory, target);
      assert.ok(recall(memory, day - 0.5) >= target - 1e-9 || day === 1);
      assert.ok(recall(memory, day + 0.5) <= target + 1e-9);
    }
    assert.equal(due(memory), stability);
  }
});

test("storage may hold any target", () => {
  for (const target of [0.69, 0.98, Number.NaN, "0.8", null, undefined]) assert.equal(examPlan({ target }).target, TARGETS.usual);
  assert.equal(examPlan({ target: 0.8 }).target, 0.8);
});

test("what was learnt on one day does not come back on one day", () => {
  const made = Array.from({ length: 90 }, (_, index) => ({ ...card(`q${index}`, "+"), memory: { stability: 30, difficulty: 5, last: TODAY } }));
  const days = balanced(made);
  const [first, last] = span(30);
  const loads = new Map();
  for (const day of days.values()) loads.set(day - TODAY, (loads.get(day - TODAY) ?? 0) + 1);
  assert.deepEqual([...loads.keys()].sort((a, b) => a - b), Array.from({ length: last - first + 1 }, (_, index) => first + index));
  assert.ok(Math.max(...loads.values()) - Math.min(...loads.values()) <= 1);
});

test("days stay where they are when more is answered, and in whatever order cards are given", () => {
  const early = Array.from({ length: 30 }, (_, index) => card(`q${index}`, "+.+....+..."));
  const late = Array.from({ length: 30 }, (_, index) => card(`z${index}`, "+"));
  const [before, after] = [balanced(early), balanced([...late, ...early.toReversed()])];
  for (const [id, day] of before) assert.equal(after.get(id), day);
});

test("an interval is moved as far as py-fsrs moves it", () => {
  assert.deepEqual([1, 2, 3, 7, 20, 100].map(span), [[1, 1], [2, 2], [2, 4], [5, 9], [17, 23], [93, 107]]);
});

const FITTED = { weights: [...USUAL], reviews: 400, held: 100, usual: { loss: 0.4, error: 0.05 }, own: { loss: 0.3, error: 0.04 }, declined: false };

test("a reader's weights are 21 numbers within bounds, of the setting's own", () => {
  assert.ok(areWeights([...USUAL]));
  const wrong = [null, "x", {}, USUAL.slice(1), [...USUAL, 1], USUAL.with(0, NaN), USUAL.with(20, Infinity), USUAL.with(4, 11), USUAL.with(2, "2"), new Array(21)];
  for (const weights of wrong) assert.ok(!areWeights(weights), String(weights));
  assert.deepEqual(fittingOf(FITTED), FITTED);
  assert.deepEqual(fittingOf({ ...FITTED, weights: null, more: 1 }), { ...FITTED, weights: null });
  const foreign = [null, 1, "x", [], {}, Object.create(FITTED), { ...FITTED, weights: wrong[4] }, { ...FITTED, reviews: -1 }, { ...FITTED, own: null }, { ...FITTED, usual: { loss: "0", error: 0 } }];
  for (const one of foreign) assert.equal(fittingOf(one), null);
});

test("weights are fitted from 400 reviews on, again with half as many more, and not where a reader put them back", () => {
  assert.deepEqual([399, 400].map((reviews) => isDue(null, reviews)), [false, true]);
  assert.deepEqual([400, 599, 600].map((reviews) => isDue(FITTED, reviews)), [false, false, true]);
  assert.ok(!isDue({ ...FITTED, weights: null, declined: true }, 5000));
});

test("memory, the days of reviews and what was reckoned before follow the weights in force", () => {
  const answers = [{ at: "2026-11-25T12:00:00.000Z", right: true }];
  const dueDay = () => due(cardOf({ id: "q", kind: "single" }, answers).memory);
  const usual = dueDay();
  rememberBy(USUAL.with(2, 20));
  assert.equal(dueDay() - usual, 18);
  rememberBy(null);
  assert.equal(dueDay(), usual);
});
