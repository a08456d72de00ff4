// Rows of numbers that were pasted: how they are read, and the table of what came out of each.

import { numberOf, READERS, refuse, shownOf } from "./calculation.js";
import { row } from "./formula-values.js";
import { make } from "../core/dom.js";

/** @import { Input, Part, Result, Tool } from "./calculation.js" */

READERS.rows = rowsOf;

/** @type {(input: Input, text: string) => Record<string, number[]>} */
function rowsOf(input, text) {
  const rows = linesOf(text).map((line) => {
    const cells = split(input, line).slice(-input.columns.length);
    if (cells.length < input.columns.length) refuse(line);
    return cells.map((cell) => numberOf(input, cell));
  });
  if (!rows.length || rows.length > 400) refuse(text);
  return Object.fromEntries(input.columns.map((name, at) => [name, rows.map((cells) => cells[at])]));
}

/** @param {string} text */
const linesOf = (text) => text.split("\n").map((line) => line.trim()).filter(Boolean);

/** A comma is between numbers only where nothing else is. @type {(input: Input, line: string) => string[]} */
function split({ columns }, line) {
  const cells = line.split(/[\s;；、]+/);
  return cells.length >= columns.length ? cells : line.split(/[\s;；、,，]+/);
}

/** The names of the rows: what stands before their numbers, else 1, 2, 3 … @type {(input: Input, text: string) => string[]} */
export const labelsOf = (input, text) =>
  linesOf(text.trim() || input.default).map((line, at) => {
    const before = split(input, line).slice(0, -input.columns.length).join(" ");
    return before.replace(/^[,，:：]+|[,，:：]+$/g, "") || String(at + 1);
  });

/** @type {(tool: Tool, pasted: Input, result: Result, labels: string[]) => HTMLElement[]} */
function tableOf({ outputs }, { columns }, { known: { values } }, labels) {
  const made = outputs.filter(({ label, name }) => label && Array.isArray(values[name]));
  return labels.map((label, at) =>
    make("tr", {}, make("th", { scope: "row" }, label),
      ...columns.map((name) => make("td", {}, String(row(values[name])[at]))),
      ...made.map((output) => make("td", {}, shownOf(output, row(values[output.name])[at])))));
}

/** The names are for the picture, too. @type {Part} */
export function show(host, tool, result, texts) {
  const pasted = tool.inputs.find(({ kind }) => kind === "rows");
  if (!pasted) return;
  if (result) result.labels = labelsOf(pasted, texts[pasted.name]);
  host.querySelector(".tiku-tool-rows tbody")?.replaceChildren(...(result ? tableOf(tool, pasted, result, result.labels ?? []) : []));
}
