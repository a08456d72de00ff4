// Logs from standard input -> what our optimiser makes of them, for test_optimizer.py.
//
// In: [{ histories: [[{ day, right, hard }]], batch }]; out, for each: the weights, how well they and
// the usual ones foretell, and what a fitting says.

import { readFileSync } from "node:fs";

import { scoreOf, weighed } from "../../../plugins/tiku/assets/memory/courses.js";
import { fitted } from "../../../plugins/tiku/assets/memory/fitting.js";
import { Fsrs, USUAL } from "../../../plugins/tiku/assets/memory/fsrs.js";
import { optimized } from "../../../plugins/tiku/assets/memory/optimizer.js";

const made = JSON.parse(readFileSync(0, "utf8")).map(({ histories, batch }) => {
  const weights = optimized(histories, 1, batch);
  const score = (/** @type {readonly number[]} */ by) => scoreOf(new Fsrs(by), weighed(histories));
  return { weights, own: score(weights), usual: score(USUAL), fitting: batch ? null : fitted(histories, 1) };
});

process.stdout.write(JSON.stringify(made));
