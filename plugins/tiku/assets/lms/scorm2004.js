// SCORM 2004: the `API_1484_11` object of the platform.

import { longForm, longPatterns, typeOf } from "./interactions.js";
import { Door, findApi, markOf, plainId, rawOf } from "./scorm.js";

/** @import { Answer, Lesson, Outcome, Platform } from "./types.js" */

const RESULTS = { right: "correct", wrong: "incorrect", blank: "incorrect", ungraded: "neutral" };
const TOLD = 250;

/** @param {Lesson} lesson @returns {Promise<Platform | null>} null outside of a platform */
export async function connect({ language }) {
  const api = findApi("API_1484_11");
  const door = api && new Door(api, "");
  return door?.say("Initialize") ? new Scorm2004(door, language) : null;
}

/** @implements {Platform} */
class Scorm2004 {
  limit = 64000;
  #door;
  #language;
  #opened = performance.now();
  #isDone = false;

  /**
   * @param {Door} door
   * @param {string} language
   */
  constructor(door, language) {
    this.#door = door;
    this.#language = language;
    this.isReview = door.get("cmi.mode") === "review";
    this.kept = door.get("cmi.suspend_data");
    this.mark = markOf(door.get("cmi.scaled_passing_score"));
  }

  /** @param {string} standing */
  async keep(standing) {
    const begun = ["not attempted", "unknown", ""].includes(this.#door.get("cmi.completion_status")) ? { "cmi.completion_status": "incomplete" } : {};
    return this.#door.setAll({ ...begun, "cmi.suspend_data": standing, "cmi.exit": this.#isDone ? "normal" : "suspend" }) && this.#door.commit();
  }

  /** @param {Outcome} outcome */
  async finish(outcome) {
    this.#isDone = true;
    outcome.answers.forEach((answer, at) => this.#record(answer, at, outcome.at));
    const raw = rawOf(outcome);
    const score = outcome.scaled === null ? {}
      : { "cmi.score.min": 0, "cmi.score.max": 100, "cmi.score.raw": raw, "cmi.score.scaled": raw / 100 };
    const success = outcome.passed === null ? {} : { "cmi.success_status": outcome.passed ? "passed" : "failed" };
    return this.#door.setAll({ ...score, ...success, "cmi.completion_status": "completed", "cmi.exit": "normal" }) && this.#door.commit();
  }

  close() {
    if (!this.isReview) this.#door.set("cmi.session_time", `PT${Math.round((performance.now() - this.#opened) / 1000)}S`);
    this.#door.end("Terminate");
  }

  /** @type {(answer: Answer, at: number, when: string) => void} */
  #record(answer, at, when) {
    const { asked, response, points, of, outcome } = answer;
    this.#door.record(at, longPatterns(answer), {
      id: plainId(asked.id), type: typeOf(asked, response), timestamp: `${when.slice(0, 19)}.0Z`, weighting: of / 2,
      ...(response.length && { learner_response: longForm(asked, response) }),
      result: outcome === "partial" ? points / 2 : RESULTS[outcome],
      description: `{lang=${this.#language}}${asked.stem.replace(/\s+/g, " ").slice(0, TOLD)}`,
    });
  }
}
