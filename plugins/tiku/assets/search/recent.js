// The last searches of this browser; they go nowhere, and can be cleared.

import { make } from "../core/dom.js";
import { store } from "../events/store.js";
import { words } from "./words.js";

const SETTING = "searches";
const KEPT = 8;

/** @type {string[] | undefined} the latest first; read once, so that leaving the page loses none */
let kept;

export async function recentSearches() {
  if (kept) return kept;
  const found = await store.setting(SETTING);
  return (kept ??= Array.isArray(found) ? found.filter((one) => typeof one === "string") : []);
}

/** @param {string} typed */
export function remember(typed) {
  const text = typed.trim();
  if (text) keep([text, ...(kept ?? []).filter((one) => one !== text)].slice(0, KEPT));
}

/** @param {string[]} searches */
function keep(searches) {
  kept = searches;
  return store.set(SETTING, searches);
}

/**
 * A row of them, each a button; nothing where there are none.
 * @param {(typed: string) => void} choose
 */
export async function recentRow(choose) {
  const searches = await recentSearches();
  if (!searches.length) return [];
  const row = make("div", { class: "tiku-recent", role: "group", "aria-label": words.recent });
  const clear = make("button", { type: "button", class: "tiku-clear" }, words.clear);
  clear.addEventListener("click", async () => {
    await keep([]);
    row.remove();
  });
  row.append(make("span", {}, words.recent), ...searches.map((typed) => again(typed, choose)), clear);
  return [row];
}

/** @type {(typed: string, choose: (typed: string) => void) => HTMLElement} */
function again(typed, choose) {
  const button = make("button", { type: "button" }, typed);
  button.addEventListener("click", () => choose(typed));
  return button;
}
