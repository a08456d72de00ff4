// What a tool makes of what was filled in: pure. Formulas come as Python has read them, in Polish
// notation: `/:2 k n` is k / n, and what bears a colon takes so many parts.
// The twin of model/calculation.py and of model/formula.py; both read tests/cases/formulas.json,
// and tests/cases/tools.json.

/** @import { Calendar } from "./workdays.js" */
/** @typedef {number | number[]} Value */
/** @typedef {{values: Record<string, Value>, calendars: Calendar[]}} Known */
/** @typedef {(known: Known) => Value} Node */
/** @typedef {{name: string, kind: string, default: string, min?: number, max?: number, whole?: boolean, options: Record<string, [string, number]>, columns: string[], calendars: string[]}} Input */
/** @typedef {{name: string, label: string, formula: string, kind: string, digits: number, unit: string}} Output */
/** @typedef {{when: string, text: string, at?: string}} Remark */
/** @typedef {{inputs: Input[], outputs: Output[], impossible: Remark[], verdicts: Remark[], warnings: Remark[], lines: Remark[], picture: import("./shapes.js").Picture | null, calendars: Calendar[]}} Tool */
/** `refused`: nothing came out, and the verdict says why. @typedef {{known: Known, shown: Record<string, string>, refused?: Remark, verdict?: Remark, warnings: Remark[], lines: Remark[], labels?: string[]}} Result */
/** Shows what came out; nothing where nothing did. @typedef {(host: HTMLElement, tool: Tool, result: Result | undefined, texts: Record<string, string>) => void} Part */

/** @type {(value: Value) => number[]} */
export const row = (value) => (Array.isArray(value) ? value : [value]);

/** @param {unknown} what @returns {never} */
export const refuse = (what) => {
  throw new RangeError(String(what));
};

/**
 * Half away from zero, of the digits that are no noise.
 * @type {(value: number, digits: number) => string}
 */
export const rounded = (value, digits) => (Math.abs(value) < 1e15 ? Number(value.toPrecision(12)).toFixed(digits) : refuse(value));

/** @param {number | boolean} value */
export const finite = (value) => (Number.isFinite(+value) ? +value : refuse(value));

/** @type {(value: Value) => number} */
export const number = (value) => (Array.isArray(value) ? refuse(value) : value);

/** Number by number over rows. @type {(fn: (...each: number[]) => number | boolean) => (...nodes: Node[]) => Node} */
export const each = (fn) => (...nodes) => (known) => {
  const values = nodes.map((node) => node(known));
  const rows = values.filter(Array.isArray);
  if (!rows.length) return finite(fn(.../** @type {number[]} */ (values)));
  if (rows.some(({ length }) => length !== rows[0].length)) refuse(rows.length);
  return rows[0].map((_, at) => finite(fn(...values.map((value) => (Array.isArray(value) ? value[at] : value)))));
};

/** @type {(fn: (...each: number[]) => number) => (...nodes: Node[]) => Node} */
const extreme = (fn) => (...nodes) => (nodes[1] ? each(fn)(...nodes) : (known) => finite(fn(...row(nodes[0](known)))));

/** What is not chosen is not calculated. @type {(...nodes: Node[]) => Node} */
const when = (condition, yes, ...rest) => (yes ? (known) => (number(condition(known)) ? yes : when(.../** @type {[Node]} */ (rest)))(known) : condition);

/** What few tools call is added by the modules that these need. @type {Record<string, (...nodes: Node[]) => Node>} */
export const FUNCTIONS = {
  "+": each((a, b) => a + b), "-": each((a, b) => a - b), "*": each((a, b) => a * b), "/": each((a, b) => a / b),
  "<": each((a, b) => a < b), "<=": each((a, b) => a <= b), ">": each((a, b) => a > b), ">=": each((a, b) => a >= b),
  "==": each((a, b) => a === b), "!=": each((a, b) => a !== b),
  "**": each((a, b) => (Math.abs(b) > 64 ? NaN : a ** b)),
  neg: each((a) => -a), when,
  round: each((value, digits = 0) => +rounded(value, digits)),
  min: extreme(Math.min), max: extreme(Math.max),
};
for (const name of /** @type {const} */ (["abs", "ceil", "floor", "sqrt", "exp", "log"])) FUNCTIONS[name] = each(Math[name]);

/** @type {(formula: string) => Node} */
export const read = (formula) => next(formula.split(" ").values());

/** @type {(tokens: Iterator<string>) => Node} */
function next(tokens) {
  const [name, count] = tokens.next().value.split(":");
  if (count) return FUNCTIONS[name](...Array.from({ length: +count }, () => next(tokens)));
  return isNaN(+name) ? ({ values }) => values[name] ?? refuse(name) : () => finite(+name);
}

const NUMBER = /^[-.\d][-+.\de]*$/i;

/** @type {(formula: string, known: Known) => Value} */
export const valueOf = (formula, known) => read(formula)(known);

/** By the kind of the input; kinds that few tools have are added by rows.js and days.js. @type {Record<string, (input: Input, text: string) => Record<string, Value>>} */
export const READERS = {
  number: (input, text) => ({ [input.name]: numberOf(input, text) }),
  choice: ({ name, options }, text) => ({ [name]: Object.hasOwn(options, text) ? options[text][1] : refuse(text) }),
};

/** By the kind of the output. @type {Record<string, (output: Output, value: number) => string>} */
export const SHOWN = {
  number: ({ digits, unit }, value) => (+rounded(value, digits) || 0).toLocaleString("en", { minimumFractionDigits: digits }) + unit,
};

/** @type {(tool: Tool, texts: Record<string, string>, between: string) => Result} `between` the numbers of a row */
export function calculate(tool, texts, between) {
  /** @type {Known} */
  const known = { values: {}, calendars: tool.calendars };
  /** @type {Record<string, string>} */
  const shown = {};
  for (const input of tool.inputs) {
    const text = textOf(input, texts);
    Object.assign(known.values, parse(input, texts));
    shown[input.name] = input.options[text]?.[0] ?? text;
  }
  /** Those that hold, with the numbers in them. @param {Remark[]} remarks */
  const told = (remarks) =>
    remarks.filter(({ when }) => !when || valueOf(when, known)).map((one) => ({ ...one, text: one.text.replace(/\{(\w+)\}/g, (all, name) => shown[name] ?? all) }));
  const [refused] = told(tool.impossible);
  if (refused) return { known, shown, refused, verdict: refused, warnings: [], lines: [] };
  for (const output of tool.outputs) {
    const value = (known.values[output.name] = valueOf(output.formula, known));
    shown[output.name] = row(value).map((one) => shownOf(output, one)).join(between);
  }
  return { known, shown, verdict: told(tool.verdicts)[0], warnings: told(tool.warnings), lines: told(tool.lines) };
}

/** @type {(input: Input, texts: Record<string, string>) => string} */
export const textOf = (input, texts) => (texts[input.name] ?? "").trim() || input.default;

/** @type {(input: Input, texts: Record<string, string>) => Record<string, Value>} throws where it is nothing that this input takes */
export const parse = (input, texts) => READERS[input.kind](input, textOf(input, texts));

/** @type {(input: Input, text: string) => number} */
export function numberOf({ min = -Number.MAX_VALUE, max = Number.MAX_VALUE, whole }, text) {
  const plain = text.replaceAll(",", "");
  const number = NUMBER.test(plain) ? +plain : NaN;
  return number >= min && number <= max && !(whole && number % 1) ? number : refuse(text);
}

/** @type {(output: Output, value: number) => string} */
export const shownOf = (output, value) => SHOWN[output.kind](output, value);
