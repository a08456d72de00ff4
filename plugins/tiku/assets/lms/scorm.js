// What both versions of SCORM have in common: the object of the platform that a lesson talks to.

/** @import { Outcome } from "./types.js" */

const HIGHEST = 50;

/**
 * The object by this name, in the windows around ours or in the one that opened it.
 * @param {string} name
 */
export const findApi = (name) => within(window, name) ?? (window.opener ? within(window.opener, name) : null);

/** @type {(start: Window, name: string) => any} */
function within(start, name) {
  for (let at = start, steps = 0; steps < HIGHEST; at = at.parent, steps += 1) {
    const found = reachable(at, name);
    if (found) return found;
    if (at.parent === at) return null;
  }
  return null;
}

/** A window of another origin says nothing. @type {(from: Window, name: string) => any} */
function reachable(from, name) {
  try {
    return /** @type {any} */ (from)[name] ?? null;
  } catch {
    return null;
  }
}

export class Door {
  #api;
  #prefix;

  /**
   * @param {any} api
   * @param {string} prefix of the functions' names
   */
  constructor(api, prefix) {
    this.#api = api;
    this.#prefix = prefix;
  }

  /** @param {string} name */
  get(name) {
    return String(this.#call("GetValue", name) ?? "");
  }

  /** @type {(name: string, value: string | number) => boolean} */
  set(name, value) {
    return isTrue(this.#call("SetValue", name, String(value)));
  }

  /** @param {Record<string, string | number | undefined>} values in this order; whether all were taken */
  setAll(values) {
    return Object.entries(values).map(([name, value]) => value === undefined || this.set(name, value)).every(Boolean);
  }

  /** An answer; some platforms keep none: nothing depends on it.
   * @type {(at: number, patterns: string[], values: Record<string, string | number | undefined>) => void} */
  record(at, patterns, { id, type, ...values }) {
    const numbered = Object.fromEntries(patterns.map((text, n) => [`correct_responses.${n}.pattern`, text]));
    const all = Object.entries({ id, type, ...numbered, ...values });
    this.setAll(Object.fromEntries(all.map(([name, value]) => [`cmi.interactions.${at}.${name}`, value])));
  }

  /** What was said is kept, and the talk ends. @param {string} name of the function that ends it */
  end(name) {
    this.commit();
    this.say(name);
  }

  commit() {
    return isTrue(this.#call("Commit", ""));
  }

  /** @param {string} name of a function that begins or ends the talk */
  say(name) {
    return isTrue(this.#call(name, ""));
  }

  /** @type {(name: string, ...values: string[]) => unknown} */
  #call(name, ...values) {
    try {
      return this.#api[`${this.#prefix}${name}`](...values);
    } catch {
      return "false";
    }
  }
}

/** @param {unknown} said */
const isTrue = (said) => String(said) === "true";

/** What a platform says in the place of a number may be nothing. @param {string} text */
export const markOf = (text) => (text.trim() && Number.isFinite(Number(text)) ? Number(text) : null);

/** From 0 to 100, as platforms take it over as a grade. @param {Outcome} outcome */
export const rawOf = ({ scaled }) => Math.round((scaled ?? 0) * 10000) / 100;

/** Ids without what some platforms refuse. @param {string} id */
export const plainId = (id) => id.replaceAll("/", ".");
