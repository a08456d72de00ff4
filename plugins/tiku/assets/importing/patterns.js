// Regular expressions as Python asks them, over those of JavaScript; groups are called g1, g2, …

export class Match {
  /** @param {Pattern} pattern @param {RegExpExecArray} found */
  constructor(pattern, found) {
    this.re = pattern;
    this.found = found;
    /** @type {RegExpExecArray | null} */
    this.spans = null;
  }

  /** @param {number | string} which */
  at(which) {
    const number = typeof which === "string" ? this.re.names[which] : which;
    return (number === 0 ? this.found[0] : this.found.groups?.[`g${number}`]) ?? null;
  }

  /** @param {number | string} which */
  group(which = 0) { return this.at(which); }
  groups() { return this.re.numbers.map((number) => this.at(number)); }

  /** @param {number | string} which */
  start(which = 0) { return which === 0 ? this.found.index : this.#span(which)[0]; }

  /** @param {number | string} which */
  end(which = 0) { return which === 0 ? this.found.index + this.found[0].length : this.#span(which)[1]; }
  span() { return [this.start(), this.end()]; }

  get lastindex() { return this.re.outer.findLast((number) => this.at(number) !== null) ?? null; }
  get lastgroup() {
    const last = this.lastindex;
    return Object.keys(this.re.names).find((name) => this.re.names[name] === last) ?? null;
  }

  /** @param {number | string} which @returns {number[]} */
  #span(which) {
    const number = typeof which === "string" ? this.re.names[which] : which;
    const exact = this.re.compiled("dy", "");
    exact.lastIndex = this.found.index;
    this.spans ??= exact.exec(this.found.input);
    return /** @type {any} */ (this.spans)?.indices.groups[`g${number}`] ?? [-1, -1];
  }
}

export class Pattern {
  /** @type {Map<string, RegExp>} */
  #made = new Map();

  /** @param {string} source @param {number} count @param {Record<string, number>} names @param {number[]} outer */
  constructor(source, count, names, outer) {
    this.source = source;
    this.names = names;
    this.numbers = Array.from({ length: count }, (_, at) => at + 1);
    this.outer = outer;
  }

  /** @param {string} flags @param {string} end */
  compiled(flags, end) {
    const key = flags + end;
    const made = this.#made.get(key) ?? new RegExp(`(?:${this.source})${end}`, `${flags}u`);
    this.#made.set(key, made);
    return made;
  }

  /** @type {(text: string, flags: string, at: number, end: string) => Match | null} */
  #once(text, flags, at, end = "") {
    const compiled = this.compiled(flags, end);
    compiled.lastIndex = at;
    const found = compiled.exec(String(text));
    return found && new Match(this, found);
  }

  /** @param {string} text */
  match(text, at = 0) { return this.#once(text, "y", at, ""); }
  /** @param {string} text */
  search(text, at = 0) { return this.#once(text, "g", at, ""); }
  /** @param {string} text */
  fullmatch(text) { return this.#once(text, "y", 0, "$"); }

  /** @param {string} text @returns {Iterable<Match>} */
  * finditer(text, at = 0) {
    const whole = String(text);
    const compiled = this.compiled("g", "");
    for (let from = at; from <= whole.length;) {
      compiled.lastIndex = from;
      const found = compiled.exec(whole);
      if (!found) return;
      yield new Match(this, found);
      from = found.index + found[0].length + (found[0] ? 0 : 1);
    }
  }

  /** @param {string} text */
  findall(text) {
    return [...this.finditer(text)].map((found) => {
      const groups = found.groups().map((group) => group ?? "");
      return groups.length === 0 ? found.at(0) : groups.length === 1 ? groups[0] : groups;
    });
  }

  /** @param {string} text */
  split(text, maxsplit = 0) {
    const parts = [];
    let at = 0;
    for (const found of this.finditer(text)) {
      parts.push(text.slice(at, found.start()), ...found.groups());
      at = found.end();
      maxsplit -= 1;
      if (maxsplit === 0) break;
    }
    return [...parts, text.slice(at)];
  }

  /** @param {string | ((found: Match) => string)} other @param {string} text */
  sub(other, text) {
    let [made, at] = ["", 0];
    for (const found of this.finditer(text)) {
      made += text.slice(at, found.start()) + (typeof other === "function" ? other(found) : filled(other, found));
      at = found.end();
    }
    return made + text.slice(at);
  }
}

/** `\1` and `\g<1>` are what a group found. @type {(text: string, found: Match) => string} */
const filled = (text, found) =>
  text.replace(/\\(?:g<(\d+)>|(\d)|(.))/gs, (_, named, number, other) =>
    other === undefined ? found.at(Number(named ?? number)) ?? "" : other === "n" ? "\n" : other);
