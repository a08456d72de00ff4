// Asks for what the first result waits for as soon as this module arrives: the first file, the
// style, and modules that would otherwise be asked for one after the other.

import { read } from "./reading.js";

/** @import { DestinationKind } from "./types.js" */

/**
 * @typedef {object} First what first.json holds
 * @property {[address: string, title: string][]} pages
 * @property {[DestinationKind, number][]} kinds
 * @property {[number, number][]} on
 * @property {[string, number][]} levels
 * @property {string} fold
 * @property {string[][]} synonyms
 * @property {string[]} fillers
 * @property {import("./types.js").Weights} weights
 * @property {DestinationKind[]} late kinds whose titles come with the texts
 * @property {string} [anchors]
 * @property {string} [titles]
 * @property {Record<number, string>} [names]
 * @property {Record<number, string>} [texts]
 * @property {string} [later] the file with what is not here
 * @property {Record<number, string>} [named] title and Chinese names of what is neither question nor source
 * @property {Record<string, string>} [readings] syllable -> characters
 * @property {import("./shards.js").Shelf} [shards]
 */

/**
 * @typedef {object} Later what the file it names holds
 * @property {string} anchors
 * @property {string} titles
 * @property {string} texts
 * @property {Record<number, string>} asked
 * @property {Record<number, number[]>} referrers of each destination the numbers of those that refer to it
 * @property {Record<string, string>} readings
 */

/** @type {Promise<First>} asked for anew at every visit: it names the others */
export const first = read("first.json", "no-cache");
// Who waits for it hears of a failure; nobody else has to.
// A large index is searched beside the page: what does so starts before what shows it is there.
first.then(async (told) => told.shards && (await import("./beside.js")).begin(told)).catch(() => {});

const MODULES = ["../core/dom", "excerpts", "facets", "frame", "fuzzy", "outline", "queries", "ranking", "results", "scan", "tokens", "words"];

/** @type {(rel: string, name: string, place: Element | null) => Promise<unknown>} */
function linked(rel, name, place) {
  const link = document.createElement("link");
  link.rel = rel;
  link.href = new URL(name, import.meta.url).href;
  place?.append(link);
  return new Promise((resolve) => (link.onload = link.onerror = resolve));
}

/**
 * Nothing is shown before it has its style. Inside the dialog, because instant navigation clears
 * the head of what the next page does not have.
 */
export const styled = linked("stylesheet", "search.css", document.querySelector("[data-tiku-search]"));
for (const name of MODULES) linked("modulepreload", `${name}.js`, document.head);
