// The weights of memory fitted to this reader: tried in a worker when it is time or asked for, told with
// what it was worth, and put back at a press.

import { button } from "../core/controls.js";
import { make } from "../core/dom.js";
import { USUAL } from "../memory/fsrs.js";
import { reviewsIn } from "../memory/courses.js";
import { ENOUGH, fittingOf, isDue } from "../memory/weights.js";
import { keepFitting, readFitting } from "../sets/reader-plan.js";
import { note, section } from "./sections.js";
import { tableBelow } from "./tables.js";
import { words } from "./words.js";

/** @import { Fitting } from "../memory/weights.js" */
/** @import { Studied } from "./statistics.js" */

// Stability after a first answer that was wrong, and one that was right.
const [WRONG, RIGHT] = [0, 2];

export class FittedMemory {
  #changed;
  /** @type {Fitting | null} */
  #fitting = null;
  /** @type {Worker | null} */
  #worker = null;
  #failed = false;

  /** @param {() => unknown} changed what is reckoned with other weights now */
  constructor(changed) {
    this.#changed = changed;
  }

  async read() {
    this.#fitting = await readFitting();
  }

  /** The section; begins to fit where it is time. @param {readonly Studied[]} studied */
  show(studied) {
    const histories = studied.map(({ card }) => card.answers).filter(({ length }) => length);
    const reviews = reviewsIn(histories);
    if (!this.#worker && !this.#failed && isDue(this.#fitting, reviews)) this.#begin(histories);
    return section(words.fitted, make("div", { role: "status" }, note(this.#told(reviews))), ...this.#details(),
      make("p", { class: "tiku-controls" }, ...this.#ways(histories, reviews)));
  }

  /** @param {number} reviews */
  #told(reviews) {
    if (this.#worker) return words.fittedTrying({ reviews });
    if (this.#failed) return words.fittedFailed;
    if (reviews < ENOUGH && !this.#fitting?.weights) return words.fittedFew({ reviews, enough: ENOUGH });
    if (!this.#fitting || this.#fitting.declined) return words.fittedDeclined;
    const { usual, own, held, reviews: from, weights } = this.#fitting;
    const figures = { reviews: from, held, own: own.loss.toFixed(3), usual: usual.loss.toFixed(3) };
    if (!weights) return words.fittedUsual(figures);
    return words.fittedOwn({ ...figures, less: words.percent({ number: (100 * (1 - own.loss / usual.loss)).toFixed(1) }) });
  }

  #details() {
    const weights = this.#fitting?.weights;
    if (!weights || this.#worker) return [];
    const days = (/** @type {readonly number[]} */ by, /** @type {number} */ at) => by[at].toPrecision(2);
    const means = { right: days(weights, RIGHT), usualRight: days(USUAL, RIGHT), wrong: days(weights, WRONG), usualWrong: days(USUAL, WRONG) };
    const rows = weights.map((weight, index) => [`w${index}`, weight.toFixed(4), USUAL[index].toFixed(4)]);
    return [note(words.fittedMeans(means)), tableBelow("weights", words.fitted, words.fittedColumns, [...this.#errors(), ...rows])];
  }

  #errors() {
    const { own, usual } = /** @type {Fitting} */ (this.#fitting);
    return [[words.fittedLoss, own.loss.toFixed(4), usual.loss.toFixed(4)], [words.fittedError, own.error.toFixed(4), usual.error.toFixed(4)]];
  }

  /** @type {(histories: Studied["card"]["answers"][], reviews: number) => HTMLElement[]} */
  #ways(histories, reviews) {
    if (this.#worker) return [];
    return [
      ...(reviews < ENOUGH ? [] : [button(this.#fitting?.weights ? words.fitAgain : words.fitNow, () => {
        this.#begin(histories);
        this.#changed();
      })]),
      ...(this.#fitting?.weights ? [button(words.fitBack, () => this.#keep({ .../** @type {Fitting} */ (this.#fitting), weights: null, declined: true }))] : []),
    ];
  }

  /** @param {Studied["card"]["answers"][]} histories */
  #begin(histories) {
    this.#failed = false;
    this.#worker = new Worker(new URL("../memory/fitting-worker.js", import.meta.url), { type: "module" });
    this.#worker.onmessage = ({ data }) => this.#end(fittingOf(data));
    this.#worker.onerror = () => this.#end(null);
    this.#worker.postMessage(histories);
  }

  /** @param {Fitting | null} found */
  async #end(found) {
    this.#worker?.terminate();
    this.#worker = null;
    this.#failed = !found;
    if (found) await this.#keep(found);
    else this.#changed();
  }

  /** @param {Fitting} fitting */
  async #keep(fitting) {
    await keepFitting(fitting);
    this.#changed();
  }
}
