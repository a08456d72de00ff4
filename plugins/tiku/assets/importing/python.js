// What the importers that are made from Python ask of its values, which have no types beforehand.
// Missing from a value that cannot have it, an operation throws, as it does there.

import { shown } from "./classes.js";
import { Counted, Dict, hash, PySet } from "./collections.js";
import { Decimal, decimalOf } from "./decimal.js";
import { Match, Pattern } from "./patterns.js";
import { sha256 as hashed } from "./sha256.js";
import { texts } from "./texts.js";

export { asked, bound, dataclass, isinstance, kind, named, params, replace } from "./classes.js";

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

// parts

/** @param {any} values @returns {Iterable<any>} */
export const each = (values) => values;

/** @type {(held: any, at: any) => any} */
export function get(held, at) {
  if (held instanceof Dict || held instanceof Match) return held.at(at);
  const found = held[at < 0 ? held.length + at : at];
  if (found === undefined) throw new RangeError(`no part ${at}`);
  return found;
}

/** @type {(held: any, from: number | null, to: number | null, step: number | null) => any} */
export function slice(held, from, to, step) {
  const part = held.slice(from ?? 0, isText(held) ? whole(held, to) : to ?? undefined);
  return step == null ? part : [...part].filter((_, at) => at % step === 0);
}

/** No character of two halves is cut. @type {(text: string, to: number | null) => number | undefined} */
function whole(text, to) {
  const at = to != null && to < 0 ? text.length + to : to;
  if (at == null || at <= 0 || at >= text.length) return to ?? undefined;
  return Number(text.codePointAt(at - 1)) > 0xffff ? at + 1 : at;
}

/** @type {(held: any, at: any, value: any) => void} */
export function put(held, at, value) {
  if (held instanceof Dict) held.put(at, value);
  else held[at < 0 ? held.length + at : at] = value;
}

/** @type {(held: any, at: any) => void} */
export const drop = (held, at) => (held instanceof Dict ? held.drop(at) : held.splice(at, 1));

/** @type {Record<string, (list: any[], ...given: any[]) => any>} */
const LISTS = {
  append: (list, value) => void list.push(value),
  pop: (list, at = -1) => list.splice(at, 1)[0],
  clear: (list) => void list.splice(0),
  index: (list, value) => list.findIndex((one) => eq(one, value)),
  count: (list, value) => list.filter((one) => eq(one, value)).length,
  remove: (list, value) => void list.splice(list.findIndex((one) => eq(one, value)), 1),
};

/** What a method of this name gives. @type {(value: any, name: string, ...given: any[]) => any} */
export function call(value, name, ...given) {
  if (typeof value === "string") return texts[name](value, ...given);
  if (value instanceof String) return texts[name](String(value), ...given);
  return Array.isArray(value) ? LISTS[name](value, ...given) : value[name](...given);
}

// making

/** @type {(...pairs: [any, any][]) => Dict} */
export const dictOf = (...pairs) => new Dict(pairs);
/** @param {Dict | Iterable<[any, any]>} given */
export const dict = (given = []) => new Dict(given instanceof Dict ? given.items() : given);
Object.assign(dict, {
  is: (/** @type {any} */ value) => value instanceof Dict,
  fromkeys: (/** @type {Iterable<any>} */ keys) => new Dict([...keys].map((key) => [key, null])),
});
/** @param {Dict} held */
export const pairs = (held) => held.items();
/** @param {Dict} held */
export const plain = (held) => Object.fromEntries(held.items());
/** @param {Iterable<any>} values */
export const set = (values = []) => new PySet(values);
export { set as frozenset };
/** @param {Iterable<any>} values */
export const Counter = (values = []) => new Counted(values);
/** @param {Iterable<any>} values */
export const list = (values = []) => [...values];
Object.assign(list, { is: Array.isArray });
export { list as tuple };
/** @param {() => any} make */
export function defaultdict(make) {
  const made = new Dict();
  made.make = make;
  return made;
}
/** @type {(source: string, count: number, names: Record<string, number>, outer: number[]) => Pattern} */
export const pattern = (source, count, names, outer) => new Pattern(source, count, names, outer);
/** @param {string} text */
export const decimal = (text) => /** @type {Decimal} */ (decimalOf(text));

/** What Python's csv module fails with; ours reads whatever there is. */
class CsvError extends Error {}
export { CsvError as Error };

/** What reading a number failed with. */
export class InvalidOperation extends Error {}

/** @param {any} value */
function readDecimal(value) {
  const made = decimalOf(value);
  if (!made) throw new InvalidOperation(value);
  return made;
}
export { readDecimal as Decimal };

/** @param {any} value */
export const str = (value) => (value == null ? "None" : value === true ? "True" : value === false ? "False" : shown(value));
Object.assign(str, { is: isText });
/** @param {any} text */
export const int = (text) => (typeof text === "string" ? Number.parseInt(text.normalize("NFKC"), 10) : Math.trunc(Number(text)));
Object.assign(int, { is: (/** @type {any} */ value) => typeof value === "number" });
/** @param {any} text */
export const float = (text) => Number(text);
export { truthy as bool };

/** @type {(value: any, form: string) => string} */
export function format(value, form) {
  if (form === "g") return String(Number(Number(value).toPrecision(6)));
  return str(value);
}

// going through

/** @param {any} held @returns {number} */
export const len = (held) => held.length ?? held.size;
/** @type {(values: Iterable<any>, from?: number) => Iterable<[number, any]>} */
export function* enumerate(values, from = 0) {
  for (const value of values) {
    yield [from, value];
    from += 1;
  }
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

/** @type {(value: any, name: string, other?: any) => any} */
export const getattr = (value, name, other = null) => (value == null ? other : value[name] ?? other);
/** @type {(value: number, digits: number) => number} */
export const round = (value, digits) => Number(value.toFixed(digits));
/** @param {string} sign */
export const ord = (sign) => sign.codePointAt(0);
/** @param {number} code */
export const chr = (code) => String.fromCodePoint(code);
/** @type {(form: string, text: string) => string} */
export const normalize = (form, text) => text.normalize(form);
/** @param {string} text */
export const sha256 = (text) => ({ hexdigest: () => hashed(new TextEncoder().encode(text)) });
export const ascii_lowercase = "abcdefghijklmnopqrstuvwxyz";

const STEERS = /[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
const NAMED = /** @type {Record<string, string>} */ ({ "\n": "\\n", "\r": "\\r", "\t": "\\t" });
/** @param {string} text */
export const printable = (text) => text.replace(STEERS, (sign) => {
  const code = sign.charCodeAt(0);
  return NAMED[sign] ?? (code < 256 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`);
});
