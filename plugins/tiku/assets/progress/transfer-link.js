// A log for addresses: answers as columns by question, times as differences, deflated, in as many
// links as are needed. Each link is whole in itself: they may be opened in any order. Pure.
//
// Ids are left out, for nothing compresses less: a link's events are named by what they are. An
// answer is known by its question and its second, see `unknown`.

import { groupedBy } from "../core/groups.js";
import { isEvent } from "../events/admission.js";
import { LONGEST_LINK, MOVED, deflated } from "./backup-format.js";

/** @import { AnswerEvent, ProgressEvent } from "../core/types.js" */
/** @import { Moved } from "./backup-format.js" */

const FORMAT = "tiku-link";
const VERSION = 1;
const CONFIDENCES = /** @type {const} */ ([undefined, "guess", "unsure", "sure"]);
// So many questions make a first try at one link; what is too long is halved.
const AT_MOST = 400;

/**
 * @typedef {readonly [string, string, number[], number[], string[][], number[]]} Column question,
 *   revision, seconds between its answers, 2 · confidence + right, responses met, which of them
 */

/** The texts of the links that hold all of a log. @type {(moved: Moved) => Promise<string[]>} */
export async function linksOf({ events, settings }) {
  const all = columnsOf(events);
  const parts = Array.from({ length: Math.max(1, Math.ceil(all.length / AT_MOST)) }, (_, index) => all.slice(index * AT_MOST, (index + 1) * AT_MOST));
  return (await Promise.all(parts.map((part, index) => fitting(part, index ? {} : settings)))).flat();
}

/** All of a log as one text, however long. @type {(moved: Moved) => Promise<string>} */
export const wholeOf = ({ events, settings }) => deflated(told(columnsOf(events), settings));

/** @type {(events: readonly ProgressEvent[]) => unknown[]} */
function columnsOf(events) {
  const answers = events.filter(isPlain).toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const columns = [...groupedBy(answers, ({ question, revision }) => `${question} ${revision}`).values()].map(column);
  return [...columns, ...events.filter((event) => !isPlain(event))];
}

/** @type {(part: unknown[], settings: Record<string, unknown>) => string} */
const told = (part, settings) => JSON.stringify({ format: FORMAT, version: VERSION, settings, part });

/** An answer of which nothing is lost. @type {(event: ProgressEvent) => event is AnswerEvent} */
const isPlain = (event) => event.kind === "answer" && !event.order;

/** @type {(answers: AnswerEvent[]) => Column} */
function column(answers) {
  const seconds = answers.map(({ at }) => Math.floor(Date.parse(at) / 1000));
  const responses = [...new Set(answers.map(({ response }) => JSON.stringify(response)))];
  return [answers[0].question, answers[0].revision, seconds.map((second, index) => second - (seconds[index - 1] ?? 0)),
    answers.map(({ right, confidence }) => 2 * CONFIDENCES.indexOf(confidence) + Number(right)),
    responses.map((one) => JSON.parse(one)), answers.map(({ response }) => responses.indexOf(JSON.stringify(response)))];
}

/** @type {(part: unknown[], settings: Record<string, unknown>) => Promise<string[]>} */
async function fitting(part, settings) {
  const text = await deflated(told(part, settings));
  if (text.length <= LONGEST_LINK || part.length < 2) return [text];
  const middle = Math.ceil(part.length / 2);
  return (await Promise.all([fitting(part.slice(0, middle), settings), fitting(part.slice(middle), {})])).flat();
}

/**
 * What a link holds; null where it is none of these, or not wholly right.
 * @param {any} link
 * @returns {Moved | "newer" | "corrupt" | null}
 */
export function fromLink(link) {
  if (link?.format !== FORMAT) return null;
  if (link.version !== VERSION) return link.version > VERSION ? "newer" : "corrupt";
  if (!Array.isArray(link.part) || !link.part.every((/** @type {unknown} */ one) => isColumn(one) || isEvent(one))) return "corrupt";
  const events = link.part.flatMap((/** @type {any} */ one) => (Array.isArray(one) ? answersOf(/** @type {any} */ (one)) : [one]));
  const settings = Object.entries(link.settings ?? {}).filter(([name]) => MOVED.includes(name));
  return events.every(isEvent) ? { events, settings: Object.fromEntries(settings) } : "corrupt";
}

/** @param {any} one */
function isColumn(one) {
  if (!Array.isArray(one)) return false;
  const [question, revision, gaps, marks, responses, which] = one;
  const all = [gaps, marks, which];
  return typeof question === "string" && typeof revision === "string" && Array.isArray(responses) &&
    all.every((list) => Array.isArray(list) && list.length === gaps.length && list.every((number) => Number.isInteger(number) && number >= 0 && number < 1e11)) &&
    marks.every((/** @type {number} */ mark) => mark < 2 * CONFIDENCES.length) && which.every((/** @type {number} */ index) => index in responses);
}

/** @param {Column} column */
function answersOf([question, revision, gaps, marks, responses, which]) {
  let second = 0;
  return gaps.map((gap, index) => {
    second += gap;
    const at = second < 253402300800 ? new Date(second * 1000).toISOString() : "";
    const confidence = CONFIDENCES[marks[index] >> 1];
    return { id: `${question}@${second}`, kind: "answer", question, revision, response: responses[which[index]],
      right: marks[index] % 2 === 1, mode: "moved", at, ...(confidence && { confidence }) };
  });
}

/**
 * Events of which the log has none: a link names them otherwise than a file does.
 * @type {(events: readonly ProgressEvent[], eventsOf: (question: string) => readonly ProgressEvent[]) => ProgressEvent[]}
 */
export const unknown = (events, eventsOf) =>
  events.filter((event) => event.kind !== "answer" || !eventsOf(event.question).some(({ kind, at }) => kind === "answer" && at.slice(0, 19) === event.at.slice(0, 19)));
