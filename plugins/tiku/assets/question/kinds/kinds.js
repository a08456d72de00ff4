// Which field a kind of question has: what differs by kind in the browser.

import { choices } from "./choice.js";

/** @import { Field, Kind } from "../../core/types.js" */

/** @type {Record<Kind, Field | (() => Promise<Field>)>} */
const fields = {
  single: choices,
  multiple: choices,
  "true-false": choices,
  numeric: async () => (await import("./number.js")).number,
  text: async () => (await import("./word.js")).word,
  matching: async () => (await import("./matching.js")).matching,
  ordering: async () => (await import("./ordering.js")).ordering,
  open: async () => (await import("./open.js")).open,
};

/**
 * Some fields are fetched when the first such question is met, and at hand from then on.
 * @param {Kind} kind
 */
export function fieldOf(kind) {
  const field = fields[kind];
  return typeof field === "function" ? field().then((fetched) => (fields[kind] = fetched)) : field;
}
