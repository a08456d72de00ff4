// Text as readers will read it, as far as it needs no Markdown: paragraphs, and **bold**.

import { make } from "../core/dom.js";

const BOLD = /\*\*([^\s*](?:[^*]*[^\s*])?)\*\*/;
/** A line break between two Chinese characters is the author's line width. */
const CHINESE_BREAK = /(?<=[\u2e80-\u9fff\uf900-\uffef\u3000-\u303f])\n(?=[\u2e80-\u9fff\uf900-\uffef\u3000-\u303f])/g;

/** @param {string} text */
export const paragraphs = (text) =>
  text.trim().split(/\n{2,}/).map((one) => make("p", {}, ...inline(one)));

/**
 * @param {string} text
 * @returns {(Node | string)[]}
 */
export function inline(text) {
  const parts = text.trim().replace(CHINESE_BREAK, "").split(BOLD);
  return parts.map((part, index) => (index % 2 ? make("strong", {}, part) : part));
}
