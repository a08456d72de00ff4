// The question that the address names. Those of a large bank stand on several pages: what names one
// by the first page, or by the page where it once stood, is led on: the first has a link with the id of each.

import { addressed } from "../core/address.js";

/** @import { TikuQuestion } from "./question.js" */

/** It is shown, whatever the filters say. @param {TikuQuestion[]} questions of a quiz */
export function enterAddressed(questions) {
  const name = addressed();
  const question = questions.find(({ id }) => id === name);
  if (!question) return leadOn(name);
  question.hidden = false;
  question.closest(".tiku-case")?.removeAttribute("hidden");
  question.enter();
}

/** @param {string} name id that the address gives and that no question of this quiz has */
function leadOn(name) {
  const found = document.getElementById(name);
  const link = /** @type {HTMLAnchorElement | null | undefined} */ (found?.closest(".tiku-elsewhere a"));
  const first = /** @type {HTMLAnchorElement | null} */ (document.querySelector(".tiku-pages a"));
  if (link) location.replace(link.href);
  else if (!found && first && !first.hasAttribute("aria-current")) location.replace(first.href + location.hash);
}
