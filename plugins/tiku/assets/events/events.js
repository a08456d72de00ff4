// What a reader's events say of a question. Nothing of this is ever stored.

/** @import { AnswerEvent, ProgressEvent, State } from "../core/types.js" */

const MARKS = ["star", "shelve", "known", "flag"];

// As toISOString gives it: compared as text, so of one form only.
const TIME = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3])(:[0-5]\d){2}\.\d{3}Z$/;

/** @type {Record<string, (record: any) => boolean>} */
const SHAPES = {
  reset: () => true,
  answer: (record) =>
    typeof record.revision === "string" && typeof record.right === "boolean" && isList(record.response, "string"),
  paper: (record) =>
    ["set", "seed"].every((key) => typeof record[key] === "string") &&
    ["got", "of", "spent"].every((key) => Number.isFinite(record[key])) &&
    isList(record.questions, "string") && isList(record.sections, "number") &&
    Object.values(record.topics ?? { "": null }).every((points) => isList(points, "number")),
};

/** @type {(value: unknown, type: string) => boolean} */
const isList = (value, type) => Array.isArray(value) && value.every((part) => typeof part === type);

/**
 * Whether a record read back is an event; storage may hold anything.
 * @param {any} record
 * @returns {record is ProgressEvent}
 */
export function isEvent(record) {
  const named = typeof record?.id === "string" && typeof record.question === "string";
  if (!named || !TIME.test(record.at)) return false;
  if (MARKS.includes(record.kind)) return typeof record.on === "boolean";
  return Object.hasOwn(SHAPES, record.kind) && SHAPES[record.kind](record);
}

/**
 * The state of a question whose key now has this revision.
 * @param {readonly ProgressEvent[]} events of this question, in any order
 * @param {string} revision
 * @param {string} [set] then only what was answered in this set counts
 * @returns {State}
 */
export const stateOf = (events, revision, set) => stateAfter(latest(events.filter((event) => counts(event, set))), revision);

/**
 * The state of a question after the last answer or reset that counts.
 * @param {ProgressEvent | undefined} last
 * @param {string} revision
 * @returns {State}
 */
export function stateAfter(last, revision) {
  if (!last || last.kind === "reset") return { is: "fresh", response: [] };
  const { revision: old, right, response } = /** @type {AnswerEvent} */ (last);
  if (old !== revision) return { is: "rekeyed", response: [] };
  return { is: right ? "right" : "wrong", response };
}

/**
 * The last of the events, undefined where there is none.
 * @template {ProgressEvent} E
 * @param {readonly E[]} events
 * @returns {E | undefined}
 */
export const latest = (events) =>
  events.reduce((last, event) => (!last || byTime(last, event) < 0 ? event : last), /** @type {E | undefined} */ (undefined));

/** @type {(a: ProgressEvent, b: ProgressEvent) => number} */
export const byTime = (a, b) => compare(a.at, b.at) || compare(a.id, b.id);

/**
 * How many questions there are, are done, and are right.
 * @param {readonly State[]} states
 */
export const summary = (states) => ({
  all: states.length,
  done: states.filter(({ is }) => is === "right" || is === "wrong").length,
  right: states.filter(({ is }) => is === "right").length,
});

/** @type {(event: ProgressEvent, set?: string) => boolean} */
const counts = (event, set) =>
  set === undefined ? event.kind === "answer" || event.kind === "reset" : event.kind === "answer" && event.set === set;

/** @type {(a: string, b: string) => number} */
const compare = (a, b) => (a < b ? -1 : Number(a > b));
