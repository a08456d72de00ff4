// What a reader marks a question with: 標記 (in one set), 收藏, 斬題, and 記得 or 不記得.

import { make } from "../core/dom.js";
import { latest } from "../events/events.js";
import { store } from "../events/store.js";
import { words } from "./words.js";

/** @import { Entry, MarkEvent, StudySet } from "../core/types.js" */
/** @typedef {MarkEvent["kind"]} MarkKind */

/**
 * The last word on a question; flags and what was recalled hold in their set only.
 * @type {(question: string, kind: MarkKind, set: string) => boolean | undefined}
 */
export function bookmarkOf(question, kind, set) {
  const own = ofSet(kind, set).set;
  const events = store.eventsOf(question).filter((event) => event.kind === kind && (!own || event.set === own));
  return /** @type {MarkEvent | undefined} */ (latest(events))?.on;
}

/** @type {(question: string, kind: MarkKind, on: boolean, set: string) => Promise<void>} */
export const bookmark = (question, kind, on, set) => store.add({ kind, question, on, ...ofSet(kind, set) });

/** @type {(kind: MarkKind, set: string) => {set?: string}} */
const ofSet = (kind, set) => (kind === "flag" || kind === "known" ? { set } : {});

/** A row of toggle buttons for the question that is shown. */
export class Bookmarks {
  element = make("div", { class: "tiku-set-marks" });

  /**
   * @param {Entry} entry
   * @param {StudySet} set
   * @param {() => void} recalled called when a reader said whether it was known
   */
  show(entry, set, recalled) {
    const focused = [...this.element.children].indexOf(/** @type {Element} */ (document.activeElement));
    this.element.replaceChildren(...kindsIn(set.mode).flatMap((kind) => buttons(entry, kind, set, recalled)));
    if (focused >= 0) /** @type {HTMLElement | undefined} */ (this.element.children[focused])?.focus();
  }
}

/** An exam is no place to sort the bank. @type {(mode: string) => MarkKind[]} */
function kindsIn(mode) {
  if (mode === "exam") return ["flag"];
  return [mode === "memorise" ? "known" : "flag", "star", "shelve"];
}

/** @type {(entry: Entry, kind: MarkKind, set: StudySet, recalled: () => void) => HTMLButtonElement[]} */
function buttons(entry, kind, set, recalled) {
  const on = bookmarkOf(entry.id, kind, set.id);
  const button = (/** @type {string} */ name, /** @type {boolean} */ pressed, /** @type {boolean} */ value) => {
    const made = make("button", { type: "button", "aria-pressed": String(pressed) }, name);
    made.addEventListener("click", async () => {
      await bookmark(entry.id, kind, value, set.id);
      if (kind === "known") recalled();
    });
    return made;
  };
  if (kind !== "known") return [button(words.markNames[kind], on === true, !on)];
  return [button(words.known, on === true, true), button(words.unknown, on === false, false)];
}
