// Starts reading the first file of the search as soon as this module arrives.

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

/**
 * A file beside this module; offline what the browser has kept will do.
 * @param {string} name
 * @param {RequestCache} [cache]
 */
export async function read(name, cache = "default") {
  const address = new URL(name, import.meta.url);
  const response = await fetch(address, { cache }).catch(() => fetch(address, { cache: "force-cache" }));
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response.json();
}

/** @type {Promise<First>} asked for anew at every visit: it names the others */
export const first = read("first.json", "no-cache");
// Who waits for it hears of a failure; nobody else has to.
first.catch(() => {});
