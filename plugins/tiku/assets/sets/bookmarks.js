// What a reader marks a question with: 回頭再看 (in one set), 收藏, 斬題.

import { button } from "../core/controls.js";
import { make } from "../core/dom.js";
import { latest } from "../events/events.js";
import { store } from "../events/store.js";
import { goOnFrom } from "./showing.js";
import { words } from "./words.js";

/** @import { Entry, MarkEvent, StudySet } from "../core/types.js" */
/** @typedef {MarkEvent["kind"]} MarkKind */

/**
 * The last word on a question; flags and what was recalled hold in their set only.
 * @type {(question: string, kind: MarkKind, set: string) => boolean | undefined}
 */
export const bookmarkOf = (question, kind, set) => markOf(question, kind, set)?.on;

/** @type {(question: string, kind: MarkKind, set: string) => MarkEvent | undefined} */
export function markOf(question, kind, set) {
  const own = ofSet(kind, set).set;
  const events = store.eventsOf(question).filter((event) => event.kind === kind && (!own || event.set === own));
  return /** @type {MarkEvent | undefined} */ (latest(events));
}

/** @type {(question: string, kind: MarkKind, on: boolean, set: string) => Promise<void>} */
export const bookmark = (question, kind, on, set) => store.add({ kind, question, on, ...ofSet(kind, set) });

/** @type {(kind: MarkKind, set: string) => {set?: string}} */
const ofSet = (kind, set) => (kind === "flag" || kind === "known" ? { set } : {});

/** The buttons for the question that is shown. */
export class Bookmarks {
  #toggles = /** @type {const} */ (["flag", "star", "shelve"]).map((kind) => toggle(kind, (on) => this.#mark(kind, on)));
  #shelved;
  /** @type {Entry | undefined} */
  #entry;
  #set = "";
  #flag = this.#toggles[0].button;
  /** A row of its own, without the mark for the bar. */
  element = make("div", { class: "tiku-set-marks" }, ...this.#toggles.slice(1).map(({ button }) => button));

  /** @param {(entry: Entry) => void} shelved called when a question was put away */
  constructor(shelved) {
    this.#shelved = shelved;
  }

  /** The mark for the bar; an exam is no place to sort the bank. @param {StudySet} set */
  open({ id, mode }) {
    this.#set = id;
    for (const { button } of this.#toggles.slice(1)) button.hidden = mode === "exam";
    this.#flag.hidden = mode === "memorise";
    return this.#flag;
  }

  /** @param {Entry} entry */
  show(entry) {
    this.#entry = entry;
    for (const { kind, paint } of this.#toggles) paint(bookmarkOf(entry.id, kind, this.#set) === true);
  }

  /** As if its button were pressed. @param {"flag" | "star"} kind */
  flip(kind) {
    if (this.#entry) this.#mark(kind, !bookmarkOf(this.#entry.id, kind, this.#set));
  }

  /** It counts at once: a step after a slow storage would be one from where the reader is by then. @type {(kind: MarkKind, on: boolean) => void} */
  #mark(kind, on) {
    const entry = this.#entry;
    if (!entry) return;
    bookmark(entry.id, kind, on, this.#set);
    if (kind === "shelve" && on) this.#shelved(entry);
  }
}

/** What was put away is gone from the screen, and can be put back where it says so.
 * @type {(where: HTMLElement, entry: Entry, set: string) => void} */
export function tellShelved(where, { id }, set) {
  where.replaceChildren(words.shelved, " ", button(words.putBack, async () => {
    await bookmark(id, "shelve", false, set);
    where.replaceChildren(words.backAgain);
    goOnFrom(where);
  }));
}

/**
 * Putting away is an act and says its opposite afterwards; the others are pressed or not.
 * @type {(kind: MarkKind, act: (on: boolean) => unknown) => {kind: MarkKind, button: HTMLButtonElement, paint: (on: boolean) => void}}
 */
function toggle(kind, act) {
  const made = make("button", { type: "button", class: `tiku-mark-${kind}`, ...(kind === "shelve" ? { title: words.shelving } : {}) });
  /** @type {boolean | undefined} */
  let isOn;
  // The second click of a double one would put away the question that comes next.
  made.addEventListener("click", ({ detail }) => (kind === "shelve" && detail > 1) || act(!isOn));
  const paint = (/** @type {boolean} */ on) => {
    if (on === isOn) return;
    isOn = on;
    const name = kind === "shelve" && on ? words.putBack : words.markNames[kind];
    if (kind !== "shelve") made.setAttribute("aria-pressed", String(on));
    made.ariaLabel = name;
    made.replaceChildren(make("span", { "aria-hidden": "true" }, words.markSigns[kind]), make("span", { class: "tiku-mark-name" }, name));
  };
  paint(false);
  return { kind, button: made, paint };
}
