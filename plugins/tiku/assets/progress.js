// What a reader's events say of a question. Nothing of this is ever stored.

/** @import { ProgressEvent, State } from "./types.js" */

/**
 * Whether a record read back is an event; storage may hold anything.
 * @param {any} record
 * @returns {record is ProgressEvent}
 */
export function isEvent(record) {
  const named = ["id", "question", "at"].every((key) => typeof record?.[key] === "string");
  return named && (record.kind === "reset" || isAnswer(record));
}

/**
 * The state of a question whose key now has this revision.
 * @param {readonly ProgressEvent[]} events of this question, in any order
 * @param {string} revision
 * @param {string} [set] then only what happened in this set counts
 * @returns {State}
 */
export function stateOf(events, revision, set) {
  const counting = set === undefined ? [...events] : events.filter((event) => isOf(set, event));
  const last = counting.sort(byTime).at(-1);
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

/** @type {(set: string, event: ProgressEvent) => boolean} */
const isOf = (set, event) => event.kind === "answer" && event.set === set;

/** @type {(a: ProgressEvent, b: ProgressEvent) => number} */
const byTime = (a, b) => compare(a.at, b.at) || compare(a.id, b.id);

/** @type {(a: string, b: string) => number} */
const compare = (a, b) => (a < b ? -1 : Number(a > b));
