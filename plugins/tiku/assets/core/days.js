// Days as whole numbers, so that they can be counted: 1970-01-01 is day 0.

const MILLISECONDS = 86_400_000;

/**
 * Tells the day on the calendar of where the reader is, whatever the hour and the clock's summer
 * time. Within a UTC day one local day turns into the next once; where, is worked out once for a
 * UTC day: a long log asks a hundred thousand times about some hundred days.
 * @returns {(time: string | Date) => number} a text has the form of toISOString
 */
export function localCalendar() {
  /** @type {Map<string, Turn>} */
  const turns = new Map();
  return (time) => {
    const at = typeof time === "string" ? time : time.toISOString();
    const date = at.slice(0, 10);
    const turn = turns.get(date) ?? turnOn(date);
    turns.set(date, turn);
    return at < turn.midnight ? turn.before : turn.after;
  };
}

export const dayOf = localCalendar();

/**
 * @typedef {object} Turn from one local day to the next
 * @property {string} midnight the first local one after a UTC day began, compared as text
 * @property {number} before the day until then
 * @property {number} after
 */

/** @type {(date: string) => Turn} */
function turnOn(date) {
  const begin = new Date(`${date}T00:00Z`);
  const next = new Date(begin.getFullYear(), begin.getMonth(), begin.getDate() + 1);
  return { midnight: next.toISOString(), before: localDay(begin), after: localDay(next) };
}

/** @param {Date} local */
const localDay = (local) => Date.UTC(local.getFullYear(), local.getMonth(), local.getDate()) / MILLISECONDS;

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
