// Dates and calendars in a tool: how they are read and shown, and the functions that count by them.

import { finite, FUNCTIONS, number, READERS, refuse, SHOWN } from "./calculation.js";
import { reaches, workday } from "./workdays.js";

/** @import { Node } from "./calculation.js" */
/** @import { Calendar } from "./workdays.js" */

const DAY = 86400000;

READERS.date = ({ name }, text) => {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T00:00Z`) / DAY : NaN;
  return { [name]: Number.isFinite(day) ? day : refuse(text) };
};
READERS.calendar = ({ name, calendars }, text) => ({ [name]: calendars.includes(text) ? calendars.indexOf(text) : refuse(text) });
SHOWN.date = (_, value) => (value > 0 ? new Date(value * DAY).toISOString().slice(0, 10) : "—");

/** @type {(fn: (start: number, days: number, calendar: Calendar) => number) => (...nodes: Node[]) => Node} */
const counting = (fn) => (start, days, calendar) => (known) =>
  finite(fn(number(start(known)), number(days(known)), known.calendars[number(calendar(known))]));

Object.assign(FUNCTIONS, { workday: counting(workday), reaches: counting(reaches) });
