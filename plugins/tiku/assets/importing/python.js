// What the importers that are made from Python ask of its values, which have no types beforehand.
// Missing from a value that cannot have it, an operation throws, as it does there.

import { shown } from "./classes.js";
import { Counted, Dict, PySet } from "./collections.js";
import { Decimal, decimalOf } from "./decimal.js";
import { eq, isText, truthy } from "./operators.js";
import { Match, Pattern } from "./patterns.js";
import { sha256 as hashed } from "./sha256.js";
import { texts } from "./texts.js";

export * from "./iteration.js";
export * from "./operators.js";
export { asked, bound, dataclass, isinstance, kind, named, params, replace } from "./classes.js";

// parts


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
