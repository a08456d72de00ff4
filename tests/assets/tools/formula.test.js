import assert from "node:assert/strict";
import { test } from "node:test";

import "../../../plugins/tiku/assets/tools/byar.js";
import { read, row } from "../../../plugins/tiku/assets/tools/calculation.js";
import "../../../plugins/tiku/assets/tools/days.js";
import "../../../plugins/tiku/assets/tools/garwood.js";
import "../../../plugins/tiku/assets/tools/newcombe.js";
import "../../../plugins/tiku/assets/tools/quantile.js";
import "../../../plugins/tiku/assets/tools/shares.js";
import { readCases } from "../cases.js";

const { values, without, calendars } = readCases("formulas.json");
const day = (text) => Date.parse(`${text}T00:00Z`) / 86400000;
const read_ = ({ first, last, off, worked, ...rest }) => ({ ...rest, first: day(first), last: day(last), off: off.map(day), worked: worked.map(day) });
const known = (given) => ({ values: given, calendars: calendars.map(read_) });

for (const [formula, polish, given, expected] of values) {
  test(`${formula} of ${JSON.stringify(given)}`, () => {
    const found = row(read(polish)(known(given)));
    assert.equal(found.length, row(expected).length);
    found.forEach((one, at) => assert.ok(Math.abs(one - row(expected)[at]) < 1e-4, `${found}`));
  });
}

for (const [formula, polish, given] of without) {
  test(`${formula} of ${JSON.stringify(given)} has no value`, () => {
    assert.throws(() => read(polish)(known(given)), RangeError);
  });
}
