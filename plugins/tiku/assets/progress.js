// What a reader's events say of a question. Nothing of this is ever stored.

/** @import { ProgressEvent, State } from "./types.js" */

/**
 * Whether a record read back is an event; storage may hold anything.
 * @param {any} record
 * @returns {record is ProgressEvent}
 */
export function isEvent(record) {
  const named = ["id", "question", "at"].every((key) => typeof record?.[key] === "string");
  return named && !Number.isNaN(Date.parse(record.at)) && (record.kind === "reset" || isAnswer(record));
}

/**
 * The state of a question whose key now has this revision.
 * @param {readonly ProgressEvent[]} events of this question, in any order
 * @param {string} revision
 * @returns {State}
 */
export function stateOf(events, revision) {
  const last = [...events].sort(byTime).at(-1);
  if (!last || last.kind === "reset") return { is: "fresh", response: [] };
  if (last.revision !== revision) return { is: "rekeyed", response: [] };
  return { is: last.right ? "right" : "wrong", response: last.response };
}

/**
 * How many questions there are, are done, and are right.
 * @param {readonly State[]} states
 */
export const summary = (states) => ({
  all: states.length,
  done: states.filter(({ is }) => is === "right" || is === "wrong").length,
  right: states.filter(({ is }) => is === "right").length,
});

/** @param {any} record */
const isAnswer = (record) =>
  record.kind === "answer" &&
  typeof record.revision === "string" &&
  typeof record.right === "boolean" &&
  Array.isArray(record.response) &&
  record.response.every((/** @type {unknown} */ part) => typeof part === "string");

/**
 * The order in which events happened, the same on every device.
 * @type {(a: ProgressEvent, b: ProgressEvent) => number}
 */
export const byTime = (a, b) => compare(a.at, b.at) || compare(a.id, b.id);

/** @type {(a: string, b: string) => number} */
const compare = (a, b) => (a < b ? -1 : Number(a > b));
