// Reads texts, names and fillers; writes what each text is folded to, cut into and planned as:
// see test_queries_random.py.

import { readFileSync } from "node:fs";

import { planWith } from "../../../plugins/tiku/assets/search/queries.js";
import { bare, foldWith, tokens } from "../../../plugins/tiku/assets/search/tokens.js";

const { table, names, fillers, texts } = JSON.parse(readFileSync(0, "utf8"));
const fold = foldWith(table);
const plan = planWith(names, fillers);
console.log(JSON.stringify(texts.map(fold).map((/** @type {string} */ folded) =>
  ({ folded, tokens: tokens(folded), bare: bare(folded), units: plan(folded) }))));
