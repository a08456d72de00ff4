// Days as whole numbers, so that they can be counted: 1970-01-01 is day 0.

const MILLISECONDS = 86_400_000;
const MINUTE = 60_000;

/**
 * The day on the reader's own calendar, whatever the hour and the clock's summer time.
 * @param {string | Date} time ISO 8601, or a date
 */
export function dayOf(time) {
  const date = new Date(time);
  return Math.floor((date.getTime() - date.getTimezoneOffset() * MINUTE) / MILLISECONDS);
}

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
