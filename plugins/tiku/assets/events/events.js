// What a reader's events say of a question. Nothing of this is ever stored.

/** @import { AnswerEvent, ProgressEvent, State } from "../core/types.js" */

const MARKS = ["star", "shelve", "known", "flag"];
const CONFIDENCES = ["guess", "unsure", "sure"];

// As toISOString gives it: compared as text, so of one form only; what comes after it has the form too.
const TIME = /^[0-8]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3])(:[0-5]\d){2}\.\d{3}Z$/;

const DAY = 86_400_000;

/** @type {Record<string, (record: any) => boolean>} */
const SHAPES = {
  reset: () => true,
  note: ({ text }) => typeof text === "string",
  answer: (record) =>
    [undefined, ...CONFIDENCES].includes(record.confidence) &&
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
  if (!named || !isTime(record.at) || !isTime(orderOf(record)) || !["string", "undefined"].includes(typeof record.set)) return false;
  if (MARKS.includes(record.kind)) return typeof record.on === "boolean" && ["boolean", "undefined"].includes(typeof record.vague);
  return Object.hasOwn(SHAPES, record.kind) && SHAPES[record.kind](record);
}

/** Whether it is a time, on a day that the calendar has: not every month has 31. @param {any} text */
export const isTime = (text) =>
  TIME.test(text) && (text.slice(8, 10) <= "28" || new Date(Date.parse(`${text.slice(0, 7)}-01`) + (text.slice(8, 10) - 1) * DAY).toISOString().slice(5, 10) === text.slice(5, 10));

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

/**
 * One clock may be ahead of another, or be put back: what happened after an event knows of it and
 * says so in `order`, so that it comes after it whatever the clocks say.
 * @type {(a: ProgressEvent, b: ProgressEvent) => number}
 */
export const byTime = (a, b) => compare(orderOf(a), orderOf(b)) || compare(a.id, b.id);

/** @param {ProgressEvent} event */
export const orderOf = ({ at, order = at }) => order;

/**
 * What an event must say so that it comes after those about the same question.
 * @param {readonly ProgressEvent[]} before
 * @param {string} at
 * @returns {{order?: string}}
 */
export function afterwards(before, at) {
  const last = latest(before);
  if (!last || orderOf(last) < at) return {};
  return { order: new Date(Date.parse(orderOf(last)) + 1).toISOString() };
}

/**
 * Whether what the store says to have changed concerns a question.
 * @type {(changed: Event, question: string) => boolean}
 */
export function isAbout(changed, question) {
  const { detail: about } = /** @type {CustomEvent<Set<string> | null>} */ (changed);
  return !about || about.has(question);
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

/** @type {(event: ProgressEvent, set?: string) => boolean} */
const counts = (event, set) =>
  set === undefined ? event.kind === "answer" || event.kind === "reset" : event.kind === "answer" && event.set === set;

/** @type {(a: string, b: string) => number} */
const compare = (a, b) => (a < b ? -1 : Number(a > b));
