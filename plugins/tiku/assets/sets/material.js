// The material of a case: above its questions, beside them where there is room, and foldable; while
// the questions of one case follow one another it stays as the reader left it.

import { make } from "../core/dom.js";
import { words } from "./words.js";

/** @import { Entry } from "../core/types.js" */

export class Material {
  /** @type {HTMLElement | null} what stands with the question, nothing where it belongs to no case */
  element = null;
  #item = "";

  /**
   * Whether it is another than before, so that it has to be read.
   * @type {(entry: Entry, brought: Element | null) => boolean}
   */
  show({ item }, brought) {
    const isNew = brought !== null && item !== this.#item;
    this.#item = brought ? item : "";
    if (!brought) this.element = null;
    else if (isNew) this.element = folded(brought);
    return isNew;
  }
}

/** @param {Element} brought */
function folded(brought) {
  const title = brought.querySelector(".tiku-case-title")?.textContent || words.material;
  brought.querySelector(".tiku-case-title")?.remove();
  return make("details", { class: "tiku-set-material", open: true }, make("summary", {}, title), brought);
}
