// The dialog behind `?`: which keys there are, and how a reader wants to go through a set.

import { button, tick } from "../core/controls.js";
import { make } from "../core/dom.js";
import { keepPreferences, NAMES } from "./preferences.js";
import { words } from "./words.js";

/** @import { Preferences } from "./preferences.js" */

/**
 * @param {Element} where
 * @param {Preferences} preferences
 * @param {(preferences: Preferences) => void} changed
 */
export function openHelp(where, preferences, changed) {
  const form = make("form", { method: "dialog", class: "tiku-help" },
    make("h2", {}, words.ways), ...NAMES.map((name) => make("p", {}, tick(name, words.preferences[name], preferences[name]))),
    make("h2", {}, words.keysTitle), keys(), make("p", {}, words.swipe), make("p", {}, words.shelving),
    make("button", { class: "tiku-button" }, words.close));
  form.addEventListener("change", () => {
    const data = new FormData(form);
    const chosen = /** @type {any} */ (Object.fromEntries(NAMES.map((name) => [name, data.has(name)])));
    keepPreferences(chosen);
    changed(chosen);
  });
  const dialog = make("dialog", { class: "tiku-dialog", "aria-label": words.help }, form);
  dialog.addEventListener("close", () => dialog.remove());
  where.append(dialog);
  dialog.showModal();
}

const KEYS = /** @type {const} */ ({
  choose: ["1–9", "A–E"], check: ["Enter"], steps: ["N", "P"], marks: ["F", "S"], recall: ["1", "2", "3"], help: ["?"],
});

const keys = () => make("dl", { class: "tiku-keys" }, ...Object.entries(KEYS).flatMap(([name, pressed]) => [
  make("dt", {}, ...pressed.map((one) => make("kbd", {}, one))), make("dd", {}, words.keys[/** @type {keyof typeof KEYS} */ (name)]),
]));

/** @param {() => unknown} open */
export function helpButton(open) {
  const made = button("", open);
  made.setAttribute("aria-label", words.help);
  made.append(make("span", { "aria-hidden": "true" }, "？"));
  return made;
}
