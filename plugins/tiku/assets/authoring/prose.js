// Text as readers will read it, as far as it needs no Markdown: paragraphs, and **bold**. The
// patterns are the site's own and come with the lists. The twin of rendering/prose.py; both read
// tests/cases/prose.json.

import { make } from "../core/dom.js";

/** @typedef {{patterns: {lineBreak: string, bold: string}}} Patterned */

/** @type {(text: string, lists: Patterned) => HTMLElement[]} */
export const paragraphs = (text, lists) =>
  text.trim().split(/\n{2,}/).map((one) => make("p", {}, ...inline(one, lists)));

/** @type {(text: string, lists: Patterned) => (Node | string)[]} */
export const inline = (text, lists) =>
  parts(text, lists).map((part, index) => (index % 2 ? make("strong", {}, part) : part));

/** Text and bold text in turn. @type {(text: string, lists: Patterned) => string[]} */
export const parts = (text, { patterns: { lineBreak, bold } }) =>
  text.trim().replace(new RegExp(lineBreak, "gu"), "").replaceAll("\n", " ").split(new RegExp(bold, "u"));
