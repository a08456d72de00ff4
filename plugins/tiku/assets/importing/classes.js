// Classes of the importers that are made from Python: called without `new`, compared by their fields.

import { Dict, hash } from "./collections.js";

/** @typedef {[name: string, make?: () => any]} Field */
/** @typedef {{ $fields: Field[], $params: string[], $open: boolean } & ((...given: any[]) => any)} Kind */

/** @type {(name: string, base: any, methods: object) => any} */
export function kind(name, base, methods) {
  /** @param {any[]} given */
  function made(...given) {
    const own = Object.create(made.prototype);
    if (base === "str") return Object.setPrototypeOf(new String(given[0]), made.prototype);
    own.__init__(...given);
    return own;
  }
  made.prototype = Object.create(base === "str" ? String.prototype : base?.prototype ?? Object.prototype);
  return defined(made, name, methods);
}

/** @type {(name: string, base: any, fields: Field[], methods: object) => any} */
export function dataclass(name, base, fields, methods) {
  const all = [...(base?.$fields ?? []), ...fields];
  /** @param {any[]} given */
  function made(...given) {
    /** @type {any} */
    const own = Object.create(made.prototype);
    all.forEach(([field, make], at) => { own[field] = given[at] === undefined ? make?.() : given[at]; });
    return own;
  }
  made.prototype = Object.create(base?.prototype ?? Object.prototype);
  const names = all.map(([field]) => field);
  made.prototype.fields = /** @this {any} */ function fields() { return names.map((field) => this[field]); };
  made.prototype.key = /** @this {any} */ function key() { return `\u0000${name}${hash(this.fields())}`; };
  Object.assign(made, { $fields: all, $params: names, $open: false });
  return defined(made, name, methods);
}

/** @type {(made: any, name: string, methods: object) => any} */
function defined(made, name, methods) {
  Object.defineProperty(made, "name", { value: name });
  Object.defineProperties(made.prototype, Object.getOwnPropertyDescriptors(methods));
  return made;
}

/** With other fields. @type {(value: any, given: Record<string, any>) => any} */
const changed = (value, given) => Object.assign(Object.create(Object.getPrototypeOf(value)), value, given);
export const replace = Object.assign((/** @type {any} */ value) => changed(value, {}), {
  by: (/** @type {any[]} */ [value], /** @type {Record<string, any>} */ given) => changed(value, given),
});

/** Which names a function takes, and whether it takes others. @type {(made: any, names: string, open: boolean) => void} */
export function params(made, names, open) {
  made.$params = names.split(" ").filter(Boolean);
  made.$open = open;
}

/** Called with names. @type {(made: any, given: any[], names: Record<string, any>) => any} */
export function named(made, given, names) {
  return made.by ? made.by(given, names) : made(...placed(made, given, names));
}

/** A method called with names. @type {(value: any, name: string, given: any[], names: Record<string, any>) => any} */
export function asked(value, name, given, names) {
  const method = value[name];
  if (method.by) return method.by(given, names);
  return method.call(value, ...placed(method, given, names));
}

/** @type {(made: any, given: any[], names: Record<string, any>) => any[]} */
function placed(made, given, names) {
  const { $params: known = WITHOUT[made.name] ?? [], $open: isOpen } = made.prototype?.__init__ ?? made;
  const all = known.map((/** @type {string} */ name, /** @type {number} */ at) => (at < given.length ? given[at] : names[name]));
  all.push(...given.slice(known.length));
  if (isOpen) all.push(new Dict(Object.entries(names).filter(([name]) => !known.includes(name))));
  return all;
}

/** What of Python's own is called with names here. @type {Record<string, string[]>} */
const WITHOUT = { sorted: ["values", "key", "reverse"], split: ["text", "maxsplit"], enumerate: ["values", "from"] };

/** A method to be called later. @type {(value: any, name: string) => any} */
export const bound = (value, name) => (typeof value[name] === "function" ? value[name].bind(value) : value[name]);

/** @type {(value: any, made: any) => boolean} */
export function isinstance(value, made) {
  if (Array.isArray(made)) return made.some((one) => isinstance(value, one));
  if (typeof made.is === "function") return made.is(value);
  return value instanceof made;
}

/** @param {any} value */
export const shown = (value) => (typeof value?.__str__ === "function" ? value.__str__() : String(value));
