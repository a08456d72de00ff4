// Reads texts and the site's patterns; writes what the preview makes of each: see test_prose_random.py.

import { readFileSync } from "node:fs";

import { parts } from "../../../plugins/tiku/assets/authoring/prose.js";

const { texts, patterns } = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(texts.map((/** @type {string} */ text) => parts(text, { patterns }))));
