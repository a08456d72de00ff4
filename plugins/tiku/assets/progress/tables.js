// Tables that may be wider than a phone, and the ones that stand behind a picture.

import { make } from "../core/dom.js";
import { words } from "./words.js";

/**
 * @param {string} caption
 * @param {readonly string[]} head
 * @param {readonly (readonly (string | Node)[])[]} rows the first cell of each names it
 */
export function table(caption, head, rows) {
  const body = rows.map(([name, ...cells]) =>
    make("tr", {}, make("th", { scope: "row" }, name), ...cells.map((cell) => make("td", {}, cell))));
  // A class of its own, so that Material does not make the table scroll by itself.
  const whole = make("table", { class: "tiku-numbers" }, make("caption", {}, caption),
    make("thead", {}, make("tr", {}, ...head.map((name) => make("th", { scope: "col" }, name)))), make("tbody", {}, ...body));
  return make("div", { class: "tiku-table", tabindex: "0", role: "group", "aria-label": caption }, whole);
}

/**
 * What opens to show more; `name` is how it is known to be open when everything is drawn anew.
 * @type {(name: string, title: string, ...inside: Node[]) => HTMLDetailsElement}
 */
export const disclosure = (name, title, ...inside) =>
  make("details", { class: "tiku-groups", "data-name": name }, make("summary", {}, title), ...inside);

/** The numbers of a picture, below it.
 * @type {(name: string, ...args: Parameters<typeof table>) => HTMLDetailsElement} */
export const tableBelow = (name, ...args) => disclosure(name, words.table, table(...args));
