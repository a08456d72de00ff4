// What a tool makes of what was filled in: pure.
// The twin of model/calculation.py; both read tests/cases/tools.json.

import { read } from "./formula.js";
import { rounded, row } from "./formula-values.js";

/** @import { Value, Known } from "./formula-values.js" */
/** @import { Calendar } from "./workdays.js" */
/** @typedef {{name: string, kind: string, default: string, min?: number, max?: number, whole?: boolean, options: Record<string, [string, number]>, columns: string[], calendars: string[]}} Input */
/** @typedef {{name: string, label: string, formula: string, kind: string, digits: number, unit: string}} Output */
/** @typedef {{when: string, text: string, at?: string}} Remark */
/** @typedef {{inputs: Input[], outputs: Output[], impossible: Remark[], verdicts: Remark[], warnings: Remark[], lines: Remark[], compare?: {rows: [string, string][]}, picture: import("./shapes.js").Picture | null, calendars: Calendar[]}} Tool */
/** @typedef {{known: Known, shown: Record<string, string>, refused: string, verdict: string, warnings: string[], here: [at: string, text: string][], lines: string[], labels?: string[]}} Result */
/** Shows what came out; nothing where nothing did. @typedef {(host: HTMLElement, tool: Tool, result: Result | undefined, texts: Record<string, string>) => void} Part */

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

/** The kind of input that few tools have adds itself: rows.js. @type {Record<string, (input: Input, text: string) => Record<string, Value>>} */
export const READERS = {};

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
  /** @type {(remarks: Remark[]) => [at: string, text: string][]} */
  const held = (remarks) =>
    remarks.filter(({ when }) => !when || valueOf(when, known)).map(({ text, at = "" }) => [at, text.replace(/\{([a-z][a-z0-9]*)\}/g, (all, name) => shown[name] ?? all)]);
  /** @param {Remark[]} remarks */
  const holding = (remarks) => held(remarks).map(([, text]) => text);
  const [refused = ""] = holding(tool.impossible);
  if (refused) return { known, shown, refused, verdict: "", warnings: [], here: [], lines: [] };
  for (const output of tool.outputs) {
    known.values[output.name] = valueOf(output.formula, known);
    shown[output.name] = formatted(output, known.values[output.name], between);
  }
  const [verdict = ""] = holding(tool.verdicts);
  const here = held(tool.warnings);
  return { known, shown, refused, verdict, warnings: here.map(([, text]) => text), here, lines: holding(tool.lines) };
}

/** @type {(input: Input, text: string) => Record<string, Value>} */
export function parse(input, written) {
  const text = written.trim() || input.default;
  const { name, kind } = input;
  if (kind === "rows") return READERS.rows(input, text);
  if (kind === "number") return { [name]: numberOf(input, text) };
  if (kind === "date") {
    const day = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00Z`) / DAY : NaN;
    return Number.isFinite(day) ? { [name]: day } : refuse(text);
  }
  if (kind === "calendar") return input.calendars.includes(text) ? { [name]: input.calendars.indexOf(text) } : refuse(text);
  return Object.hasOwn(input.options, text) ? { [name]: input.options[text][1] } : refuse(text);
}

/** @type {(what: string) => never} */
export const refuse = (what) => {
  throw new InputError(what.slice(0, 20));
};

/** @type {(input: Input, text: string) => number} */
export function numberOf({ min, max, whole }, text) {
  const plain = text.replaceAll(",", "");
  const number = NUMBER.test(plain) ? Number(plain) : NaN;
  const fits = number >= (min ?? -Infinity) && number <= (max ?? Infinity) && Number.isFinite(number);
  return fits && (!whole || Number.isInteger(number)) ? number : refuse(text);
}

/** @type {(output: Output, value: Value, between: string) => string} */
export const formatted = (output, value, between) => row(value).map((each) => shownOf(output, each)).join(between);

/** @type {(output: Output, value: number) => string} */
export function shownOf({ kind, digits, unit }, value) {
  if (kind === "date") return value <= 0 ? "—" : new Date(value * DAY).toISOString().slice(0, 10);
  const [whole, fraction] = rounded(value, digits).replace(/^-(?=[0.]+$)/, "").split(".");
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ",")}${fraction ? `.${fraction}` : ""}${unit}`;
}
