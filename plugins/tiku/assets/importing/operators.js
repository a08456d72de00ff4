// Operators between values that have no types beforehand, as Python has them: truth, order, sums.
// Missing from a value that cannot have it, an operation throws, as it does there.

import { Dict, hash, PySet } from "./collections.js";
import { Decimal, decimalOf } from "./decimal.js";

/** @param {any} values @returns {Iterable<any>} */
export const each = (values) => values;

/** @param {any} value @returns {value is string} */
export const isText = (value) => typeof value === "string" || value instanceof String;

/** @param {any} value */
export function truthy(value) {
  if (value == null || value === false || value === 0 || value === "") return false;
  if (typeof value !== "object") return true;
  if (Array.isArray(value)) return value.length > 0;
  if (value instanceof String) return value.length > 0;
  if (value instanceof Dict || value instanceof PySet) return value.size > 0;
  return !(value instanceof Decimal && value.isZero());
}

/** @type {(first: any, ...later: (() => any)[]) => any} */
export function or(first, ...later) {
  for (const next of later) {
    if (truthy(first)) return first;
    first = next();
  }
  return first;
}

/** @type {(first: any, ...later: (() => any)[]) => any} */
export function and(first, ...later) {
  for (const next of later) {
    if (!truthy(first)) return first;
    first = next();
  }
  return first;
}

// comparing

/** @type {(one: any, other: any) => boolean} */
export function eq(one, other) {
  if (one === other || (one == null && other == null)) return true;
  if (typeof one !== "object" && typeof other !== "object") return Number(one) === Number(other) && typeof one !== "string" && typeof other !== "string" && one != null && other != null;
  if (one == null || other == null) return false;
  if (Array.isArray(one) && Array.isArray(other)) return one.length === other.length && one.every((value, at) => eq(value, other[at]));
  if (one instanceof Decimal || other instanceof Decimal) return number(one).compare(number(other)) === 0;
  if (one instanceof Dict && other instanceof Dict) return one.size === other.size && one.items().every(([key, value]) => other.has(key) && eq(value, other.at(key)));
  return hash(one) === hash(other);
}

/** @param {any} value @returns {Decimal} */
const number = (value) => (value instanceof Decimal ? value : /** @type {Decimal} */ (decimalOf(value)));

/** Below zero where `one` comes first. @type {(one: any, other: any) => number} */
export function order(one, other) {
  if (Array.isArray(one)) {
    for (let at = 0; at < Math.min(one.length, other.length); at += 1) {
      const found = order(one[at], other[at]);
      if (found) return found;
    }
    return one.length - other.length;
  }
  if (one instanceof Decimal || other instanceof Decimal) return number(one).compare(number(other));
  if (typeof one?.fields === "function") return order(one.fields(), other.fields());
  return eq(one, other) ? 0 : one < other ? -1 : 1;
}

/** Sets are less than those that hold them. @type {(one: any, other: any) => boolean} */
export const le = (one, other) => (one instanceof PySet ? [...one].every((value) => other.has(value)) : order(one, other) <= 0);
/** @type {(one: any, other: any) => boolean} */
export const lt = (one, other) => order(one, other) < 0;
/** @type {(one: any, other: any) => boolean} */
export const gt = (one, other) => order(one, other) > 0;
/** @type {(one: any, other: any) => boolean} */
export const ge = (one, other) => (one instanceof PySet ? le(other, one) : order(one, other) >= 0);

/** @type {(held: any, value: any) => boolean} */
export function has(held, value) {
  if (isText(held)) return held.includes(String(value));
  if (held instanceof Dict || held instanceof PySet) return held.has(value);
  return [...each(held)].some((one) => eq(one, value));
}

// reckoning

/** @type {(one: any, other: any) => any} */
export function add(one, other) {
  if (Array.isArray(one)) return [...one, ...other];
  if (isText(one)) return `${one}${other}`;
  return one instanceof Decimal ? one.plus(number(other), 1n) : Number(one) + Number(other);
}

/** @type {(one: any, other: any) => any} */
export function sub(one, other) {
  if (one instanceof PySet) return new PySet([...one].filter((value) => !other.has(value)));
  return one instanceof Decimal ? one.plus(number(other), -1n) : one - other;
}

/** @type {(one: any, other: any) => any} */
export function mul(one, other) {
  if (isText(one)) return one.repeat(Math.max(other, 0));
  return Array.isArray(one) ? Array.from({ length: other }, () => one).flat() : one * other;
}

/** @type {(one: any, other: any) => any} */
export const div = (one, other) => (one instanceof Decimal ? one.over(other) : one / other);
/** @type {(one: any, other: any) => any} */
export const floordiv = (one, other) => Math.floor(one / other);
/** @type {(one: any, other: any) => any} */
export const union = (one, other) => (one instanceof Dict ? new Dict([...one.items(), ...other.items()]) : new PySet([...one, ...other]));
/** @type {(one: any, other: any) => any} */
export const both = (one, other) => new PySet([...one].filter((value) => has(other, value)));

/** `+=`: a list grows where it stands. @type {(one: any, other: any) => any} */
export function grow(one, other) {
  if (!Array.isArray(one)) return add(one, other);
  one.push(...each(other));
  return one;
}

/** `|=` @type {(one: any, other: any) => any} */
export function join(one, other) {
  if (!(one instanceof Dict)) return union(one, other);
  for (const [key, value] of other.items()) one.put(key, value);
  return one;
}
