// Reads a text beside the page, so that a large one does not stop it.

import { imported } from "./importers.js";
import { saying } from "./saying.js";
import { source } from "./source.js";

addEventListener("message", ({ data: { name, bytes, form, title, words } }) => {
  const { text, form: found, count, told } = imported(source(name, bytes), form, title, saying(words));
  postMessage({ text, form: found, count, told });
});
