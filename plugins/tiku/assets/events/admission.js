// What comes from storage, other tabs and files: whether it is an event at all, and when it happened.
// Brought when there is something to admit. Pure.
//
// What is dated in the future, since a clock was ahead here or there, happened at the latest when it
// was first seen; its order stays, and so does what is stored.

import { orderOf } from "./events.js";

/** @import { ProgressEvent } from "../core/types.js" */
/** @import { Log } from "./event-log.js" */

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

/** @type {(value: unknown) => Map<string, string>} id -> when it was first seen */
export const seenBefore = (value) => new Map(Object.entries(value ?? {}).filter(([, at]) => isTime(at)));

/**
 * @param {ProgressEvent} event
 * @param {string} now
 * @param {Map<string, string>} seen is added to
 * @returns {ProgressEvent}
 */
export function happened(event, now, seen) {
  if (event.at <= now) return event;
  const before = seen.get(event.id) ?? now;
  const at = before < now ? before : now;
  seen.set(event.id, at);
  return { ...event, at, order: orderOf(event) };
}

/** The events of a pack, or nothing where it cannot be read. @param {string} pack @returns {unknown[]} */
function unpacked(pack) {
  try {
    return [JSON.parse(pack)].flat();
  } catch {
    return [];
  }
}

/**
 * Takes into the log what is an event, by itself or in a pack, and new to it.
 * @param {Log} log
 * @param {readonly unknown[]} records
 * @param {Map<string, string>} seen is added to
 */
export function admit(log, records, seen) {
  const now = new Date().toISOString();
  const events = records.flatMap((record) => (typeof record === "string" ? unpacked(record) : [record])).filter(isEvent);
  return log.keep(events, (event) => happened(event, now, seen));
}
