// The reader's own notes, to be searched and to go on from.

import { button } from "../core/controls.js";
import { make } from "../core/dom.js";
import { fold } from "../core/folding.js";
import { words } from "./words.js";

/** @import { Entry } from "../core/types.js" */
/** @import { Known } from "../sets/selection.js" */

/** @type {(entries: readonly Entry[], known: Known, begin: (questions: string[]) => unknown, sought: string) => HTMLElement} */
export function showNotes(entries, known, begin, sought) {
  const field = make("input", { type: "search", maxlength: "200", value: sought });
  const rows = entries.map((entry) => {
    const { note } = known(entry);
    return { text: fold(note), element: make("li", {}, button(words.toQuestion, () => begin([entry.id])), make("p", { class: "tiku-own-text" }, note)) };
  });
  const seek = () => rows.forEach(({ text, element }) => (element.hidden = !text.includes(fold(field.value))));
  field.addEventListener("input", seek);
  seek();
  // Enter looks for notes and begins nothing; nor is this field one of the form around it, which would show them anew.
  field.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
  field.addEventListener("change", (event) => event.stopPropagation());
  return make("section", { class: "tiku-notes" }, make("label", {}, words.searchNotes, " ", field), make("ul", {}, ...rows.map(({ element }) => element)));
}
