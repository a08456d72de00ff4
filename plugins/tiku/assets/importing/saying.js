// The words of the catalogue that an import writes and tells, as site/importing.py sends them.

import { Dict } from "./collections.js";

/** @typedef {{ [name: string]: string }} Table */
/** @typedef {{ doubts: { [code: string]: Table }, import: { labels: Table, blank: string } }} Said */

/** @param {Said} tree @returns {any} */
export function saying(tree) {
  /** @type {(key: string) => any} */
  const at = (key) => key.split(".").reduce((/** @type {any} */ found, name) => found[name], tree);
  /** @type {(key: string, values: Record<string, unknown>) => string} */
  const filled = (key, values) => at(key).replace(/\{(\w+)\}/g, (/** @type {string} */ whole, /** @type {string} */ name) => String(values[name] ?? whole));
  return {
    by: (/** @type {[string]} */ [key], /** @type {Record<string, unknown>} */ values) => filled(key, values),
    fill: (/** @type {string} */ key, /** @type {Dict} */ values) => filled(key, Object.fromEntries(values.items())),
    group: (/** @type {string} */ key) => new Dict(Object.entries(at(key))),
  };
}
