// Reads sites of the search, each as its files, and queries; writes what the browser finds, and what
// it reads of tokens and names: see test_ranking_random.py.

import { readFileSync } from "node:fs";

import { rank } from "../../../plugins/tiku/assets/search/ranking.js";
import { openIndex } from "../../../plugins/tiku/assets/search/search-index.js";

/** @typedef {{files: Record<string, any>, queries: string[], tokens: string[], names: string[]}} Site */

/** The index with the texts, where they come later. @type {(files: Record<string, any>) => Promise<import("../../../plugins/tiku/assets/search/search-index.js").Index>} */
const opened = (files) =>
  new Promise((resolve) => {
    const read = async (/** @type {string} */ name) => files[name] ?? Promise.reject(new Error(name));
    const first = files["first.json"];
    openIndex(first, read, resolve).then((index) => first.shards && resolve(index));
  });

/** @param {import("../../../plugins/tiku/assets/search/types.js").Hits} hits */
function listed(hits) {
  const found = /** @type {[number, number][]} */ ([]);
  hits.forEach((says, number) => found.push([number, says]));
  return found;
}

/** @type {(site: Site) => Promise<object>} */
async function answered({ files, queries, tokens, names }) {
  const { facts, source, fold, plan } = await opened(files);
  const found = [];
  for (const typed of queries) {
    const folded = fold(typed).trim();
    const units = plan(folded);
    await source.prepare(units.flat(2));
    found.push(await rank(folded, units, source, facts, fold));
  }
  await source.prepare([...tokens, ...names]);
  return { found, hits: tokens.map((token) => listed(source.hits(token))), called: names.map(source.called) };
}

const sites = /** @type {Site[]} */ (JSON.parse(readFileSync(0, "utf8")));
console.log(JSON.stringify(await Promise.all(sites.map(answered))));
