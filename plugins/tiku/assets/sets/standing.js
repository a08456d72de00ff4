// Where a reader stands in a set: what each question was answered with, and what is known of it.

import { latest, stateOf } from "../events/events.js";
import { store } from "../events/store.js";
import { bookmarkOf } from "./bookmarks.js";
import { keepDraft } from "./drafts.js";
import { recalledOf } from "./recall.js";

/** @import { AnswerEvent, Confidence, Entry, StudySet } from "../core/types.js" */
/** @import { TikuQuestion } from "../question/question.js" */
/** @import { Cell, CellState } from "./answer-sheet.js" */
/** @import { Draft } from "./drafts.js" */

export class Standing {
  set;
  review;
  drafts;

  /**
   * @param {StudySet} set
   * @param {boolean} review
   * @param {Map<string, Draft>} drafts what was answered and is not marked yet
   */
  constructor(set, review, drafts) {
    this.set = set;
    this.review = review;
    this.drafts = drafts;
  }

  /**
   * @param {Entry} entry
   * @returns {Draft}
   */
  answerTo(entry) {
    if (this.isUnmarked) return this.drafts.get(entry.id) ?? { response: [] };
    const event = /** @type {AnswerEvent | undefined} */ (latest(store.eventsOf(entry.id).filter((one) =>
      one.kind === "answer" && one.set === this.set.id)));
    return event ? { response: event.response, confidence: event.confidence } : { response: [] };
  }

  /** Nothing is marked before the set is finished, not even where another tab has finished it. */
  get isUnmarked() {
    return this.set.feedback === "end" && !this.review;
  }

  /** Whether a question keeps its verdict to itself. */
  get isSilent() {
    return this.review || this.set.feedback === "end" || this.set.mode === "memorise";
  }

  /** Keeps what a question on the screen is answered with so far. @param {TikuQuestion} question @returns {Promise<void>} */
  keep(question) {
    const { response, dataset } = question;
    const confidence = /** @type {Confidence | undefined} */ (dataset.confidence);
    const unreadable = response.length > 0 && question.verdictOf(response).unreadable;
    const draft = { response, ...(unreadable && { unreadable }), ...(confidence && { confidence }) };
    this.drafts.set(question.id, draft);
    return keepDraft(this.set.id, question.id, draft);
  }

  /** Whether it was answered with what is no number, and is not marked yet. @param {Entry} entry */
  isUnreadable({ id }) {
    return this.isUnmarked && this.drafts.get(id)?.unreadable === true;
  }

  /** Whether the key was changed since the answer; a paper that is not handed in keeps it to itself. @param {Entry} entry */
  isCorrected({ id, revision }) {
    if (this.set.mode === "exam" && !this.review) return false;
    return stateOf(store.eventsOf(id), revision, this.review ? this.set.id : undefined).is === "rekeyed";
  }

  /** Whether the reader was not sure of the answer. @param {Entry} entry */
  isUnsure(entry) {
    const { response, confidence } = this.answerTo(entry);
    return response.length > 0 && (confidence === "guess" || confidence === "unsure");
  }

  /** @type {(entry: Entry) => CellState} */
  stateOf(entry) {
    if (this.set.mode === "memorise") {
      return recalledOf(entry.id, this.set.id) ?? "fresh";
    }
    if (this.isUnmarked) return this.answerTo(entry).response.length ? "answered" : "fresh";
    const { is } = stateOf(store.eventsOf(entry.id), entry.revision, this.set.id);
    return is === "right" || is === "wrong" ? is : "fresh";
  }

  /** The cells of the answer sheet; a heading stands where it changes.
   * @type {(entries: readonly Entry[], headings: ReadonlyMap<string, string>) => Cell[]} */
  cells(entries, headings) {
    const over = entries.map(({ id }) => headings.get(id));
    return entries.map((entry, index) => ({
      state: this.stateOf(entry),
      unsure: this.isUnsure(entry),
      flagged: bookmarkOf(entry.id, "flag", this.set.id) ?? false,
      ...(over[index] !== over[index - 1] && { heading: over[index] }),
    }));
  }
}
