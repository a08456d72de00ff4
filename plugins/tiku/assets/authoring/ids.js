// Ids out of what was typed: an author who leaves them alone still gets some that hold.

const LONGEST = 30;
/** What other readers of YAML would take for a value. */
const VALUES = ["true", "false", "yes", "no", "on", "off", "null"];

/**
 * Lower case, digits and hyphens; empty where nothing is left.
 * @param {string} text
 */
export const slug = (text) => (text.normalize("NFKC").toLowerCase().match(/[a-z0-9]+/g) ?? []).join("-");

/**
 * The ids of choices, row by row: what was typed for it, else a word in Latin letters in its text,
 * else its number. A row keeps its number when another is emptied. Every id is there once.
 * @param {{typed: string, text: string}[]} rows
 * @param {string[]} reserved names that would be taken for a field
 */
export function named(rows, reserved) {
  const taken = new Set([...reserved, ...VALUES]);
  /** @type {string[]} */
  const ids = [];
  const give = (/** @type {number} */ index, /** @type {string} */ wanted) => {
    let id = wanted;
    for (let number = 2; taken.has(id); number += 1) id = `${wanted}-${number}`;
    taken.add(id);
    ids[index] = id;
  };
  // What an author typed does not yield to what was derived.
  rows.forEach(({ typed }, index) => slug(typed) && give(index, slug(typed)));
  rows.forEach(({ text }, index) => ids[index] ?? give(index, word(text) || `choice-${index + 1}`));
  return ids;
}

/** @param {string} text */
function word(text) {
  const words = slug(text).slice(0, LONGEST).split("-").filter((part) => /[a-z]{2}/.test(part));
  return words.join("-");
}
