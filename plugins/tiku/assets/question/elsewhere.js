// The questions of a large bank stand on several pages. What names one of them by the first page, or
// by the page where it once stood, is led on: the first page has a link with the id of each.

/** @param {string} name id that the address gives and that no question of this page has */
export function leadOn(name) {
  const found = document.getElementById(name);
  const link = /** @type {HTMLAnchorElement | null | undefined} */ (found?.closest(".tiku-elsewhere a"));
  const first = /** @type {HTMLAnchorElement | null} */ (document.querySelector(".tiku-pages a"));
  if (link) location.replace(link.href);
  else if (!found && first && !first.hasAttribute("aria-current")) location.replace(first.href + location.hash);
}
