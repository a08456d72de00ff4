// What is to be heeded at one field, told beside it.

/** @type {import("./calculation.js").Part} */
export function show(host, _tool, result) {
  for (const place of /** @type {Iterable<HTMLElement>} */ (host.querySelectorAll("[data-here]"))) {
    const told = result?.warnings.filter(({ at }) => at === place.dataset.here) ?? [];
    place.textContent = told.map(({ text }) => text).join(" ");
  }
}
