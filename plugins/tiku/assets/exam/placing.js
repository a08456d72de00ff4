// A placement test on its page: one question at a time, without verdicts, then where to begin.
//
// What was answered is kept after every question, so that a reload goes on.

import { address, bring } from "../core/catalog.js";
import { button } from "../core/controls.js";
import { make } from "../core/dom.js";
import { lotOf, shuffling } from "../core/random.js";
import { newId, store } from "../events/store.js";
import { fieldOf } from "../question/kinds/kinds.js";
import "../question/question.js";
import { showInstead } from "../sets/showing.js";
import { words as setWords } from "../sets/words.js";
import { areas, lengthOf, next } from "./placement.js";
import { nextSeed } from "./seeds.js";
import { words } from "./words.js";

/** @import { Catalog, Entry, Happening } from "../core/types.js" */
/** @import { TikuQuestion } from "../question/question.js" */
/** @import { Area, Judged } from "./placement.js" */

/** @typedef {Judged & {revision: string, response: string[]}} Given */
/** @typedef {{id: string, seed: string, given: Given[]}} Placing */

export class Placement {
  #root;
  #catalog;
  #name;
  #exam;
  #intro;

  /**
   * @param {HTMLElement} root shows it
   * @param {Catalog} catalog
   * @param {string} name of the exam
   * @param {Node[]} intro what the page says of it
   */
  constructor(root, catalog, name, intro) {
    this.#root = root;
    this.#catalog = catalog;
    this.#name = name;
    this.#exam = catalog.exams[name];
    this.#intro = intro;
  }

  get #setting() {
    return `placement/${this.#name}`;
  }

  /** The ways to begin, and what the page says of it. */
  async start() {
    const kept = await store.setting(this.#setting);
    const fresh = button(kept ? words.placeAgain : words.placeBegin, () => this.#begin(), kept ? "" : "tiku-button");
    const resumed = isPlacing(kept) ? [button(setWords.resume, () => this.#ask(kept), "tiku-button")] : [];
    const ways = [...resumed, fresh];
    for (const way of ways) way.addEventListener("click", () => disable(ways));
    this.#root.replaceChildren(make("p", { class: "tiku-controls" }, ...ways), ...this.#intro);
  }

  async #begin() {
    await this.#ask({ id: newId(), seed: await nextSeed(this.#name), given: [] });
  }

  /** @param {Placing} placing */
  async #ask(placing) {
    store.set(this.#setting, placing);
    const asked = next(this.#catalog, this.#exam, placing.seed, placing.given);
    if (!asked) return this.#end(placing);
    // With what reads its answer: it is shown when it can be filled in.
    const [brought] = await Promise.all([bring(this.#catalog, asked.entry), fieldOf(asked.entry.kind)]).catch(() => [null]);
    if (!brought) return this.#unreachable(placing);
    const question = /** @type {TikuQuestion} */ (brought.question);
    question.dataset.silent = "";
    await this.#show(placing, asked.entry, question, this.#exam.sections[asked.index].title);
  }

  /** @type {(placing: Placing, entry: Entry, question: TikuQuestion, heading: string) => Promise<void>} */
  async #show(placing, entry, question, heading) {
    const where = setWords.whereIn({ heading, at: placing.given.length + 1, of: lengthOf(this.#exam) });
    const said = make("p", { class: "tiku-notice", role: "status" });
    /** @type {(response: string[], right: boolean) => unknown} */
    const judge = (response, right) => {
      disable(ways);
      return this.#judge(placing, entry, response, right);
    };
    const answer = () => {
      if (!question.response.length) said.textContent = words.placeChoose;
      else judge(question.response, question.verdictOf(question.response).right);
    };
    const ways = [button(setWords.next, answer, "tiku-button"), button(words.placeUnknown, () => judge([], false))];
    this.#root.replaceChildren(make("p", { class: "tiku-set-where", role: "status" }, where), question, said,
      make("p", { class: "tiku-controls" }, ...ways));
    await question.ready;
    question.shuffle(shuffling(lotOf(`${placing.seed}${entry.id}`)));
    question.enter();
  }

  /** @type {(placing: Placing, entry: Entry, response: string[], right: boolean) => Promise<void>} */
  #judge(placing, { id, revision }, response, right) {
    return this.#ask({ ...placing, given: [...placing.given, { question: id, revision, response, right }] });
  }

  /** @param {Placing} placing */
  #unreachable(placing) {
    this.#root.replaceChildren(make("p", { class: "tiku-unsaved", role: "status" }, setWords.unreachable, " ",
      button(setWords.tryAgain, () => this.#ask(placing))));
  }

  /** @param {Placing} placing */
  async #end(placing) {
    await store.add(...placing.given.filter(({ response }) => response.length).map((one) => answerEvent(placing.id, one)));
    await store.set(this.#setting, undefined);
    const right = placing.given.filter((one) => one.right).length;
    const shown = make("section", { class: "tiku-result", tabindex: "-1" },
      make("p", { class: "tiku-result-lead" }, words.placeResult({ right, of: placing.given.length })),
      make("ol", {}, ...areas(this.#catalog, this.#exam, placing.given).map((area) => this.#area(area))),
      make("p", { class: "tiku-controls" }, button(words.placeAgain, () => this.#begin())));
    showInstead(this.#root, shown);
  }

  /** What to read first in an area. @param {Area} area */
  #area({ index, right, of, missed }) {
    const links = new Map(missed.map((entry) => this.#reading(entry)));
    const said = words.placeArea({ title: this.#exam.sections[index].title, right, of });
    const read = [...links].map(([href, title]) => make("li", {}, make("a", { href }, title)));
    return make("li", {}, said, ...(read.length ? [words.placeRead, make("ul", {}, ...read)] : [words.placeKnown]));
  }

  /** The page that teaches what was missed, else the topic's. @param {Entry} entry @returns {[string, string]} */
  #reading({ topic, objective }) {
    const { page, title, objectives } = this.#catalog.topics[topic];
    const taught = objectives[objective];
    return taught?.page ? [address(taught.page), taught.title ?? title] : [address(page), title];
  }
}

/** One is pressed once: what it leads to may take a while. @param {HTMLButtonElement[]} ways */
const disable = (ways) => ways.forEach((way) => (way.disabled = true));

/** Storage may hold anything. @param {any} kept */
const isPlacing = (kept) => typeof kept?.id === "string" && typeof kept.seed === "string" && Array.isArray(kept.given);

/** @type {(set: string, given: Given) => Happening} */
const answerEvent = (set, { question, revision, response, right }) => ({
  id: `${set}/${question}`, kind: "answer", question, revision, response, right, mode: "exam", set,
});
