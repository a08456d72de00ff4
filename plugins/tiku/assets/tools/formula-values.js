// What formulas calculate with: numbers and rows of them, and nodes that give one or the other.

/** @typedef {number | number[]} Value */
/** @typedef {{values: Record<string, Value>, calendars: import("./workdays.js").Calendar[]}} Known */
/** @typedef {(known: Known) => Value} Node */

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

/** Number by number over rows. @type {(fn: (...each: number[]) => number | boolean, ...nodes: Node[]) => Node} */
export const over = (fn, ...nodes) => (known) => {
  const values = nodes.map((node) => node(known));
  const rows = values.filter(Array.isArray);
  if (!rows.length) return finite(fn(.../** @type {number[]} */ (values)));
  if (rows.some(({ length }) => length !== rows[0].length)) refuse(rows.length);
  return rows[0].map((_, at) => finite(fn(...values.map((value) => (Array.isArray(value) ? value[at] : value)))));
};

/** @type {(value: Value) => number} */
export const number = (value) => (Array.isArray(value) ? refuse(value) : value);

/** What is not chosen is not calculated. @type {(condition: Node, yes: Node, no: Node) => Node} */
export const choosing = (condition, yes, no) => (known) => (number(condition(known)) ? yes(known) : no(known));
export const [one, zero] = [() => 1, () => 0];
