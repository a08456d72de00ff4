// Where the page 進度 leads to.

import { address, bring } from "../core/catalog.js";
import { make } from "../core/dom.js";

/** @import { Catalog, Entry } from "../core/types.js" */

const FILTERS = ["count", "topic", "kind", "difficulty", "syllabus", "tag"];

/**
 * The practice page with a set chosen; filters of the last time are taken off.
 * @type {(practice: string, wish: Record<string, string>) => string}
 */
export function practiceAddress(practice, wish) {
  const url = new URL(practice);
  for (const name of FILTERS) url.searchParams.set(name, "");
  for (const [name, value] of Object.entries(wish)) url.searchParams.set(name, value);
  return url.href;
}

/**
 * A question where it stands among the others of its topic; its first words are read when asked.
 * @type {(catalog: Catalog, entry: Entry, name: string) => {link: HTMLAnchorElement, read: () => Promise<void>}}
 */
export function questionLink(catalog, entry, name) {
  const link = make("a", { href: `${address(catalog.topics[entry.topic].page)}#${encodeURI(entry.id)}` }, name);
  const read = async () => {
    const brought = await bring(catalog, entry);
    link.textContent = brought?.question.querySelector("legend")?.textContent?.trim() || name;
  };
  return { link, read: () => read().catch(() => {}) };
}
