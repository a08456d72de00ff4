import assert from "node:assert/strict";
import { test } from "node:test";

import { check } from "../../../plugins/tiku/assets/authoring/checks.js";
import { freeId } from "../../../plugins/tiku/assets/authoring/lists.js";
import { named, slug } from "../../../plugins/tiku/assets/authoring/ids.js";
import { parts } from "../../../plugins/tiku/assets/authoring/prose.js";
import { fileOf, yamlOf } from "../../../plugins/tiku/assets/authoring/yaml.js";
import { readCases } from "../cases.js";

const { lists, drafts, cases } = readCases("writing.json");

for (const { name, kind, change, found, yaml } of cases) {
  test(`writing: ${name}`, () => {
    const draft = { ...drafts[kind], ...change };
    assert.deepEqual(check(draft, lists), found);
    assert.equal(yamlOf(draft), yaml);
  });
}

test("writing: a file of its own holds a bank", () => {
  assert.match(fileOf({ ...drafts.single, topic: "" }), /^topic: sky\ntitle: 新題\nquestions:\n {2}- id: sky\n/);
});

const rows = (/** @type {string[]} */ ...texts) => texts.map((text) => ({ typed: "", text }));
/** @type {[string, {typed: string, text: string}[], string[]][]} */
const NAMES = [
  ["numbers where there is no Latin word", rows("藍", "綠"), ["choice-1", "choice-2"]],
  ["a row keeps its number when one before is emptied", rows("", "綠"), ["choice-1", "choice-2"]],
  ["Latin words, wide ones too", rows("ＫＰＩ 法", "360 度", "Balanced Scorecard"), ["kpi", "choice-2", "balanced-scorecard"]],
  ["a word that is there twice", rows("KPI 法", "KPI 表"), ["kpi", "kpi-2"]],
  ["what was typed comes first and stays", [{ typed: "", text: "KPI" }, { typed: "KPI", text: "表" }], ["kpi-2", "kpi"]],
  ["what was typed is made an id", [{ typed: "Wrong Family!", text: "藍" }], ["wrong-family"]],
  ["typed text without any letter counts for nothing", [{ typed: "藍", text: "藍" }], ["choice-1"]],
  ["no field and no value of YAML", rows("why", "No", "Null"), ["why-2", "no-2", "null-2"]],
];

for (const [name, given, ids] of NAMES) {
  test(`naming: ${name}`, () => assert.deepEqual(named(given, ["why"]), ids));
}

test("naming: long texts give ids that end at a letter or digit", () => {
  const [id] = named(rows("management by objectives and self-control"), []);
  assert.equal(id, slug(id));
});

test("the id offered is free", () => {
  const banks = { colors: { taken: ["colors-1", "colors-3"] }, others: { taken: ["colors-2"] } };
  assert.equal(freeId(/** @type {any} */ ({ banks }), "colors"), "colors-4");
});

for (const { text, parts: meant } of readCases("prose.json")) {
  test(`prose: ${text}`, () => assert.deepEqual(parts(text, lists), meant));
}
