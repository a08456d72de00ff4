// What a tool makes of what was filled in: pure.
// The twin of model/calculation.py; both read tests/cases/tools.json.

import { read } from "./formula.js";
import { rounded, row } from "./formula-values.js";

/** @import { Value, Known } from "./formula-values.js" */
/** @import { Calendar } from "./workdays.js" */
/** @typedef {{name: string, kind: string, default: string, min?: number, max?: number, whole?: boolean, options: Record<string, [string, number]>, columns: string[], calendars: string[]}} Input */
/** @typedef {{name: string, label: string, formula: string, kind: string, digits: number, unit: string}} Output */
/** @typedef {{when: string, text: string}} Remark */
/** @typedef {{inputs: Input[], outputs: Output[], impossible: Remark[], verdicts: Remark[], warnings: Remark[], lines: Remark[], picture: import("./pictures.js").Picture | null, calendars: Calendar[]}} Tool */
/** @typedef {{known: Known, shown: Record<string, string>, refused: string, verdict: string, warnings: string[], lines: string[]}} Result */

const DAY = 86400000;
const NUMBER = /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** A formula is read once, however often it is calculated. @type {Map<string, import("./formula-values.js").Node>} */
const nodes = new Map();
/** @type {(formula: string, known: Known) => Value} */
export function valueOf(formula, known) {
  const node = nodes.get(formula) ?? read(formula);
  nodes.set(formula, node);
  return node(known);
}

export class InputError extends RangeError {}

/** @type {(tool: Tool, texts: Record<string, string>, between?: string) => Result} `between` the numbers of a row */
export function calculate(tool, texts, between = "、") {
  /** @type {Known} */
  const known = { values: {}, calendars: tool.calendars };
  /** @type {Record<string, string>} */
  const shown = {};
  for (const input of tool.inputs) {
    Object.assign(known.values, parse(input, texts[input.name] ?? ""));
    const text = (texts[input.name] ?? "").trim() || input.default;
    shown[input.name] = input.options[text]?.[0] ?? text;
  }
  /** @param {Remark[]} remarks */
  const holding = (remarks) =>
    remarks.filter(({ when }) => !when || valueOf(when, known)).map(({ text }) => text.replace(/\{([a-z][a-z0-9]*)\}/g, (all, name) => shown[name] ?? all));
  const [refused = ""] = holding(tool.impossible);
  if (refused) return { known, shown, refused, verdict: "", warnings: [], lines: [] };
  for (const output of tool.outputs) {
    known.values[output.name] = valueOf(output.formula, known);
    shown[output.name] = formatted(output, known.values[output.name], between);
  }
  const [verdict = ""] = holding(tool.verdicts);
  return { known, shown, refused, verdict, warnings: holding(tool.warnings), lines: holding(tool.lines) };
}

/** @type {(input: Input, text: string) => Record<string, Value>} */
export function parse(input, written) {
  const text = written.trim() || input.default;
  const { name, kind } = input;
  if (kind === "rows") return rowsOf(input, text);
  if (kind === "number") return { [name]: numberOf(input, text) };
  if (kind === "date") {
    const day = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00Z`) / DAY : NaN;
    return Number.isFinite(day) ? { [name]: day } : refuse(text);
  }
  if (kind === "calendar") return input.calendars.includes(text) ? { [name]: input.calendars.indexOf(text) } : refuse(text);
  return Object.hasOwn(input.options, text) ? { [name]: input.options[text][1] } : refuse(text);
}

/** @type {(what: string) => never} */
const refuse = (what) => {
  throw new InputError(what.slice(0, 20));
};

/** @type {(input: Input, text: string) => number} */
function numberOf({ min, max, whole }, text) {
  const plain = text.replaceAll(",", "");
  const number = NUMBER.test(plain) ? Number(plain) : NaN;
  const fits = number >= (min ?? -Infinity) && number <= (max ?? Infinity) && Number.isFinite(number);
  return fits && (!whole || Number.isInteger(number)) ? number : refuse(text);
}

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

/** @type {(output: Output, value: Value, between: string) => string} */
export const formatted = (output, value, between) => row(value).map((each) => shownOf(output, each)).join(between);

/** @type {(output: Output, value: number) => string} */
export function shownOf({ kind, digits, unit }, value) {
  if (kind === "date") return value <= 0 ? "—" : new Date(value * DAY).toISOString().slice(0, 10);
  const [whole, fraction] = rounded(value, digits).replace(/^-(?=[0.]+$)/, "").split(".");
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ",")}${fraction ? `.${fraction}` : ""}${unit}`;
}
