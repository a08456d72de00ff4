// How a reader wants to go through a set; kept where the other settings are.

import { store } from "../events/store.js";

/**
 * @typedef {object} Preferences
 * @property {boolean} tap whether a tap on a choice checks it at once, where one is chosen
 * @property {boolean} onward whether a right answer leads on by itself
 * @property {boolean} paper whether a tap on a choice leads on where nothing is marked yet: in exams
 */

const NAME = "player";

/** @type {Preferences} */
export const USUAL = { tap: true, onward: false, paper: false };

export const NAMES = /** @type {(keyof Preferences)[]} */ (Object.keys(USUAL));

/** Storage may hold anything. @returns {Promise<Preferences>} */
export async function readPreferences() {
  const kept = await store.setting(NAME);
  const known = NAMES.filter((name) => typeof kept?.[name] === "boolean").map((name) => [name, kept[name]]);
  return { ...USUAL, ...Object.fromEntries(known) };
}

/** @param {Preferences} preferences */
export const keepPreferences = (preferences) => store.set(NAME, preferences);
