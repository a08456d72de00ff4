// The keys of a set: which are its own, also where nothing has the focus, and what each of them does.

import { isTyping } from "../core/composition.js";
import { press } from "../question/keyboard.js";

/** @import { TikuQuestion } from "../question/question.js" */
/** @import { Bar } from "./bar.js" */

/**
 * @typedef {object} Keyed
 * @property {TikuQuestion | null} question
 * @property {Bar} bar
 * @property {Record<string, () => unknown>} acts what a letter does
 */

/** @type {(event: KeyboardEvent, set: HTMLElement) => boolean} */
export function isFor({ target }, set) {
  const on = /** @type {Element} */ (target);
  return !set.inert && (on === document.body || (set.contains(on) && !on.closest("dialog")));
}

/** @type {(event: KeyboardEvent, keyed: Keyed) => void} */
export function handleKey(event, keyed) {
  const target = /** @type {Element} */ (event.target);
  const isFree = target === document.body;
  const act = isTyping(event) ? undefined : meaningOf(event, target, isFree, keyed);
  if (act) {
    act();
    event.preventDefault();
    event.stopPropagation();
  } else if (isFree && keyed.question) press(event, keyed.question);
}

/** @type {(event: KeyboardEvent, target: Element, isFree: boolean, keyed: Keyed) => (() => unknown) | undefined} */
function meaningOf({ key, repeat }, target, isFree, { question, bar, acts }) {
  const isSilent = target.matches("input") && question?.dataset.silent !== undefined;
  if (key === "Enter" && !repeat && (isFree || isSilent || target === question)) return () => bar.press();
  return bar.many["123".indexOf(key)] ?? acts[key.toLowerCase()];
}
