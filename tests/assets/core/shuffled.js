// Shuffles what comes in as JSON: [items, seed] each.

import { readFileSync } from "node:fs";
import { shuffled } from "../../../plugins/tiku/assets/core/random.js";

const given = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(given.map(([items, seed]) => shuffled(items, seed))));
