// The last searches of this browser; they go nowhere, and can be cleared.

import { make } from "../dom.js";
import { store } from "../store.js";
import { words } from "./words.js";

const SETTING = "searches";
const KEPT = 8;

/** @returns {Promise<string[]>} the latest first */
export async function recentSearches() {
  const kept = await store.setting(SETTING);
  return Array.isArray(kept) ? kept.filter((one) => typeof one === "string") : [];
}

/** @param {string} typed */
export async function remember(typed) {
  const text = typed.trim();
  if (!text) return;
  const before = (await recentSearches()).filter((one) => one !== text);
  await store.set(SETTING, [text, ...before].slice(0, KEPT));
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
  clear.addEventListener("click", () => {
    store.set(SETTING, []);
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
