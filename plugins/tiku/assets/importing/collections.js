// Dictionaries and sets as Python has them: keys are the same where they say the same.

/** What is the same for two keys that are equal. @type {(key: any) => any} */
export function hash(key) {
  if (typeof key !== "object" || key === null) return key ?? null;
  if (key instanceof String) return String(key);
  if (Array.isArray(key)) return `\u0000[${key.map(hashed).join("\u0001")}]`;
  if (key instanceof PySet) return `\u0000{${[...key].map(hashed).sort().join("\u0001")}}`;
  return typeof key.key === "function" ? key.key() : key;
}

/** @param {any} key */
const hashed = (key) => {
  const own = hash(key);
  return `${typeof own}:${String(own)}`;
};

export class Dict {
  /** @type {Map<any, [any, any]>} */
  #held = new Map();
  /** @type {(() => any) | null} */
  make = null;

  /** @param {Iterable<[any, any]>} pairs */
  constructor(pairs = []) {
    for (const [key, value] of pairs) this.put(key, value);
  }

  get size() { return this.#held.size; }

  /** @param {any} key */
  has(key) { return this.#held.has(hash(key)); }

  /** @param {any} key */
  at(key) {
    const found = this.#held.get(hash(key));
    if (found) return found[1];
    if (!this.make) throw new Error(`no key ${String(key)}`);
    const made = this.make();
    this.put(key, made);
    return made;
  }

  /** @param {any} key @param {any} [other] */
  get(key, other = null) {
    const found = this.#held.get(hash(key));
    return found ? found[1] : other;
  }

  /** @param {any} key @param {any} value */
  put(key, value) {
    const own = hash(key);
    const found = this.#held.get(own);
    if (found) found[1] = value;
    else this.#held.set(own, [key, value]);
  }

  /** @param {any} key @param {any} value */
  setdefault(key, value = null) {
    if (!this.has(key)) this.put(key, value);
    return this.at(key);
  }

  /** @param {any} key */
  drop(key) { this.#held.delete(hash(key)); }
  keys() { return [...this.#held.values()].map(([key]) => key); }
  values() { return [...this.#held.values()].map(([, value]) => value); }
  items() { return [...this.#held.values()].map(([key, value]) => /** @type {[any, any]} */ ([key, value])); }
  [Symbol.iterator]() { return this.keys()[Symbol.iterator](); }
}

export class PySet {
  /** @type {Map<any, any>} */
  #held = new Map();

  /** @param {Iterable<any>} values */
  constructor(values = []) {
    for (const value of values) this.add(value);
  }

  get size() { return this.#held.size; }

  /** @param {any} value */
  has(value) { return this.#held.has(hash(value)); }

  /** @param {any} value */
  add(value) {
    const own = hash(value);
    if (!this.#held.has(own)) this.#held.set(own, value);
  }

  /** @param {Iterable<any>} values */
  update(values) { for (const value of values) this.add(value); }
  [Symbol.iterator]() { return this.#held.values(); }
}

/** How often each occurs. */
export class Counted extends Dict {
  /** @param {Iterable<any>} values */
  constructor(values = []) {
    super();
    this.make = () => 0;
    for (const value of values) this.put(value, this.get(value, 0) + 1);
  }

  /** A look changes nothing. @param {any} key */
  at(key) { return this.get(key, 0); }

  most_common() { return this.items().sort((one, other) => other[1] - one[1]); }
}
