// Results as elements: what a reader typed and what authors wrote stay text.

import { make } from "../core/dom.js";
import { ROOT } from "../core/root.js";
import { closestPoint, excerpt, marked } from "./excerpts.js";
import { words } from "./words.js";

/** @import { Index } from "./search-index.js" */
/** @import { DestinationKind, SearchRecord } from "./types.js" */
/** @import { Piece } from "./excerpts.js" */

const LENGTH = 70;
const BEST = 5;
const PER_KIND = 3;
const MOST = 30;

/**
 * @typedef {object} Found
 * @property {number[]} numbers best first
 * @property {string[]} marks
 * @property {number} leading how many of them may be called the best
 * @property {boolean} isWeak
 * @property {Index} index
 */

/** Whether a reader has gone to them, or holds one under a finger: they are not exchanged then. @param {HTMLElement} list */
export const isInResults = (list) => list.contains(document.activeElement) && list.querySelector(".tiku-result") !== null;

/**
 * The best of all kinds, then what is left by kind; one kind alone is a plain list.
 * @type {(found: Found, single: boolean) => Promise<HTMLElement[]>}
 */
export async function resultGroups(found, single) {
  if (single) return [await group("", found.numbers.slice(0, MOST), found)];
  const most = Math.min(BEST, found.leading);
  const best = group(words.best, found.numbers.slice(0, most), found);
  const rest = grouped(found.numbers.slice(most), found.index.facts.kinds);
  const others = [...rest].map(([kind, numbers]) => groupWithMore(kind, numbers, found));
  return Promise.all([best, ...others]);
}

/** @type {(numbers: number[], kinds: DestinationKind[]) => Map<DestinationKind, number[]>} */
function grouped(numbers, kinds) {
  /** @type {Map<DestinationKind, number[]>} */
  const groups = new Map();
  for (const number of numbers) {
    const group = groups.get(kinds[number]);
    if (group) group.push(number);
    else groups.set(kinds[number], [number]);
  }
  return groups;
}

/** @type {(kind: DestinationKind, numbers: number[], found: Found) => Promise<HTMLElement>} */
async function groupWithMore(kind, numbers, found) {
  const section = await group(words.kinds[kind], numbers.slice(0, PER_KIND), found);
  if (numbers.length <= PER_KIND) return section;
  const more = make("button", { type: "button", class: "tiku-more" }, words.more({ number: numbers.length - PER_KIND }));
  more.addEventListener("click", async () => {
    const list = await group("", numbers.slice(PER_KIND, MOST), found);
    const items = [...list.querySelectorAll("li")];
    section.querySelector("ol")?.append(...items);
    items[0]?.querySelector("a")?.focus();
    more.remove();
  });
  section.append(more);
  return section;
}

/** @type {(title: string, numbers: number[], found: Found) => Promise<HTMLElement>} */
async function group(title, numbers, found) {
  const written = await found.index.source.read(numbers);
  const items = numbers.map((number, at) => make("li", {}, result(number, written[at], found)));
  const list = make("ol", { class: "tiku-results" }, ...items);
  const label = title ? [make("p", { class: "tiku-group" }, title)] : [];
  return make("div", { role: "group", "aria-label": title || words.all }, ...label, list);
}

/** @type {(number: number, written: SearchRecord, found: Found) => HTMLElement} */
function result(number, { anchor, title, names, text }, { marks, index }) {
  const { facts, fold } = index;
  const [address, page] = facts.pages[facts.on[number]];
  const kind = facts.kinds[number];
  const url = new URL(address, ROOT);
  const folded = fold(title);
  const point = closestPoint(text, marks.filter((mark) => !folded.includes(mark)), fold);
  if (anchor) url.hash = point.number ? `${anchor}-${point.number}` : anchor;
  const at = point.number ? words.point({ number: point.number }) : "";
  const length = kind === "term" ? text.length : LENGTH;
  return make("a", { class: "tiku-result", href: url.href, "data-kind": kind },
    make("span", { class: "tiku-result-title" }, ...shown(marked(title, marks, fold))),
    make("span", { class: "tiku-result-place" }, [...new Set([words.kinds[kind], anchor ? page : "", at])].filter(Boolean).join(" · ")),
    ...(names ? [make("span", { class: "tiku-result-names" }, ...shown(marked(names, marks, fold)))] : []),
    make("span", { class: "tiku-result-text" }, ...shown(excerpt(point.text, marks, fold, length))));
}

/** @param {Piece[]} pieces */
const shown = (pieces) => pieces.map(({ text, marked }) => (marked ? make("mark", {}, text) : text));

/**
 * What is offered where nothing was found.
 * @type {(typed: string, index: Index) => Promise<HTMLElement[]>}
 */
export async function instead(typed, index) {
  const terms = index.nearestTerms(typed, PER_KIND);
  const nearest = terms.length ? [await group(words.nearest, terms, { numbers: [], leading: 0, marks: [], isWeak: false, index })] : [];
  const pages = index.facts.pages.filter(([, title]) => title === words.faq).map(([address]) => address);
  const links = [...pages.map((address) => link(words.faq, address)), everythingLink()];
  return [...nearest, make("p", { class: "tiku-instead" }, words.instead, ...links)];
}

/** The page that lists everything: the form leads there without this script. */
export function everythingLink() {
  const form = document.querySelector("[data-tiku-search] form");
  return make("a", { href: form?.getAttribute("action") ?? "" }, words.everything);
}

/** @type {(title: string, address: string) => HTMLElement} */
const link = (title, address) => make("a", { href: new URL(address, ROOT).href }, title);
