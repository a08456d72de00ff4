import assert from "node:assert/strict";
import { test } from "node:test";

import { check } from "../../plugins/tiku/assets/writing/checks.js";
import { fileOf } from "../../plugins/tiku/assets/writing/yaml.js";
import { readCases } from "./cases.js";

for (const { name, draft, codes, yaml } of readCases("writing.json")) {
  test(`writing: ${name}`, () => {
    assert.deepEqual(check(draft).map(({ code }) => code), codes);
    assert.equal(fileOf(draft), yaml);
  });
}
