// What was answered before: corrected questions, and the log with those that are no longer asked.

import { make } from "../core/dom.js";
import { dateOf, nameOf as dayName } from "../core/days.js";
import { note, section } from "./sections.js";
import { questionLink } from "./links.js";
import { words } from "./words.js";
import { historyOf, rekeyed } from "./statistics.js";
import { disclosure, table } from "./tables.js";

/** @import { Catalog, Entry } from "../core/types.js" */
/** @import { Known } from "../sets/selection.js" */
/** @import { View } from "./sections.js" */

const SHOWN = 50;

/** @type {(view: View, known: Known) => HTMLElement[]} */
export function corrections({ catalog }, known) {
  const entries = rekeyed(catalog, known);
  if (!entries.length) return [];
  const items = entries.map((entry) => {
    const { link, read } = questionLink(catalog, entry, nameOf(catalog, entry));
    read();
    return make("li", {}, link);
  });
  return [section(words.rekeyed, note(words.rekeyedNote), make("ul", { class: "tiku-rekeyed" }, ...items))];
}

/** @param {View} view */
export function history({ catalog, events }) {
  const { answers, questions, gone, latest } = historyOf(catalog, events, SHOWN);
  const lost = gone.answers ? [make("p", {}, words.gone({ questions: gone.questions, answers: gone.answers }))] : [];
  return section(words.history, make("p", {}, words.historySums({ answers, questions })), ...lost, listed(catalog, latest));
}

/** The words of the questions are read once somebody looks.
 * @type {(catalog: Catalog, answers: ReturnType<typeof historyOf>["latest"]) => HTMLElement} */
function listed(catalog, answers) {
  const named = answers.map(({ event, entry }) => entry
    ? questionLink(catalog, entry, nameOf(catalog, entry))
    : { link: words.goneQuestion({ id: event.question }), read: () => {} });
  const rows = answers.map(({ event, entry }, index) => [
    minuteOf(event.at), named[index].link,
    (event.right ? words.right : words.wrong) + (entry && entry.revision !== event.revision ? words.oldKey : ""),
  ]);
  const title = words.historyShown({ number: answers.length });
  const shown = disclosure("history", title, table(title, words.historyColumns, rows));
  shown.addEventListener("toggle", () => named.forEach(({ read }) => read()), { once: true });
  return shown;
}

/** @type {(catalog: Catalog, entry: Entry) => string} */
const nameOf = (catalog, entry) => words.question({ topic: catalog.topics[entry.topic].title, id: entry.id });

/** As the reader's clock shows it; the browser's own formatting takes longer than the whole page. @param {string} at */
function minuteOf(at) {
  const local = new Date(at);
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${dayName(dateOf(local))} ${two(local.getHours())}:${two(local.getMinutes())}`;
}
