// Marks what comes in as JSON: [kind, key, response] each.

import { readFileSync } from "node:fs";
import { mark } from "../../../plugins/tiku/assets/question/marking.js";

const given = JSON.parse(readFileSync(0, "utf8"));
const verdicts = given.map(([kind, key, response]) => {
  const { right, unreadable } = mark(kind, key, response);
  return unreadable ? null : right;
});
process.stdout.write(JSON.stringify(verdicts));
