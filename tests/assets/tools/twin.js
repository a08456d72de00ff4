// What the browser makes of the cases that Python sends: `node twin.js < cases.json`.

import { readFileSync } from "node:fs";

import { byar } from "../../../plugins/tiku/assets/tools/byar.js";
import { calculate, read, rounded, textOf } from "../../../plugins/tiku/assets/tools/calculation.js";
import "../../../plugins/tiku/assets/tools/days.js";
import { garwood } from "../../../plugins/tiku/assets/tools/garwood.js";
import { normal, wilson } from "../../../plugins/tiku/assets/tools/intervals.js";
import { newcombe } from "../../../plugins/tiku/assets/tools/newcombe.js";
import { bars } from "../../../plugins/tiku/assets/tools/picture-bars.js";
import { control } from "../../../plugins/tiku/assets/tools/picture-control.js";
import { curve } from "../../../plugins/tiku/assets/tools/picture-curve.js";
import { labelsOf } from "../../../plugins/tiku/assets/tools/rows.js";
import "../../../plugins/tiku/assets/tools/quantile.js";
import { drawn } from "../../../plugins/tiku/assets/tools/shapes.js";
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
  const result = calculate(tool, texts, "、");
  const pasted = tool.inputs.find(({ kind }) => kind === "rows");
  result.labels = pasted ? labelsOf(pasted, textOf(pasted, texts)) : [];
  const { shown, refused, verdict, warnings, lines } = result;
  const picture = tool.picture && !refused ? drawn(DRAW[tool.picture.kind], tool.picture, result).shapes.map(shapeOf) : null;
  const textsOf = (remarks) => remarks.map(({ text }) => text);
  return { shown, refused: refused?.text ?? "", verdict: (!refused && verdict?.text) || "", warnings: textsOf(warnings), lines: textsOf(lines), picture };
}

const shapeOf = ([tag, attributes, text = ""]) =>
  [tag, Object.fromEntries(Object.entries(attributes).map(([name, one]) => [name, written(name, one)])), text];

/** Python writes places to a tenth; a browser takes them as they are. */
const written = (name, one) => (name === "points" ? one.split(" ").map((point) => point.split(",").map(tenth).join()).join(" ") : typeof one === "number" ? tenth(one) : one);
const tenth = (one) => rounded(+one, 1);

if (process.argv[1] === import.meta.filename) {
  const { formulas = [], tools = [], numbers = [], days = [] } = JSON.parse(readFileSync(0, "utf8"));
  const values = formulas.map(({ formula, values }) => orNothing(() => read(formula)({ values, calendars: [] })));
  const results = tools.map(({ tool, texts }) => orNothing(() => told(tool, texts)));
  const shares = numbers.map(([name, ...given]) => orNothing(() => ({ apportioned, byar, garwood, newcombe, normal, wilson })[name](...given)));
  const worked = days.map((given) => [orNothing(() => workday(...given)), reaches(...given)]);
  process.stdout.write(JSON.stringify({ values, results, shares, worked }));
}
