// Reads texts with the importers of the page, writes what becomes of each: see test_in_browser.py.

import { readFileSync } from "node:fs";

import { imported } from "../../plugins/tiku/assets/importing/importers.js";
import { saying } from "../../plugins/tiku/assets/importing/saying.js";
import { source } from "../../plugins/tiku/assets/importing/source.js";

const { files, words } = JSON.parse(readFileSync(0, "utf8"));
const said = saying(words);
console.log(JSON.stringify(files.map(([name, base64, form]) => {
  const { text, form: found, count, told } = imported(source(name, Buffer.from(base64, "base64")), form, "", said);
  return { text, form: found, count, told };
})));
