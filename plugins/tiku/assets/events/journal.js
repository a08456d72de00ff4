// What is not in the database yet: the one storage that is written at once keeps it until it is, so
// that a page that is left in the same instant does not take it along.

import { SCOPE } from "./scope.js";

const PREFIX = `${SCOPE}-unwritten/`;

/** Whether it could: where there is no room or no such storage, it is as it would be without. @type {(name: string, value: unknown) => true | void} */
export function note(name, value) {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify({ value }));
    return true;
  } catch {}
}

/** Unless something newer was noted. @type {(name: string, value: unknown) => void} */
export function strike(name, value) {
  try {
    if (localStorage.getItem(PREFIX + name) === JSON.stringify({ value })) localStorage.removeItem(PREFIX + name);
  } catch {}
}

/** Name without the kind -> value, of all that a page left behind. @type {(kind: string) => Map<string, unknown>} */
export function noted(kind) {
  /** @type {Map<string, unknown>} */
  const found = new Map();
  for (const name of names(PREFIX + kind)) {
    try {
      found.set(name.slice(PREFIX.length + kind.length), JSON.parse(localStorage.getItem(name) ?? "").value);
    } catch {
      localStorage.removeItem(name);
    }
  }
  return found;
}

/** Forgets all of it. */
export function strikeAll() {
  for (const name of names(PREFIX)) localStorage.removeItem(name);
}

/** @param {string} prefix */
function names(prefix) {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(prefix));
  } catch {
    return [];
  }
}
