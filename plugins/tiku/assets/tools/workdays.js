// Counting worked days: 1970-01-01 is day 0.
// The twin of model/calendars.py; both read tests/cases/formulas.json.

/** @typedef {{title: string, first: number, last: number, off: number[], worked: number[]}} Calendar */

class CalendarError extends RangeError {}

/** @type {(day: number, calendar: Calendar) => boolean} */
function isWorked(day, { first, last, off, worked }) {
  if (!(first <= day && day <= last)) throw new CalendarError();
  return worked.includes(day) || ((day + 4) % 7 > 0 && (day + 4) % 7 < 6 && !off.includes(day));
}

/** @type {(start: number, days: number, calendar: Calendar) => number} */
export function workday(start, days, calendar) {
  if (!(days >= 0 && days <= 1000)) return NaN;
  let day = Math.trunc(start);
  for (let left = Math.trunc(days); left > 0; ) {
    day += 1;
    if (isWorked(day, calendar)) left -= 1;
  }
  return day;
}

/** Whether the calendar knows as many days. @type {(start: number, days: number, calendar: Calendar) => number} */
export function reaches(start, days, calendar) {
  try {
    return Number(Number.isFinite(workday(start, days, calendar)));
  } catch (error) {
    if (error instanceof CalendarError) return 0;
    throw error;
  }
}
