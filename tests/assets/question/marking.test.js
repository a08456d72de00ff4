import assert from "node:assert/strict";
import { test } from "node:test";

import { fold } from "../../../plugins/tiku/assets/core/folding.js";
import { canonical } from "../../../plugins/tiku/assets/core/variants.js";
import { mark } from "../../../plugins/tiku/assets/question/marking.js";
import { listCases, readCases } from "../cases.js";

test("numbers have cases that both halves read", () => assert.ok(listCases("marking/").includes("numeric.json")));

for (const file of listCases("marking/")) {
  const kind = file.replace(".json", "");
  for (const { name, key, response, right, unreadable } of readCases(`marking/${file}`)) {
    test(`${kind}: ${name}`, () => {
      const verdict = mark(kind, key, response);
      assert.deepEqual(verdict, unreadable ? { right, unreadable } : { right });
    });
  }
}

for (const { a, b, same } of readCases("folding.json")) {
  test(`folding: ${a} ~ ${b}`, () => assert.equal(fold(a) === fold(b), same));
}

for (const { a, b, same } of readCases("variants.json")) {
  test(`variants: ${a} ~ ${b}`, () => assert.equal(canonical(a) === canonical(b), same));
}
