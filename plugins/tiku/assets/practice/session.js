// A set of practice: worked through, what it came to, and looked at again. Brought when the page
// has been drawn, so that nobody waits for it before choosing.

import { confirmed } from "../core/confirm.js";
import { store } from "../events/store.js";
import { mark } from "../question/marking.js";
import "../sets/player.js";
import { forget, isOpen, keepSet } from "../sets/drafts.js";
import { questionsOf } from "../sets/report.js";
import { rowsOf, showResult } from "../sets/set-result.js";
import { showInstead } from "../sets/showing.js";
import { words as setWords } from "../sets/words.js";
import { DONE } from "./open-sets.js";
import { words } from "./words.js";

/** @import { Catalog, StudySet } from "../core/types.js" */
/** @import { Part } from "../sets/report.js" */
/** @import { TikuSet } from "../sets/player.js" */

/** What leads on from a set. @typedef {{begin: (questions: string[]) => unknown, start: () => unknown}} Ways */

export class Session {
  #host;
  #catalog;
  #ways;

  /**
   * @param {HTMLElement} host
   * @param {Catalog} catalog
   * @param {Ways} ways
   */
  constructor(host, catalog, ways) {
    this.#host = host;
    this.#catalog = catalog;
    this.#ways = ways;
  }

  /** @param {StudySet} set */
  play(set) {
    history.replaceState(history.state, "", `#${encodeURIComponent(set.id)}`);
    const player = this.#player(set);
    // Another tab may have thrown it away, untouched as it was.
    for (const type of ["tiku-drafted", "tiku-answered"]) player.addEventListener(type, () => keepSet(set), { once: true });
    player.ending = { text: words.finishShort, title: words.finish, last: words.toResult, act: () => this.#finish(player) };
    this.#host.replaceChildren(player);
  }

  /** @param {StudySet} set */
  #player(set, review = false) {
    const player = /** @type {TikuSet} */ (document.createElement("tiku-set"));
    return Object.assign(player, { catalog: this.#catalog, set, review });
  }

  /** @type {(player: TikuSet) => Promise<void>} */
  async #finish(player) {
    const { set, blanks } = player;
    const lacking = player.lacking("");
    const warning = `${lacking}${blanks ? words.skipped : ""}${words.finishQuestion}`;
    if (lacking && !(await confirmed(this.#host, words.finish, warning, { yes: words.finish, no: setWords.stay }))) return;
    try {
      // What another tab has finished is marked already.
      if (set.feedback === "end" && (await isOpen(set.id))) await this.#mark(player);
    } catch {
      return player.tellUnreachable(() => this.#finish(player));
    }
    await Promise.all([forget(set.id), store.set(DONE, set)]);
    this.#result(set);
  }

  /** @param {TikuSet} player */
  async #mark(player) {
    const answered = (await player.answered()).filter(({ response }) => response.length);
    await store.add(...answered.map(({ entry, response, key, confidence }) => ({
      id: `${player.set.id}/${entry.id}`, kind: /** @type {const} */ ("answer"), question: entry.id, revision: entry.revision, response,
      right: mark(entry.kind, key, response).right, mode: player.set.mode, set: player.set.id,
      ...(confidence && { confidence }),
    })));
  }

  /** A result stays where it is over a reload, and so does what is looked at again. @type {(set: any, part: string) => void} */
  resume(set, part) {
    if (part) this.#review(set, /** @type {Part} */ (part));
    else this.#result(set);
  }

  /** @param {StudySet} set */
  #result(set) {
    history.replaceState(history.state, "", `#${encodeURIComponent(set.id)}`);
    const result = showResult(this.#catalog, set, {
      review: (part, at) => this.#review(set, part, at),
      retry: (questions) => this.#ways.begin(questions),
      again: { text: setWords.again, act: () => this.#ways.start() },
    });
    showInstead(this.#host, result);
  }

  /** @type {(set: StudySet, part: Part, from?: number) => void} */
  #review(set, part, from = 0) {
    history.replaceState(history.state, "", `#${encodeURIComponent(set.id)}/${part}`);
    const questions = questionsOf(set, rowsOf(this.#catalog, set), part);
    const player = Object.assign(this.#player({ ...set, questions }, true), { from });
    player.ending = { text: words.finishShort, title: words.endReview, last: words.backToResult, act: () => this.#result(set) };
    this.#host.replaceChildren(player);
  }
}
