import assert from "node:assert/strict";
import { test } from "node:test";

import { ROOT } from "../../../plugins/tiku/assets/core/root.js";
import { readersFirst } from "../../../plugins/tiku/assets/search/audience.js";
import { closestPoint, excerpt } from "../../../plugins/tiku/assets/search/excerpts.js";
import { narrowed, nothingChosen } from "../../../plugins/tiku/assets/search/facets.js";
import { differByOne, forgive } from "../../../plugins/tiku/assets/search/fuzzy.js";
import { readingsOf, soundingLike } from "../../../plugins/tiku/assets/search/pinyin.js";
import { planWith } from "../../../plugins/tiku/assets/search/queries.js";
import { rank, weighing } from "../../../plugins/tiku/assets/search/ranking.js";
import { scan } from "../../../plugins/tiku/assets/search/scan.js";
import { numbersOf } from "../../../plugins/tiku/assets/search/shards.js";
import { stem } from "../../../plugins/tiku/assets/search/stem.js";
import { bare, foldWith, tokens } from "../../../plugins/tiku/assets/search/tokens.js";
import { readCases } from "../cases.js";

const cut = readCases("search/tokens.json");
for (const { text, tokens: expected, bare: plain } of cut.cases) {
  test(`tokens: ${text}`, () => {
    const folded = foldWith(cut.table)(text);
    assert.deepEqual(tokens(folded), expected);
    assert.equal(bare(folded), plain);
  });
}

const site = readCases("search/ranking.json");
const fold = foldWith(site.table);
const pages = [...new Set(site.destinations.map(({ page }) => page))];
const facts = {
  weights: weighing(site.weights),
  count: site.destinations.length,
  kinds: site.destinations.map(({ kind }) => kind),
  on: site.destinations.map(({ page }) => pages.indexOf(page)),
  levels: site.destinations.map(() => ""),
  pages: pages.map((title) => ["", title]),
};
const source = scan(site.destinations, facts, fold);
const plan = planWith(site.synonyms, site.fillers);

/** @param {string} type */
async function found(type, forgiving = false) {
  const folded = fold(type);
  const units = plan(folded);
  const numbers = await rank(folded, forgiving ? forgive(folded, units, source, facts.weights) : units, source, facts, fold);
  return numbers.map((number) => site.destinations[number].anchor);
}

for (const { type, finds } of site.queries) {
  test(`ranking: ${type}`, async () => assert.deepEqual((await found(type)).slice(0, finds.length), finds));
}

for (const [type, first] of [["關鍵積效指標", "kpi"], ["投率", "rate"], ["perfomance", "kpi"], ["perf", "kpi"], ["罵我", "abused"]]) {
  test(`forgiving: ${type}`, async () => assert.equal((await found(type, true))[0], first));
}

test("a search leads to the point that has most of it, and to the clause where none has", () => {
  const text = "先看。¶投訴要登記¶三百元以內自己決定⁋三百元以上送主管";
  const at = (/** @type {string[]} */ ...marks) => closestPoint(text, marks, fold);
  assert.deepEqual(at("三百", "决定"), { number: 2, text: "三百元以內自己決定" });
  assert.equal(at("投诉").number, 1);
  assert.deepEqual(at("主管"), { number: 0, text: "先看。 投訴要登記 三百元以內自己決定 三百元以上送主管" });
});

for (const { text, marks, length, shown } of readCases("search/excerpts.json")) {
  test(`excerpt: ${text}`, () => {
    const pieces = excerpt(text, marks, fold, length);
    assert.equal(pieces.map(({ text, marked }) => (marked ? `[${text}]` : text)).join(""), shown);
  });
}

const spoken = readCases("search/pinyin.json");
for (const { type, finds } of spoken.cases) {
  test(`pinyin: ${type}`, () => {
    const hits = soundingLike(type, spoken.titles.entries(), readingsOf(spoken.readings));
    assert.deepEqual([...hits.keys()].map((number) => spoken.titles[number]), finds);
  });
}

const stems = readCases("search/stems.json");
for (const words of stems.same) {
  test(`forms: ${words.join(" ")}`, () => assert.equal(new Set(words.map(stem)).size, 1));
}
for (const words of stems.apart) {
  test(`no forms: ${words.join(" ")}`, () => assert.equal(new Set(words.map(stem)).size, words.length));
}

test("a word finds its other forms, and the form that was typed first", () => {
  const desk = { ...facts, count: 3, kinds: ["page", "page", "page"], on: [0, 1, 2] };
  const titles = ["The policies", "An appeal", "Appealing"];
  const written = titles.map((title) => ({ anchor: "", title, names: "", text: "" }));
  const english = scan(written, desk, fold);
  const first = (/** @type {string} */ typed) => {
    const units = forgive(typed, plan(typed), english, facts.weights);
    return rank(typed, units, english, desk, fold).then((numbers) => numbers.map((number) => titles[number]));
  };
  return Promise.all([first("appealing"), first("policy"), first("how do i appealed")]).then(([appealing, policy, appealed]) => {
    assert.deepEqual(appealing, ["Appealing", "An appeal"]);
    assert.deepEqual(policy, ["The policies"]);
    assert.equal(appealed.length, 2);
  });
});

for (const { a, b, one } of readCases("search/slips.json")) {
  test(`slip: ${a} ~ ${b}`, () => assert.equal(differByOne(a, b) && differByOne(b, a), one));
}

for (const { numbers, text } of readCases("search/postings.json")) {
  test("numbers are read as they were written", () => assert.deepEqual([...numbersOf(text)], numbers));
}

test("places for editors stand below all for readers, but where an editor reads", () => {
  const known = { ...facts, pages: pages.map((title, at) => [`p${at}/`, title]) };
  const last = facts.kinds.indexOf("editing");
  const page = (/** @type {number} */ at) => new URL(`p${facts.on[at]}/?q=a#b`, ROOT).href;
  assert.deepEqual(readersFirst([last, 3, 0], known, page(0)), { numbers: [3, 0, last], leading: 2 });
  assert.deepEqual(readersFirst([last], known, page(0)), { numbers: [last], leading: 1 });
  assert.deepEqual(readersFirst([last, 3, 0], known, page(last)), { numbers: [last, 3, 0], leading: 3 });
});

test("facets hold together", () => {
  const known = { ...facts, levels: ["", "", "", "", "", "", "easy"] };
  const all = [...facts.kinds.keys()];
  assert.deepEqual(narrowed(all, known, { ...nothingChosen(), kind: "term" }), [3, 4]);
  assert.deepEqual(narrowed(all, known, { kind: "question", topic: "3", level: "easy" }), [6]);
  assert.deepEqual(narrowed(all, known, { kind: "question", topic: "3", level: "hard" }), []);
});
