// What the browser makes of the cases that Python sends: `node twin.js < cases.json`.

import { readFileSync } from "node:fs";

import { calculate } from "../../../plugins/tiku/assets/tools/calculation.js";
import "../../../plugins/tiku/assets/tools/day-functions.js";
import { read } from "../../../plugins/tiku/assets/tools/formula.js";
import "../../../plugins/tiku/assets/tools/interval-functions.js";
import * as intervals from "../../../plugins/tiku/assets/tools/intervals.js";
import { bars } from "../../../plugins/tiku/assets/tools/picture-bars.js";
import { control } from "../../../plugins/tiku/assets/tools/picture-control.js";
import { curve } from "../../../plugins/tiku/assets/tools/picture-curve.js";
import { labelsOf } from "../../../plugins/tiku/assets/tools/rows.js";
import { drawn } from "../../../plugins/tiku/assets/tools/shapes.js";
import "../../../plugins/tiku/assets/tools/share-functions.js";
import { apportioned } from "../../../plugins/tiku/assets/tools/shares.js";
import { reaches, workday } from "../../../plugins/tiku/assets/tools/workdays.js";

const DRAW = { bars, control, curve };

/** @type {(make: () => unknown) => unknown} null where there is no value */
function orNothing(make) {
  try {
    return make();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

export function told(tool, texts) {
  const result = calculate(tool, texts);
  const pasted = tool.inputs.find(({ kind }) => kind === "rows");
  const labels = pasted ? labelsOf(pasted, texts[pasted.name] ?? "") : [];
  const { shown, refused, verdict, warnings, lines } = result;
  const picture = tool.picture && !refused ? drawn(DRAW[tool.picture.kind], tool.picture, result, labels) : null;
  return { shown, refused, verdict, warnings, lines, picture: picture && picture.shapes.map(([tag, attributes, text = ""]) => [tag, attributes, text]) };
}

if (process.argv[1] === import.meta.filename) {
  const { formulas = [], tools = [], numbers = [], days = [] } = JSON.parse(readFileSync(0, "utf8"));
  const values = formulas.map(({ formula, values }) => orNothing(() => read(formula)({ values, calendars: [] })));
  const results = tools.map(({ tool, texts }) => orNothing(() => told(tool, texts)));
  const shares = numbers.map(([name, ...given]) => orNothing(() => ({ ...intervals, apportioned })[name](...given)));
  const worked = days.map((given) => [orNothing(() => workday(...given)), reaches(...given)]);
  process.stdout.write(JSON.stringify({ values, results, shares, worked }));
}
