// Reads a list of texts, writes what each of our foldings makes of them: see test_folding_random.py.

import { readFileSync } from "node:fs";

import { exact, fold, typed } from "../../../plugins/tiku/assets/core/folding.js";
import { canonical } from "../../../plugins/tiku/assets/core/variants.js";

const texts = JSON.parse(readFileSync(0, "utf8"));
const all = { typed, exact, fold, canonical };
console.log(JSON.stringify(Object.fromEntries(Object.entries(all).map(([name, of]) => [name, texts.map(of)]))));
