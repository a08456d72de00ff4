import assert from "node:assert/strict";
import { test } from "node:test";

import { admit } from "../../../plugins/tiku/assets/events/admission.js";
import { Log } from "../../../plugins/tiku/assets/events/event-log.js";
import { dayOf, nameOf } from "../../../plugins/tiku/assets/core/days.js";
import { randomNumbers } from "../../../plugins/tiku/assets/core/random.js";
import { partsOf, worthIn } from "../../../plugins/tiku/assets/exam/blueprint.js";
import { cardOf, examPlan, planDay, planReviews } from "../../../plugins/tiku/assets/memory/daily-plan.js";
import { recorder } from "../../../plugins/tiku/assets/events/records.js";
import { answersByDay, dueIn, historyOf, masteryByObjective, masteryByTopic, papersByExam, rekeyed, weakest } from "../../../plugins/tiku/assets/progress/statistics.js";
import { LONGEST_LINK, deflated, inflated, parsed, read, serialised } from "../../../plugins/tiku/assets/progress/backup-format.js";
import { cutUp, joined, missing, partOf, withPart } from "../../../plugins/tiku/assets/progress/transfer-parts.js";
import { fromLink, linksOf, unknown } from "../../../plugins/tiku/assets/progress/transfer-link.js";
import { readCases } from "../cases.js";

const entry = (id, topic = "t", objective = "o", more = {}) => ({ id, item: id.split("/")[0], topic, objective, kind: "single", difficulty: "easy", syllabus: [], tags: [], revision: "r1", ...more });
const at = (day) => `${nameOf(Math.floor(day))}T12:00:00.000Z`;
const studied = (questions, answers) => questions.map(([id, topic, objective]) => ({
  entry: entry(id, topic, objective),
  card: cardOf(entry(id, topic, objective), answers.filter(([question]) => question === id).map(([, day, right]) => ({ at: at(day), right }))),
}));

for (const { name, questions, answers, day = 100, topics, weakest: weak } of readCases("study/mastery.json")) {
  test(`mastery: ${name}`, () => {
    const all = studied(questions, answers);
    const rounded = masteryByTopic(all, day).map((row) => ({ ...row, recalled: Number(row.recalled.toFixed(6)) }));
    if (topics) assert.deepEqual(rounded, topics);
    assert.deepEqual(weakest(masteryByObjective(all, day), 5).map(({ objective }) => objective), weak);
  });
}

for (const { name, text, flaw, events, settings } of readCases("study/files.json")) {
  test(`file: ${name}`, () => {
    const found = read(text);
    if (flaw) assert.equal(found, flaw);
    else assert.deepEqual([found.events.length, found.settings], [events, settings]);
  });
}

/** Events of every kind from a seed; the same number is the same event in every log. */
function logOf(seed, size) {
  const chance = randomNumbers(seed);
  const pick = (...options) => options[Math.floor(chance() * options.length)];
  return Array.from({ length: size }, () => eventOf(Math.floor(chance() * 400), pick));
}

function eventOf(number) {
  const same = randomNumbers(number + 1);
  const [question, kind] = [`q${Math.floor(same() * 12)}`, Math.floor(same() * 5)];
  const event = { id: `e${number}`, question, at: `${nameOf(20700 + Math.floor(same() * 90))}T0${Math.floor(same() * 10)}:00:00.000Z` };
  if (kind === 0) return { ...event, kind: "reset" };
  if (kind === 1) return { ...event, kind: "star", on: same() < 0.5 };
  return { ...event, kind: "answer", revision: same() < 0.9 ? "r1" : "r0", response: ["a"], right: same() < 0.6, mode: "page" };
}

/** Everything that the dashboard and the modes work out of a log. */
function numbersOf(log) {
  const entries = Array.from({ length: 10 }, (_, index) => entry(`q${index}`));
  const known = recorder((question) => log.eventsOf(question));
  const all = entries.map((entry) => ({ entry, card: cardOf(entry, known(entry).answers) }));
  return {
    records: entries.map(known), mastery: masteryByTopic(all, 20800), due: dueIn(all, 20700, 30),
    days: [...answersByDay(log.all())].sort(([a], [b]) => a - b),
    rekeyed: rekeyed({ questions: entries }, known).map(({ id }) => id),
    history: historyOf({ questions: entries }, log.all(), 15),
    file: serialised({ events: log.all(), settings: {} }, ""),
  };
}

const merged = (...logs) => {
  const log = new Log();
  for (const events of logs) log.keep(events);
  return log;
};

test("merging logs is commutative, associative and idempotent in everything worked out of them", () => {
  for (let seed = 0; seed < 60; seed += 1) {
    const [a, b, c] = [logOf(3 * seed, 80), logOf(3 * seed + 1, 40), logOf(3 * seed + 2, 5)];
    const whole = numbersOf(merged(a, b, c));
    assert.deepEqual(numbersOf(merged(c, b, a)), whole);
    assert.deepEqual(numbersOf(merged(b, merged(a, c).all())), whole);
    assert.deepEqual(numbersOf(merged(a, b, c, a, b, a)), whole);
  }
});

test("what a merge brings anew is told, and nothing twice", () => {
  const log = merged(logOf(1, 50));
  const before = log.all().length;
  assert.deepEqual(log.keep(logOf(1, 50)), []);
  assert.equal(admit(log, [...logOf(2, 50), { id: "x" }, null], new Map()).length, log.all().length - before);
});

test("a file, and a link, give back what was written", async () => {
  const events = merged(logOf(5, 60)).all();
  const text = serialised({ events, settings: { shuffle: true, "exam-plan": { date: "2026-12-05" } } }, "2026-11-25T00:00:00.000Z");
  for (const back of [read(text), read(await inflated(await deflated(text)))]) {
    assert.deepEqual(new Set(back.events), new Set(events));
    assert.deepEqual(back.settings, { shuffle: true, "exam-plan": { date: "2026-12-05" } });
  }
});

test("a link that was cut, or unfolds without end, gives nothing", async () => {
  const text = await deflated(serialised({ events: merged(logOf(5, 60)).all(), settings: {} }, ""));
  for (const bad of [text.slice(0, -9), "!!", "", await deflated("x".repeat(5_000_000))]) assert.equal(read(await inflated(bad)), "foreign");
});

const moved = async (events) => (await linksOf({ events, settings: { practice: { mode: "due" } } })).map((text) => text);
const opened = async (text) => fromLink(parsed(await inflated(text)));

test("2,000 answers go through a few links, whole, in any order, and twice", async () => {
  const next = randomNumbers(7);
  const start = Date.parse("2026-09-01T08:00:00.000Z");
  const events = Array.from({ length: 2000 }, (_, index) => ({ id: `e${index}`, kind: "answer", question: `question-${Math.floor(next() * 300)}`,
    revision: "1a2b3c4d", response: [["result", "trait", "mixed"][Math.floor(next() * 3)]], right: next() < 0.7, mode: "daily", at: new Date(start + index * 3_333_000).toISOString(),
    ...(next() < 0.3 && { confidence: "sure" }) }));
  const star = { id: "s", kind: "star", question: "question-1", on: true, at: new Date(start).toISOString() };
  const links = await moved([...events, star]);
  assert.ok(links.length <= 4, String(links.length));
  assert.ok(links.every(({ length }) => length <= LONGEST_LINK));
  const log = merged([]);
  for (const link of [...links.toReversed(), ...links]) log.keep(unknown((await opened(link)).events, (question) => log.eventsOf(question)));
  const told = (list) => list.map(({ question, revision, response, right, confidence, at }) => JSON.stringify([question, revision, response, right, confidence, at.slice(0, 19)])).sort();
  assert.deepEqual(told(log.all().filter(({ kind }) => kind === "answer")), told(events));
  assert.deepEqual(log.eventsOf("question-1").filter(({ kind }) => kind === "star"), [star]);
  assert.deepEqual(unknown(events, (question) => log.eventsOf(question)), []);
});

test("a link that is not wholly right gives nothing", () => {
  const whole = { format: "tiku-link", version: 1, settings: {}, part: [["q", "r", [5], [1], [["a"]], [0]]] };
  assert.equal(fromLink(whole).events[0].at, "1970-01-01T00:00:05.000Z");
  const columns = [["q", "r", [5], [9], [["a"]], [0]], ["q", "r", [-5], [1], [["a"]], [0]], ["q", "r", [5], [1], [["a"]], [1]], ["q", "r", [5, 6], [1], [["a"]], [0]],
    ["q", "r", [1e10, 9e10, 9e10, 9e10], [1, 1, 1, 1], [["a"]], [0, 0, 0, 0]], ["q", "r", [5], [1], [[7]], [0]], ["q", 1, [5], [1], [["a"]], [0]], { kind: "answer" }, null];
  for (const bad of columns) assert.equal(fromLink({ ...whole, part: [bad] }), "corrupt", JSON.stringify(bad));
  assert.equal(fromLink({ ...whole, version: 2 }), "newer");
  assert.equal(fromLink({ format: "tiku-progress" }), null);
});

test("parts of a log come together in any order, and only as they were cut", () => {
  const text = "abc-_".repeat(321);
  const parts = cutUp(text, 100).map(partOf);
  assert.equal(parts.length, 17);
  const [first, ...others] = parts.toReversed();
  let arrived = withPart({ id: "toString", texts: { 1: "x" } }, first);
  assert.deepEqual(missing(arrived), Array.from({ length: 16 }, (_, index) => index + 1));
  for (const part of [...others, first]) arrived = withPart(arrived, part);
  assert.deepEqual(missing(arrived), []);
  assert.equal(joined(arrived), text);
  assert.equal(joined(withPart(arrived, { ...first, text: "other" })), "");
  for (const none of ["", "12345678.0.2.x", "12345678.3.2.x", "12345678.1.99.x", "123.1.1.x", "12345678.1.1.<b>", `12345678.1.1.${"x".repeat(3001)}`]) assert.equal(partOf(none), null, none);
  for (const none of [null, 7, { id: first.id, of: 17, texts: null }, { id: first.id, of: 17, texts: { 99: "x", 2: 7 } }]) assert.deepEqual(Object.keys(withPart(none, first).texts), ["17"]);
});

const NOW = Date.parse("2026-11-25T12:00:00.000Z");
const TODAY = dayOf(new Date(NOW));
const knownFrom = (answers) => recorder((question) => answers.filter((event) => event.question === question));
const answer = (question, day, right, id = `${question}${day}`) => ({ id, question, kind: "answer", revision: "r1", right, response: [], mode: "daily", at: at(day) });
const ids = (entries) => entries.map(({ id }) => id);

test("a plan of the reader's: what is no plan becomes the default", () => {
  for (const none of [null, 7, {}, { date: "soon", amount: -1, exam: 3 }, { amount: 1e9 }, { amount: "10" }]) {
    assert.deepEqual(examPlan(none), { date: "", amount: 10, exam: "", target: 0.9 });
  }
  assert.deepEqual(examPlan({ date: "2026-12-05", amount: 25, exam: "mx" }), { date: "2026-12-05", amount: 25, exam: "mx", target: 0.9 });
});

test("the day's questions stay the same while they are answered", () => {
  const entries = Array.from({ length: 30 }, (_, index) => entry(`q${index}`));
  const past = entries.slice(0, 12).map(({ id }, index) => answer(id, TODAY - 9 + (index % 3), index % 2 === 0));
  for (const plan of [examPlan({ amount: 6 }), examPlan({ date: "2026-12-05", amount: 6 })]) {
    const before = ids(planDay(entries, knownFrom(past), NOW, plan));
    assert.equal(before.length, 6);
    const now = before.map((id) => answer(id, TODAY, false, `${id} now`));
    assert.deepEqual(ids(planDay(entries, knownFrom([...past, ...now]), NOW, plan)), before);
  }
});

test("a question that is worth nothing in the exam comes last", () => {
  const entries = ["a", "b", "c", "d"].map((id) => entry(id));
  const plan = examPlan({ date: "2026-12-05", amount: 2, exam: "mx" });
  assert.deepEqual(ids(planDay(entries, knownFrom([]), NOW, plan, ({ id }) => (id < "c" ? 0 : 1))), ["c", "d"]);
});

test("reviews hold what was answered before today, and no new questions", () => {
  const entries = ["old", "today", "fresh", "solid"].map((id) => entry(id));
  const answers = [answer("old", TODAY - 40, false), answer("today", TODAY, true), answer("solid", TODAY - 1, true)];
  assert.deepEqual(ids(planReviews(entries, knownFrom(answers), NOW, examPlan(null))), ["old"]);
  assert.deepEqual(new Set(ids(planReviews(entries, knownFrom(answers), NOW, examPlan({ date: "2026-12-05" })))), new Set(["old", "solid"]));
});

test("overdue questions are due today, and none is due twice", () => {
  const all = studied([["a", "t", "o"], ["b", "t", "o"], ["c", "t", "o"]], [["a", 100, false], ["b", 200, true]]);
  const counts = dueIn(all, 200, 14);
  assert.deepEqual([counts[0], counts[2], counts.reduce((a, b) => a + b)], [1, 1, 2]);
});

test("papers of exams that are gone are kept, oldest first", () => {
  const paper = (id, exam, day) => ({ id, question: `exam:${exam}`, kind: "paper", at: at(day) });
  const found = papersByExam([paper("2", "gone", 102), paper("1", "gone", 101), paper("3", "mx", 100), answer("q", 100, true)]);
  assert.deepEqual([...found].map(([exam, papers]) => [exam, ...papers.map(({ id }) => id)]).toSorted(), [["gone", "1", "2"], ["mx", "3"]]);
});

const part = (count, topic = "") => ({ topic, count, levels: {} });
const section = (more) => ({ id: "s", title: "", kinds: ["single"], count: 0, points: 2, scoring: "whole", size: 0, parts: [], ...more });
const CATALOG = {
  questions: [
    ...["t", "u"].flatMap((topic) => Array.from({ length: 10 }, (_, index) => entry(`${topic}${index}`, topic))),
    ...["case/a", "case/b"].map((id) => entry(id)),
  ],
};
const EXAM = {
  critical: ["t9"],
  syllabus: [],
  sections: [section({ parts: [part(3, "t"), part(2, "u")] }), section({ points: 4, parts: [part(4)] }), section({ kinds: ["case"], points: 6, parts: [part(1)] })],
};

test("no question is in two parts, every one that can be drawn is in one, and the counts are the blueprint's", () => {
  const parts = partsOf(CATALOG, EXAM, ({ id }) => ({ id }));
  const all = parts.flatMap(({ pool }) => pool.flat()).map(({ id }) => id);
  assert.deepEqual(all.toSorted(), CATALOG.questions.map(({ id }) => id).toSorted());
  assert.equal(parts.reduce((sum, { count }) => sum + count, 0), 10);
  for (const { count, pool } of parts) assert.ok(pool.length >= count);
  assert.ok(parts.some(({ count, pool }) => count === 1 && pool[0][0].id === "t9"));
  assert.ok(parts.some(({ points, pool }) => points === 6 && pool[0].length === 2));
});

test("what questions are worth adds up to the points of the paper", () => {
  const worth = worthIn(CATALOG, EXAM);
  const sum = [...worth.values()].reduce((all, one) => all + one, 0);
  assert.ok(Math.abs(sum - (5 * 2 + 4 * 4 + 2 * 6)) < 1e-9);
  assert.ok(worth.get("t9") >= 2);
});

test("the last answers come first, and those to questions that are gone are counted apart", () => {
  const events = [answer("a", 100, true), answer("gone", 103, false), answer("a", 102, true, "x"), answer("a", 101, true, "y")];
  const { latest, ...counts } = historyOf({ questions: [entry("a")] }, events, 3);
  assert.deepEqual(latest.map(({ event, entry }) => [event.id, entry?.id]), [["gone103", undefined], ["x", "a"], ["y", "a"]]);
  assert.deepEqual(counts, { answers: 4, questions: 2, gone: { answers: 1, questions: 1 } });
});

test("an answer of yesterday is no answer of today, by the reader's own clock", () => {
  const days = answersByDay([answer("a", 100, true), answer("b", 100, false), answer("a", 101, true, "x")]);
  assert.deepEqual([...days], [[100, { answers: 2, right: 1 }], [101, { answers: 1, right: 1 }]]);
});
