// Days as whole numbers, so that they can be counted: 1970-01-01 is day 0.

const MILLISECONDS = 86_400_000;

/** The hour at which a reader's day begins: who studies past midnight is still in the same day. */
export const DAY_START = 4;

/**
 * Tells the day on the calendar of where the reader is, whatever the clock's summer time. Within a
 * UTC day one local day turns into the next once, and where is worked out once for a UTC day: a long
 * log asks a hundred thousand times about some hundred days. In Taipei the UTC day 2026-12-05 is the
 * local day 2026-12-05 until 20:00 UTC, where days begin at 4.
 * @param {number} [hour] at which a day begins, 0 to 23
 * @returns {(time: string | Date) => number} a text has the form of toISOString
 */
export function localCalendar(hour = 0) {
  /** @type {Map<string, Turn>} */
  const turns = new Map();
  return (time) => {
    const at = typeof time === "string" ? time : time.toISOString();
    const date = at.slice(0, 10);
    const turn = turns.get(date) ?? turnOn(date, hour);
    turns.set(date, turn);
    return at < turn.begin ? turn.before : turn.after;
  };
}

let start = DAY_START;
let calendar = localCalendar(start);

/** The day of a time, where days begin when the reader says. @type {(time: string | Date) => number} */
export const dayOf = (time) => calendar(time);

/** The hour at which days begin now. */
export const dayStart = () => start;

/** Lets days begin at an hour; anything else than an hour is the usual one. @param {unknown} hour */
export function startDaysAt(hour) {
  start = isHour(hour) ? hour : DAY_START;
  calendar = localCalendar(start);
}

/** When the day began that a time is in. @param {Date | number} time */
export function beginOfDay(time) {
  const at = new Date(time);
  const begin = new Date(at.getFullYear(), at.getMonth(), at.getDate(), start);
  return begin <= at ? begin : new Date(at.getFullYear(), at.getMonth(), at.getDate() - 1, start);
}

/** @type {(hour: unknown) => hour is number} */
const isHour = (hour) => Number.isInteger(hour) && Number(hour) >= 0 && Number(hour) < 24;

/**
 * @typedef {object} Turn from one local day to the next
 * @property {string} begin of the first local one after a UTC day began, compared as text
 * @property {number} before the day until then
 * @property {number} after
 */

/** @type {(date: string, hour: number) => Turn} */
function turnOn(date, hour) {
  const utc = new Date(`${date}T00:00Z`);
  const today = new Date(utc.getFullYear(), utc.getMonth(), utc.getDate(), hour);
  const next = today > utc ? today : new Date(utc.getFullYear(), utc.getMonth(), utc.getDate() + 1, hour);
  return { begin: next.toISOString(), before: dateOf(next) - 1, after: dateOf(next) };
}

/** The date that a calendar on the wall shows, whenever the reader's day begins. @param {Date} local */
export const dateOf = (local) => Date.UTC(local.getFullYear(), local.getMonth(), local.getDate()) / MILLISECONDS;

/**
 * The day that a calendar date names, as a date field has it.
 * @param {string} date `2026-12-05`
 */
export const dayNamed = (date) => Date.parse(`${date}T00:00Z`) / MILLISECONDS;

/**
 * The calendar date of a day: `2026-12-05`.
 * @param {number} day
 */
export const nameOf = (day) => new Date(day * MILLISECONDS).toISOString().slice(0, 10);
