// The stage of a set: the question on the screen with the material of its case, and where the
// keyboard and the eye go when it comes.

import { make } from "../core/dom.js";
import { Material } from "./material.js";
import { bringIntoView, goOnFrom, letGo } from "./showing.js";

/** @import { Brought } from "../core/catalog.js" */
/** @import { Entry, StudySet } from "../core/types.js" */
/** @import { TikuQuestion } from "../question/question.js" */

export class Stage {
  element = make("div", { class: "tiku-set-stage" });
  /** @type {TikuQuestion | null} */
  question = null;
  #material = new Material();
  /** @type {Element | null} what has to be read first */
  #first = null;

  /**
   * Shows a question; the same once it can be answered, null where another has come meanwhile.
   * @type {(entry: Entry, brought: Brought, set: StudySet, isSilent: boolean) => Promise<TikuQuestion | null>}
   */
  async put(entry, brought, set, isSilent) {
    const question = /** @type {TikuQuestion} */ (brought.question);
    this.question = question;
    dress(question, set, isSilent);
    const isNewCase = this.#material.show(entry, brought.material);
    const { element: material } = this.#material;
    letGo();
    this.element.toggleAttribute("data-case", material !== null);
    this.element.replaceChildren(...(material ? [material] : []), question);
    this.#first = isNewCase && material ? material : question;
    await question.ready;
    return question === this.question && question.isConnected ? question : null;
  }

  /** The keyboard goes into the question, and what has to be read comes into view. */
  enter() {
    if (this.question) enter(this.question);
    if (this.#first) bringIntoView(this.#first);
  }
}

/** Tells a question which set leads it. @type {(question: TikuQuestion, set: StudySet, isSilent: boolean) => void} */
export function dress(question, set, isSilent) {
  question.dataset.mode = set.mode;
  question.dataset.set = set.id;
  question.toggleAttribute("data-silent", isSilent);
}

/**
 * Nobody asked for the keyboard of a phone, which covers half of the question; where nothing can be
 * answered any more, and nothing else has the focus, it is read from its beginning.
 * @param {TikuQuestion} question
 */
function enter(question) {
  const isTyped = question.querySelector("fieldset :is(input[name=answer], textarea)") !== null;
  if (isTyped && matchMedia("(pointer: coarse)").matches) return goOnFrom(question);
  question.enter(true);
  if (document.activeElement === document.body) goOnFrom(question);
}

