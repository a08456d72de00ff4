// The language of formulas: read once, calculated often. A value is a number or a row of numbers.
// `tiku check` has refused whatever is no formula before it comes here.
// The twin of model/formula.py; both read tests/cases/formulas.json.

import { FUNCTIONS } from "./formula-functions.js";
import { choosing, finite, one, over, refuse, zero } from "./formula-values.js";

/** @import { Node } from "./formula-values.js" */

const TOKEN = /\s*((?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|[a-z]\w*|\*\*|[<>=!]=|[-+*/(),<>])/y;
/** Names that mean something to the language itself. */
const WORDS = ["and", "or", "not"];

/** @type {Record<string, (a: number, b: number) => number | boolean>} */
const SIGNS = {
  "+": (a, b) => a + b, "-": (a, b) => a - b, "*": (a, b) => a * b, "/": (a, b) => a / b,
  "<": (a, b) => a < b, "<=": (a, b) => a <= b, ">": (a, b) => a > b, ">=": (a, b) => a >= b,
  "==": (a, b) => a === b, "!=": (a, b) => a !== b,
  "**": (a, b) => (Math.abs(b) > 64 ? NaN : a ** b),
};

/** From the loosest to the tightest; a comparison is not followed by another. */
const LEVELS = [["<", "<=", ">", ">=", "==", "!="], ["+", "-"], ["*", "/"]];

/** @type {(formula: string) => Node} throws where it is none */
export function read(formula) {
  const reader = new Reader(tokensOf(formula));
  const node = reader.either();
  return reader.isDone ? node : refuse(reader.token);
}

/** Descends by precedence: or, and, not, comparison, sum, product, sign, power, atom. */
class Reader {
  #at = 0;
  #tokens;

  /** @param {string[]} tokens */
  constructor(tokens) {
    this.#tokens = tokens;
  }

  get token() {
    return this.#tokens[this.#at] ?? "";
  }

  get isDone() {
    return this.#at >= this.#tokens.length;
  }

  /** @type {() => Node} */
  either() {
    let node = this.#both();
    while (this.#next("or")) node = choosing(node, one, choosing(this.#both(), one, zero));
    return node;
  }

  /** @type {() => Node} */
  #both() {
    let node = this.#not();
    while (this.#next("and")) node = choosing(node, choosing(this.#not(), one, zero), zero);
    return node;
  }

  /** @type {() => Node} */
  #not() {
    return this.#next("not") ? choosing(this.#not(), zero, one) : this.#signed(0);
  }

  /** @type {(level: number) => Node} */
  #signed(level) {
    if (level === LEVELS.length) return this.#next("-") ? over((a) => -a, this.#signed(level)) : this.#power();
    let node = this.#signed(level + 1);
    for (let sign = this.#next(...LEVELS[level]); sign; sign = level ? this.#next(...LEVELS[level]) : "") {
      node = over(SIGNS[sign], node, this.#signed(level + 1));
    }
    return node;
  }

  /** @type {() => Node} */
  #power() {
    const node = this.#atom();
    return this.#next("**") ? over(SIGNS["**"], node, this.#signed(LEVELS.length)) : node;
  }

  /** @type {() => Node} */
  #atom() {
    const token = this.#taken();
    if (token === "(") return this.#closed(this.either());
    if (/^[\d.]/.test(token)) return () => finite(Number(token));
    if (!/^[a-z]/.test(token) || WORDS.includes(token)) return refuse(token);
    if (this.#next("(")) return this.#called(token);
    return ({ values }) => (Object.hasOwn(values, token) ? values[token] : refuse(token));
  }

  /** @type {(name: string) => Node} */
  #called(name) {
    const nodes = [this.either()];
    while (this.#next(",")) nodes.push(this.either());
    return Object.hasOwn(FUNCTIONS, name) ? this.#closed(FUNCTIONS[name](...nodes)) : refuse(name);
  }

  /** @type {(node: Node) => Node} */
  #closed(node) {
    return this.#next(")") ? node : refuse(")");
  }

  /** The token, if it is one of these. @param {string[]} texts */
  #next(...texts) {
    return !this.isDone && texts.includes(this.token) ? this.#taken() : "";
  }

  #taken() {
    const { token } = this;
    this.#at += 1;
    return token;
  }
}

/** @param {string} formula */
function tokensOf(formula) {
  const text = formula.trimEnd();
  /** @type {string[]} */
  const found = [];
  for (TOKEN.lastIndex = 0; TOKEN.lastIndex < text.length; ) found.push((TOKEN.exec(text) ?? refuse(text))[1]);
  return found;
}
