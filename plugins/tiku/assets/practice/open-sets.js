// Sets that were begun: the newest to go on with, the others folded, what nobody touched thrown away.

import { button } from "../core/controls.js";
import { momentOf } from "../core/dates.js";
import { make } from "../core/dom.js";
import { own } from "../core/own.js";
import { forget, touched } from "../sets/drafts.js";
import { words as setWords } from "../sets/words.js";
import { words } from "./words.js";

/** @import { Open } from "../sets/drafts.js" */

// The set that was finished last, so that its result can be looked at again.
export const DONE = "done";

/**
 * What to go on with; nothing where all is done.
 * @param {readonly any[]} sets of this page, the newest first
 * @param {(set: any) => unknown} play
 * @returns {Promise<HTMLElement[]>}
 */
export async function openSetsShown(sets, play) {
  const counted = await Promise.all(sets.map(touched));
  await Promise.all(counted.filter(({ answered }) => !answered).map(({ set }) => forget(set.id)));
  const [newest, ...others] = counted.filter(({ answered }) => answered).map((open) => row(open, play));
  if (!newest) return [];
  if (!others.length) return [newest];
  const folded = make("details", { class: "tiku-groups" }, make("summary", {}, words.otherSets({ number: others.length })), ...others);
  return [newest, folded];
}

/** @type {(open: Open, play: (set: any) => unknown) => HTMLElement} */
function row({ set, answered }, play) {
  const text = words.openSet({ mode: own(words.modes, set.mode) ?? set.mode, of: set.questions.length, answered, at: momentOf(set.at) });
  const box = make("p", { class: "tiku-open-set" }, text, " ", button(setWords.resume, () => play(set), "tiku-button"),
    button(setWords.drop, async () => {
      await forget(set.id);
      const beside = box.parentElement;
      box.remove();
      /** @type {HTMLElement | null | undefined} */ (beside?.querySelector("button, summary"))?.focus();
    }));
  return box;
}
