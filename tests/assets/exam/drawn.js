// Reads catalogues as the site writes them, and seeds; writes the papers: see test_papers_random.py.

import { readFileSync } from "node:fs";

import { catalogOf } from "../../../plugins/tiku/assets/core/catalog.js";
import { draw } from "../../../plugins/tiku/assets/exam/draw.js";

const given = /** @type {{catalog: import("../../../plugins/tiku/assets/core/catalog.js").Written, seeds: string[]}[]} */ (
  JSON.parse(readFileSync(0, "utf8")));
console.log(JSON.stringify(given.map(({ catalog: written, seeds }) => {
  const catalog = catalogOf(written);
  return seeds.map((seed) => draw(catalog, catalog.exams.e, seed).map(({ section, item }) => [section, item]));
})));
