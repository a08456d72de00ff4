// Results as elements: what a reader typed and what authors wrote stay text.

import { make } from "../core/dom.js";
import { ROOT } from "../core/root.js";
import { closestPoint, excerpt, marked } from "./excerpts.js";
import { BEST, MOST } from "./outline.js";
import { words } from "./words.js";

/** @import { Index } from "./search-index.js" */
/** @import { DestinationKind, SearchRecord } from "./types.js" */
/** @import { Piece } from "./excerpts.js" */

const LENGTH = 70;
const PER_KIND = 3;

/**
 * @typedef {object} Found
 * @property {number[]} numbers what is shown, best first
 * @property {number[]} all
 * @property {Map<string, number>} counts how many of each kind, "" of all
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
  const { kinds } = found.index.facts;
  const best = found.numbers.slice(0, most);
  const others = [...grouped(found.numbers.slice(most), kinds)].map(([kind, numbers]) => {
    const count = (found.counts.get(kind) ?? 0) - best.filter((number) => kinds[number] === kind).length;
    return groupWithMore(kind, numbers, count, found);
  });
  return Promise.all([group(words.best, best, found), ...others]);
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

/** @type {(kind: DestinationKind, numbers: number[], count: number, found: Found) => Promise<HTMLElement>} */
async function groupWithMore(kind, numbers, count, found) {
  const section = await group(words.kinds[kind], numbers.slice(0, PER_KIND), found);
  if (numbers.length <= PER_KIND) return section;
  const more = make("button", { type: "button", class: "tiku-more" }, words.more({ number: count - PER_KIND }));
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
  const nearest = terms.length ? [await group(words.nearest, terms, { numbers: [], all: [], counts: new Map(), leading: 0, marks: [], isWeak: false, index })] : [];
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
