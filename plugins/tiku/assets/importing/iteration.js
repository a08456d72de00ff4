// Going through values as Python does: lengths, ranges, sorting, the most and the least of several.

import { add, order, truthy } from "./operators.js";

/** @param {any} held @returns {number} */
export const len = (held) => held.length ?? held.size;
/** @type {(values: Iterable<any>, from?: number) => Iterable<[number, any]>} */
export function* enumerate(values, from = 0) {
  for (const value of values) {
    yield [from, value];
    from += 1;
  }
}
/** @param {any} values a list */
export function* reversed(values) {
  for (let at = values.length - 1; at >= 0; at -= 1) yield values[at];
}
/** @type {(...given: number[]) => number[]} */
export function range(...given) {
  const [from, to, step = 1] = given.length === 1 ? [0, given[0]] : given;
  return Array.from({ length: Math.max(Math.ceil((to - from) / step), 0) }, (_, at) => from + at * step);
}
/** To the end of the shortest; `strict` says that all are as long. @type {(...lists: any[]) => any[][]} */
export function zip(...lists) {
  const rows = lists.map((one) => [...one]);
  return range(Math.min(...rows.map((row) => row.length))).map((at) => rows.map((row) => row[at]));
}
/** @type {(make: (value: any) => any, values: Iterable<any>) => any[]} */
export const map = (make, values) => [...values].map((value) => make(value));
/** @type {(test: ((value: any) => any) | null, values: Iterable<any>) => any[]} */
export const filter = (test, values) => [...values].filter((value) => truthy(test ? test(value) : value));
/** @param {Iterable<any>} values */
export const iter = (values) => values[Symbol.iterator]();
/** @type {(values: any, other?: any) => any} */
export function next(values, other = null) {
  const { done, value } = typeof values.next === "function" ? values.next() : iter(values).next();
  return done ? other : value;
}
/** @param {Iterable<any>} values */
export const any = (values) => {
  for (const value of values) if (truthy(value)) return true;
  return false;
};
/** @param {Iterable<any>} values */
export const all = (values) => {
  for (const value of values) if (!truthy(value)) return false;
  return true;
};
/** @type {(values: Iterable<any>, key?: ((value: any) => any) | null, reverse?: boolean) => any[]} */
export function sorted(values, key = null, reverse = false) {
  const found = [...values].map((value) => ({ value, by: key ? key(value) : value }));
  found.sort((one, other) => (reverse ? -1 : 1) * order(one.by, other.by));
  return found.map(({ value }) => value);
}
/** @param {Iterable<any>} values */
export const sum = (values) => [...values].reduce((total, value) => add(total, value), 0);
/** @param {any[]} given */
const choices = (given) => (given.length === 1 ? [...given[0]] : given);
/** @type {(sign: number) => (...given: any[]) => any} */
const best = (sign) => (...given) => choices(given).reduce((one, other) => (sign * order(other, one) > 0 ? other : one));
/** @type {(sign: number) => (given: any[], by: { key?: (value: any) => any, default?: any }) => any} */
const bestBy = (sign) => (given, { key = (value) => value, default: other = null }) =>
  choices(given).reduce((one, next) => (one === undefined || sign * order(key(next), key(one)) > 0 ? next : one), undefined) ?? other;
export const max = Object.assign(best(1), { by: bestBy(1) });
export const min = Object.assign(best(-1), { by: bestBy(-1) });
