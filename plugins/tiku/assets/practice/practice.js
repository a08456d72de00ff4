// <tiku-practice>: choose what to practise, work through it, see what it came to.

import { addressed } from "../core/address.js";
import { loadCatalog } from "../core/catalog.js";
import { make } from "../core/dom.js";
import { dayOf } from "../core/days.js";
import { own } from "../core/own.js";
import { newId, store } from "../events/store.js";
import { unsavedNotice } from "../events/unsaved.js";
import { choice, tick } from "../core/controls.js";
import { isOfPlan, readPlan } from "../sets/reader-plan.js";
import { candidates, choose } from "../sets/selection.js";
import { isSet, keepSet, openSets } from "../sets/drafts.js";
import { DONE, openSetsShown } from "./open-sets.js";
import { presets } from "./presets.js";
import { examPlan, planDay, planReviews, waiting } from "../memory/daily-plan.js";
import { recorder } from "../events/records.js";
import { words as facets } from "../core/facet-words.js";
import { words as common } from "../core/words.js";
import { words as setWords } from "../sets/words.js";
import { words } from "./words.js";

/** @import { Catalog, StudySet } from "../core/types.js" */
/** @import { Mode } from "../sets/selection.js" */
/** @import { Session } from "./session.js" */
/** @import { ExamPlan } from "../memory/daily-plan.js" */

const MODES = /** @type {Mode[]} */ (Object.keys(words.modes));
const FILTERS = /** @type {const} */ (["topic", "kind", "difficulty", "syllabus", "tag"]);
const COUNTS = ["10", "20", "50", ""];

class TikuPractice extends HTMLElement {
  /** @type {Catalog} */
  #catalog = /** @type {any} */ (null);
  #form = make("form", { class: "tiku-practice-form", autocomplete: "off" });
  #hint = make("p", { class: "tiku-practice-hint" });
  #available = make("output", {});
  #groups = make("div");
  #own = make("details", { class: "tiku-groups tiku-own-choice" }, make("summary", {}, words.ownChoice), this.#form);
  #known = recorder((question) => store.eventsOf(question));
  /** @type {ExamPlan} */
  #plan = examPlan(null);
  /** What a question is worth, for the exam of the plan. @type {Map<string, number> | null} */
  #worth = null;
  #failed = make("p", { class: "tiku-unsaved", role: "status" }, setWords.failed);
  #isBeginning = false;
  /** @type {Promise<Session> | undefined} */
  #brought;

  async connectedCallback() {
    try {
      [this.#catalog, this.#plan] = await Promise.all([loadCatalog(topicAsked()), readPlan(), store.ready()]);
      await this.#weigh();
    } catch {
      this.replaceChildren(this.#failed);
      return;
    }
    // A reader may have gone on before the log was read.
    if (!this.isConnected) return;
    store.addEventListener("set", this);
    if (!this.#form.hasChildNodes()) this.#build();
    const [resumed, part] = addressed().split("/");
    const [open, done] = await Promise.all([openSets(), store.setting(DONE)]);
    const set = open.find(({ id }) => id === resumed);
    if (set) this.#play(set);
    else if (isSet(done) && done.id === resumed) this.#lead((session) => session.resume(done, part));
    else if (!(await this.#beginAddressed())) await this.#start();
    // What a set needs is there before a lift or a tunnel.
    this.#session().catch(() => {});
  }

  disconnectedCallback() {
    store.removeEventListener("set", this);
  }

  /** Another tab has set the plan: what is due today may be something else. What is being chosen stays. @param {Event} event */
  async handleEvent(event) {
    if (!isOfPlan(/** @type {CustomEvent<string>} */ (event).detail)) return;
    this.#plan = await readPlan();
    await this.#weigh();
    if (!this.contains(this.#form)) return;
    const ways = await this.#ways();
    // A set may have begun meanwhile.
    if (!this.contains(this.#form)) return;
    while (this.firstChild !== this.#own) this.firstChild?.remove();
    this.prepend(...ways);
    this.#count();
  }

  /** Begins what the address asks for, once: going back or reading it again begins nothing. */
  async #beginAddressed() {
    const wished = new URLSearchParams(location.search);
    const mode = wished.get("begin");
    if (!MODES.some((one) => one === mode)) return false;
    history.replaceState(history.state, "", location.pathname);
    const filters = Object.fromEntries(FILTERS.map((name) => [name, wished.get(name) ?? ""]));
    const questions = this.#preset(/** @type {Mode} */ (mode), filters, Number(wished.get("count")) || Infinity);
    await this.#begin(questions, { ...this.#wish, mode: /** @type {Mode} */ (mode), feedback: "once" });
    return questions.length > 0;
  }

  async #weigh() {
    const exam = own(this.#catalog.exams, this.#plan.exam);
    this.#worth = exam ? (await import("../exam/blueprint.js")).worthIn(this.#catalog, exam) : null;
  }

  get #wish() {
    const data = new FormData(this.#form);
    return {
      mode: /** @type {Mode} */ (String(data.get("mode"))),
      filters: Object.fromEntries(FILTERS.map((name) => [name, String(data.get(name) ?? "")])),
      count: Number(data.get("count")) || Infinity,
      feedback: data.get("feedback") === "end" ? /** @type {const} */ ("end") : /** @type {const} */ ("once"),
      shuffle: data.has("shuffle"),
      confidence: data.has("confidence"),
    };
  }

  /** The page as it is before a set: open sets, and the form. */
  async #start() {
    try {
      await this.#chooseFromAll();
    } catch {
      this.prepend(this.#failed);
      return;
    }
    history.replaceState(history.state, "", location.pathname + location.search);
    this.replaceChildren(...(await this.#ways()), this.#own);
    await this.#changed();
  }

  /** After a set of one topic. */
  async #chooseFromAll() {
    const catalog = await loadCatalog();
    if (catalog === this.#catalog) return;
    this.#catalog = catalog;
    this.#brought = undefined;
    await this.#weigh();
    this.#form.replaceChildren();
    this.#build();
  }

  /** What stands before the form: the sets to go on with, and what can begin at once. @returns {Promise<HTMLElement[]>} */
  async #ways() {
    const [sets, kept] = await Promise.all([openSets(), store.setting("practice")]);
    const open = await openSetsShown(sets.filter(({ exam }) => !exam), (set) => this.#play(set));
    // Before anybody can choose in it; what somebody chooses there now stays.
    if (!this.#form.isConnected) this.#restore(kept ?? {});
    const atOnce = presets((mode) => this.#preset(mode), (mode, questions) => this.#begin(questions, { ...this.#wish, mode, feedback: "once" }));
    this.#own.open ||= Boolean(location.search) || !atOnce.length;
    return [unsavedNotice(), ...open, ...atOnce];
  }

  #build() {
    const modes = MODES.map((mode, index) => {
      const input = make("input", { type: "radio", name: "mode", value: mode, checked: index === 0 });
      return make("label", {}, input, make("span", {}, words.modes[mode]));
    });
    const begin = make("button", { type: "submit", class: "tiku-button" }, words.begin);
    const ends = /** @type {[string, string][]} */ ([["end", words.end], ["once", words.once]]);
    this.#form.append(
      make("fieldset", { class: "tiku-modes" }, make("legend", {}, words.mode), ...modes), this.#hint, this.#groups,
      make("div", { class: "tiku-filters" }, ...FILTERS.map((name) => this.#filter(name))),
      make("div", { class: "tiku-filters" },
        choice("count", words.count, COUNTS.map((count) => [count, count || words.all])),
        choice("feedback", words.feedback, this.dataset.feedback === "at-end" ? ends : ends.toReversed()),
        tick("shuffle", common.shuffle, this.dataset.shuffle !== "false"), tick("confidence", words.askConfidence, false)),
      make("p", { class: "tiku-controls" }, begin, this.#available));
    this.#form.addEventListener("change", () => this.#changed());
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#begin(this.#chosen().map(({ id }) => id));
    });
  }

  /** @param {typeof FILTERS[number]} name */
  #filter(name) {
    const { topics, tags, syllabus, questions } = this.#catalog;
    const names = {
      topic: Object.fromEntries(Object.entries(topics).map(([id, { title }]) => [id, title])),
      kind: facets.kinds, difficulty: facets.difficulties, syllabus, tag: tags,
    }[name];
    const used = new Set(questions.flatMap((entry) => ({
      topic: [entry.topic], kind: [entry.kind], difficulty: [entry.difficulty], syllabus: entry.syllabus, tag: entry.tags,
    })[name]));
    const options = Object.entries(names).filter(([value]) => used.has(/** @type {any} */ (value)));
    return choice(name, words.filters[name], [["", words.any], ...options]);
  }

  #chosen(wish = this.#wish) {
    const seed = wish.mode === "daily" ? dayOf(new Date()) : newSeed();
    const plan = wish.mode === "daily" ? planDay : planReviews;
    return choose(this.#catalog.questions, this.#known, { ...wish, seed },
      (offered) => plan(offered, this.#known, Date.now(), this.#plan, ({ id }) => (this.#worth ? this.#worth.get(id) ?? 0 : 1)));
  }

  /** What a preset asks: of reviews only what is due, of the day's questions what is left.
   * @type {(mode: Mode, filters?: Record<string, string>, count?: number) => string[]} */
  #preset(mode, filters = {}, count = Infinity) {
    const found = this.#chosen({ ...this.#wish, mode, filters, count: Infinity });
    const offered = candidates(this.#catalog.questions, this.#known, mode, {});
    return waiting(mode, found, offered, this.#known, dayOf(new Date()), this.#plan).slice(0, count).map(({ id }) => id);
  }

  /** Says how many there are. */
  #count() {
    const found = this.#chosen().length;
    this.#available.textContent = found ? words.available({ number: found }) : words.none;
    return found;
  }

  async #changed() {
    const { mode } = this.#wish;
    const found = this.#count();
    this.#hint.textContent = words.modeHints[mode];
    await store.set("practice", this.#wish);
    const groups = mode === "mistakes" && found
      ? [await (await import("./mistakes.js")).showMistakeGroups(this.#catalog, this.#known, (ids) => this.#begin(ids))] : [];
    const notes = mode === "noted" && found ? [(await import("./notes.js")).showNotes(this.#chosen(), this.#known, (ids) => this.#begin(ids), this.#groups.querySelector("input")?.value ?? "")] : [];
    // Another way may have been chosen meanwhile.
    if (mode !== this.#wish.mode) return;
    this.#groups.replaceChildren(...groups, ...notes);
  }

  /** As the reader left the form; what the address asks for goes before. @param {any} kept */
  #restore(kept) {
    const wished = { ...kept, ...kept.filters, count: Number.isFinite(kept.count) ? kept.count : "",
      ...Object.fromEntries(new URLSearchParams(location.search)) };
    for (const field of /** @type {Iterable<any>} */ (this.#form.elements)) {
      if (!(field.name in wished)) continue;
      if (field.type === "radio") field.checked ||= field.value === wished.mode;
      else if (field.type === "checkbox") field.checked = Boolean(wished[field.name]);
      else if ([...field.options].some(({ value }) => value === String(wished[field.name]))) field.value = wished[field.name];
    }
  }

  /** @param {string[]} questions */
  async #begin(questions, { mode, feedback, shuffle, confidence } = this.#wish) {
    if (!questions.length || this.#isBeginning) return;
    this.#isBeginning = true;
    /** @type {StudySet} */
    const set = { id: newId(), mode, questions, feedback, shuffle, confidence, seed: newSeed(), at: new Date().toISOString() };
    try {
      await keepSet(set);
      await this.#play(set);
    } finally {
      this.#isBeginning = false;
    }
  }

  /** @param {StudySet} set */
  #play(set) {
    return this.#lead((session) => session.play(set));
  }

  /** To what has modules of its own, or it is told that they cannot be had. @param {(session: Session) => void} way */
  async #lead(way) {
    const session = await this.#session().catch(() => null);
    if (session) way(session);
    else this.prepend(this.#failed);
  }

  #session() {
    this.#brought ??= this.#bring();
    this.#brought.catch(() => (this.#brought = undefined));
    return this.#brought;
  }

  async #bring() {
    const { Session } = await import("./session.js");
    return new Session(this, this.#catalog, { begin: (questions) => this.#begin(questions), start: () => this.#start() });
  }
}

/** Of a large site only what the address begins is fetched. */
function topicAsked() {
  const wished = new URLSearchParams(location.search);
  const topic = wished.get("topic");
  return topic && wished.get("begin") === "random" ? () => [topic] : undefined;
}

const newSeed = () => crypto.getRandomValues(new Uint32Array(1))[0];

customElements.define("tiku-practice", TikuPractice);
