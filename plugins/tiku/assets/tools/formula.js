// The language of formulas: read once, calculated often. A value is a number or a row of numbers.
// `tiku check` has refused whatever is no formula before it comes here.
// The twin of model/formula.py; both read tests/cases/formulas.json.

import { byar, garwood, newcombe, normal, wilson, apportioned } from "./intervals.js";
import { reaches, workday } from "./workdays.js";

/** @typedef {number | number[]} Value */
/** @typedef {{values: Record<string, Value>, calendars: import("./workdays.js").Calendar[]}} Known */
/** @typedef {(known: Known) => Value} Node */

const TOKEN = /\s*((?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|[a-z]\w*|\*\*|[<>=!]=|[-+*/(),<>])/y;

/** @type {(value: Value) => number[]} */
export const row = (value) => (Array.isArray(value) ? value : [value]);

/** @param {unknown} what @returns {never} */
const refuse = (what) => {
  throw new RangeError(String(what));
};

/**
 * Half away from zero, of the digits that are no noise.
 * @type {(value: number, digits: number) => string}
 */
export const rounded = (value, digits) => (Math.abs(value) < 1e15 ? Number(value.toPrecision(12)).toFixed(digits) : refuse(value));

/** @param {number | boolean} value */
const finite = (value) => (Number.isFinite(+value) ? +value : refuse(value));

/** Number by number over rows. @type {(fn: (...each: number[]) => number | boolean, ...nodes: Node[]) => Node} */
const over = (fn, ...nodes) => (known) => {
  const values = nodes.map((node) => node(known));
  const rows = values.filter(Array.isArray);
  if (!rows.length) return finite(fn(.../** @type {number[]} */ (values)));
  if (rows.some(({ length }) => length !== rows[0].length)) refuse(rows.length);
  return rows[0].map((_, at) => finite(fn(...values.map((value) => (Array.isArray(value) ? value[at] : value)))));
};

/** @type {(value: Value) => number} */
const number = (value) => (Array.isArray(value) ? refuse(value) : value);

/** What is not chosen is not calculated. @type {(condition: Node, yes: Node, no: Node) => Node} */
const choosing = (condition, yes, no) => (known) => (number(condition(known)) ? yes(known) : no(known));
const [one, zero] = [() => 1, () => 0];

/** @type {Record<string, (a: number, b: number) => number | boolean>} */
const SIGNS = {
  "+": (a, b) => a + b, "-": (a, b) => a - b, "*": (a, b) => a * b, "/": (a, b) => a / b,
  "<": (a, b) => a < b, "<=": (a, b) => a <= b, ">": (a, b) => a > b, ">=": (a, b) => a >= b,
  "==": (a, b) => a === b, "!=": (a, b) => a !== b,
  "**": (a, b) => (Math.abs(b) > 64 ? NaN : a ** b),
};

/** @type {(fn: (...each: number[]) => number) => (...nodes: Node[]) => Node} */
const each = (fn) => (...nodes) => over(fn, ...nodes);

/** The first argument is a row. @type {(fn: (values: number[], ...others: number[]) => Value) => (...nodes: Node[]) => Node} */
const whole = (fn) => (first, ...others) => (known) => fn(row(first(known)), ...others.map((other) => number(other(known))));

/** @type {(fn: (...each: number[]) => number) => (...nodes: Node[]) => Node} */
const extreme = (fn) => (...nodes) =>
  nodes.length > 1 ? over(fn, ...nodes) : (known) => finite(fn(...row(nodes[0](known))));

/** @type {(values: number[], share: number) => number} */
function quantile(values, share) {
  const ordered = values.toSorted((a, b) => a - b);
  const place = share * (values.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, values.length - 1);
  return finite(ordered[below] + (place - below) * (ordered[above] - ordered[below]));
}

/** @type {(...nodes: Node[]) => Node} */
const when = (condition, yes, ...rest) => (yes ? choosing(condition, yes, when(...(/** @type {[Node]} */ (rest)))) : condition);

/** @type {Record<string, (...nodes: Node[]) => Node>} */
const FUNCTIONS = {
  abs: each(Math.abs), ceil: each(Math.ceil), floor: each(Math.floor), sqrt: each(Math.sqrt), exp: each(Math.exp), log: each(Math.log),
  round: each((value, digits = 0) => +rounded(value, digits)),
  min: extreme(Math.min), max: extreme(Math.max), when,
  count: whole((values) => values.length),
  sum: whole((values) => finite(values.reduce((a, b) => a + b, 0))),
  steps: whole((values) => values.slice(1).map((value, at) => Math.abs(value - values[at]))),
  quantile: whole(quantile),
  apportion: (total, shares) => (known) => apportioned(number(total(known)), row(shares(known))),
  workday: (start, days, calendar) => (known) =>
    finite(workday(number(start(known)), number(days(known)), known.calendars[number(calendar(known))])),
  reaches: (start, days, calendar) => (known) =>
    reaches(number(start(known)), number(days(known)), known.calendars[number(calendar(known))]),
  normal: each(normal),
  wilson_low: each((k, n, level) => wilson(k, n, level, -1)), wilson_high: each((k, n, level) => wilson(k, n, level, 1)),
  newcombe_low: each((a, n, b, m, level) => newcombe(a, n, b, m, level, -1)),
  newcombe_high: each((a, n, b, m, level) => newcombe(a, n, b, m, level, 1)),
  garwood_low: each((k, level) => garwood(k, level, -1)), garwood_high: each((k, level) => garwood(k, level, 1)),
  byar_low: each((k, level) => byar(k, level, -1)), byar_high: each((k, level) => byar(k, level, 1)),
};

/** From the loosest to the tightest; a comparison is not followed by another. */
const LEVELS = [["<", "<=", ">", ">=", "==", "!="], ["+", "-"], ["*", "/"]];

/** @type {(formula: string) => Node} throws where it is none */
export function read(formula) {
  const tokens = tokensOf(formula);
  let at = 0;
  /** @type {(...texts: string[]) => string} the token, if it is one of these */
  const next = (...texts) => (texts.includes(tokens[at]) ? tokens[at++] : "");

  /** @type {() => Node} */
  const either = () => {
    let node = both();
    while (next("or")) node = choosing(node, one, choosing(both(), one, zero));
    return node;
  };
  /** @type {() => Node} */
  const both = () => {
    let node = not();
    while (next("and")) node = choosing(node, choosing(not(), one, zero), zero);
    return node;
  };
  /** @type {() => Node} */
  const not = () => (next("not") ? choosing(not(), zero, one) : signed(0));
  /** @type {(level: number) => Node} */
  const signed = (level) => {
    if (level === LEVELS.length) return next("-") ? over((a) => -a, signed(level)) : power();
    let node = signed(level + 1);
    for (let sign = next(...LEVELS[level]); sign; sign = level ? next(...LEVELS[level]) : "") {
      node = over(SIGNS[sign], node, signed(level + 1));
    }
    return node;
  };
  /** @type {() => Node} */
  const power = () => {
    const node = atom();
    return next("**") ? over(SIGNS["**"], node, signed(LEVELS.length)) : node;
  };
  /** @type {() => Node} */
  const atom = () => {
    const token = tokens[at++] ?? "";
    if (token === "(") return closed(either());
    if (/^[\d.]/.test(token)) return () => finite(Number(token));
    if (!/^[a-z]/.test(token) || ["and", "or", "not"].includes(token)) return refuse(token);
    if (!next("(")) return ({ values }) => (Object.hasOwn(values, token) ? values[token] : refuse(token));
    const nodes = [either()];
    while (next(",")) nodes.push(either());
    return Object.hasOwn(FUNCTIONS, token) ? closed(FUNCTIONS[token](...nodes)) : refuse(token);
  };
  /** @type {(node: Node) => Node} */
  const closed = (node) => (next(")") ? node : refuse(")"));

  const node = either();
  return at < tokens.length ? refuse(tokens[at]) : node;
}

/** @param {string} formula */
function tokensOf(formula) {
  const text = formula.trimEnd();
  /** @type {string[]} */
  const found = [];
  for (TOKEN.lastIndex = 0; TOKEN.lastIndex < text.length; ) found.push((TOKEN.exec(text) ?? refuse(text))[1]);
  return found;
}
