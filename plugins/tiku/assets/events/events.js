// What a reader's events say of a question. Nothing of this is ever stored.

/** @import { AnswerEvent, ProgressEvent, State } from "../core/types.js" */

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
