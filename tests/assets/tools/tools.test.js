import assert from "node:assert/strict";
import { test } from "node:test";

import { readCases } from "../cases.js";
import { told } from "./twin.js";

for (const { name, tool, texts, told: expected } of readCases("tools.json")) {
  test(name, () => assert.deepEqual(told(tool, texts), expected));
}
