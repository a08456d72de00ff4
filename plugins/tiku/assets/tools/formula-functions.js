// The functions that formulas may call; those that few tools need add themselves: interval-functions.js,
// day-functions.js.

import { choosing, finite, number, over, rounded, row } from "./formula-values.js";

/** @import { Node, Value } from "./formula-values.js" */

/** @type {(fn: (...each: number[]) => number) => (...nodes: Node[]) => Node} */
export const each = (fn) => (...nodes) => over(fn, ...nodes);

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
export const FUNCTIONS = {
  abs: each(Math.abs), ceil: each(Math.ceil), floor: each(Math.floor), sqrt: each(Math.sqrt), exp: each(Math.exp), log: each(Math.log),
  round: each((value, digits = 0) => +rounded(value, digits)),
  min: extreme(Math.min), max: extreme(Math.max), when,
  count: whole((values) => values.length),
  sum: whole((values) => finite(values.reduce((a, b) => a + b, 0))),
  steps: whole((values) => values.slice(1).map((value, at) => Math.abs(value - values[at]))),
  quantile: whole(quantile),
};
