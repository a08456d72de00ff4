// The day that deadlines are counted from, and the last day of each.

import { reaches, workday } from "../tools/workdays.js";
import { words } from "./words.js";

/** @import { Calendar } from "../tools/workdays.js" */
/** @typedef {{day: string, due: (section: Element) => string, show: (section: Element) => void}} Days */

const DAY = 86400000;

/** What the form of days says now. @type {(host: HTMLElement) => Days} */
export function daysOf(host) {
  const { elements } = formOf(host);
  const [day, which] = ["day", "calendar"].map((name) => /** @type {HTMLInputElement} */ (elements.namedItem(name)).value);
  /** @type {Calendar | undefined} */
  const calendar = JSON.parse(host.dataset.calendars ?? "[]")[Number(which)];
  const from = Date.parse(`${day}T00:00Z`) / DAY;
  /** @type {(section: Element) => string | undefined} "" where it is not known, undefined beyond the calendar */
  const until = (section) => {
    const days = Number(section.querySelector("output")?.dataset.workdays ?? NaN);
    if (!calendar || !Number.isFinite(from) || !Number.isFinite(days)) return "";
    return reaches(from, days, calendar) ? new Date(workday(from, days, calendar) * DAY).toISOString().slice(0, 10) : undefined;
  };
  return {
    day,
    due: (section) => until(section) ?? "",
    show: (section) => {
      const [output, last] = [section.querySelector("output"), until(section)];
      if (output) output.textContent = last === undefined ? words.beyond : last && words.until({ day: last });
    },
  };
}

/** Shows the form where days can be counted, and tells of changes. @type {(host: HTMLElement, changed: () => void) => void} */
export function askForDays(host, changed) {
  const form = formOf(host);
  form.hidden = (host.dataset.calendars ?? "[]") === "[]";
  form.addEventListener("input", changed);
  form.addEventListener("submit", (event) => event.preventDefault());
}

/** @param {HTMLElement} host */
const formOf = (host) => /** @type {HTMLFormElement} */ (host.querySelector("form"));
