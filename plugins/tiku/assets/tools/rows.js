// Rows of numbers that were pasted: how they are read, the functions over a whole row, and the table
// of what came out of each.

import { finite, FUNCTIONS, number, numberOf, READERS, refuse, row, shownOf, textOf } from "./calculation.js";
import { make } from "../core/dom.js";

/** @import { Input, Node, Part, Value } from "./calculation.js" */

const MOST = 400;

/** A comma is between numbers only where nothing else is. @type {(input: Input, text: string) => string[][]} */
const cellsOf = ({ columns }, text) =>
  text.split("\n").map((line) => line.trim()).filter(Boolean).map((line) => {
    const cells = line.split(/[\s;；、]+/);
    return cells.length < columns.length ? line.split(/[\s;；、,，]+/) : cells;
  });

READERS.rows = (input, text) => {
  const { columns } = input;
  const rows = cellsOf(input, text).map((cells) => columns.map((_, at) => numberOf(input, cells.at(at - columns.length) ?? "")));
  if (!rows.length || rows.length > MOST) refuse(text);
  return Object.fromEntries(columns.map((name, at) => [name, rows.map((cells) => cells[at])]));
};

/** The first argument is a row. @type {(fn: (values: number[], other: number) => Value) => (...nodes: Node[]) => Node} */
export const whole = (fn) => (first, second) => (known) => fn(row(first(known)), second && number(second(known)));

Object.assign(FUNCTIONS, {
  count: whole(({ length }) => length),
  steps: whole((values) => values.slice(1).map((value, at) => Math.abs(value - values[at]))),
  sum: whole((values) => finite(values.reduce((a, b) => a + b, 0))),
});

/** The names of the rows: what stands before their numbers, else 1, 2, 3 … @type {(input: Input, text: string) => string[]} */
export const labelsOf = (input, text) =>
  cellsOf(input, text).map((cells, at) => cells.slice(0, -input.columns.length).join(" ").replace(/^[,，:：]+|[,，:：]+$/g, "") || String(at + 1));

/** The names are for the picture, too. @type {Part} */
export function show(host, { inputs, outputs }, result, texts) {
  const pasted = inputs.find(({ kind }) => kind === "rows");
  if (!pasted) return;
  const values = /** @type {Record<string, number[]>} */ (result?.known.values);
  const labels = result ? (result.labels = labelsOf(pasted, textOf(pasted, texts))) : [];
  host.querySelector(".tiku-tool-rows tbody")?.replaceChildren(...labels.map((label, at) => {
    const made = outputs.filter((output) => output.label && Array.isArray(values[output.name])).map((output) => shownOf(output, values[output.name][at]));
    const cells = [...pasted.columns.map((name) => String(values[name][at])), ...made];
    return make("tr", {}, make("th", { scope: "row" }, label), ...cells.map((text) => make("td", {}, text)));
  }));
}
