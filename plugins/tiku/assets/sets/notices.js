// The notices of a set: which question one is at, what was corrected, and what is missing.

import { make } from "../core/dom.js";
import { tell } from "./showing.js";
import { words } from "./words.js";

/**
 * @typedef {object} Told
 * @property {number} at index of the question
 * @property {number} of
 * @property {string} [heading] of the section of a paper
 * @property {"correctedReview" | "correctedAgain" | null} corrected whether the key was changed since the answer
 */

export class Notices {
  #where = make("p", { class: "tiku-set-where", role: "status" });
  #heading = make("p", { class: "tiku-set-heading" });
  #gone = make("p", { class: "tiku-notice", role: "status" });
  #correction = make("p", { class: "tiku-correction" });
  #unreadable = make("p", { class: "tiku-notice", role: "status" });
  #lost = 0;
  above = [this.#where, this.#heading, this.#gone, this.#correction];
  below = this.#unreadable;

  /** @param {Told} told */
  show({ at, of, heading, corrected }) {
    const place = { at: at + 1, of };
    tell(this.#where, heading ? words.whereIn({ heading, ...place }) : words.where(place));
    tell(this.#heading, heading ?? "");
    tell(this.#correction, corrected ? words[corrected] : "");
  }

  /** @param {boolean} isUnreadable whether the answer is no number where one is asked for */
  showUnreadable(isUnreadable) {
    tell(this.#unreadable, isUnreadable ? words.unreadable : "");
  }

  /** @param {number} number of questions that the site no longer has, besides those told already */
  lose(number) {
    this.#lost += number;
    this.#gone.textContent = this.#lost ? words.gone({ number: this.#lost }) : "";
  }
}
