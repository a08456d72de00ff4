// Days as whole numbers, so that they can be counted: 1970-01-01 is day 0.

const MILLISECONDS = 86_400_000;

/**
 * Tells the day on the calendar of where the reader is now, whatever the hour and the clock's
 * summer time. A local day begins once in a UTC day, which is looked up once: a long log asks
 * for some hundred thousand times on some hundred days.
 * @returns {(time: string | Date) => number} of an ISO 8601 text, or a date
 */
export function localCalendar() {
  /** @type {Map<number, Turn>} */
  const turns = new Map();
  return (time) => {
    const at = typeof time === "string" ? Date.parse(time) : time.getTime();
    const utc = Math.floor(at / MILLISECONDS);
    const turn = turns.get(utc) ?? turnIn(utc);
    turns.set(utc, turn);
    return at < turn.midnight ? turn.before : turn.after;
  };
}

export const dayOf = localCalendar();

/**
 * @typedef {object} Turn from one local day to the next
 * @property {number} midnight the first local one after a UTC day has begun, in milliseconds
 * @property {number} before the day until then
 * @property {number} after
 */

/** @type {(utc: number) => Turn} */
function turnIn(utc) {
  const begin = new Date(utc * MILLISECONDS);
  const next = new Date(begin.getFullYear(), begin.getMonth(), begin.getDate() + 1);
  return { midnight: next.getTime(), before: dateOf(begin), after: dateOf(next) };
}

/** @param {Date} local */
const dateOf = (local) => Date.UTC(local.getFullYear(), local.getMonth(), local.getDate()) / MILLISECONDS;

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
