// SCORM 1.2: the `API` object of the platform.

import { shortForm, shortPatterns, typeOf } from "./interactions.js";
import { Door, findApi, markOf, plainId, rawOf } from "./scorm.js";

/** @import { Answer, Outcome, Platform } from "./types.js" */

const RESULTS = { right: "correct", wrong: "wrong", blank: "wrong", ungraded: "neutral" };

/** @returns {Promise<Platform | null>} null outside of a platform */
export async function connect() {
  const api = findApi("API");
  const door = api && new Door(api, "LMS");
  return door?.say("Initialize") ? new Scorm12(door) : null;
}

/** @implements {Platform} */
class Scorm12 {
  limit = 4096;
  #door;
  #opened = performance.now();
  #isDone = false;

  /** @param {Door} door */
  constructor(door) {
    this.#door = door;
    this.isReview = door.get("cmi.core.lesson_mode") === "review";
    this.kept = door.get("cmi.suspend_data");
    const mark = markOf(door.get("cmi.student_data.mastery_score"));
    this.mark = mark === null ? null : mark / 100;
  }

  /** @param {string} standing */
  async keep(standing) {
    const begun = ["not attempted", ""].includes(this.#door.get("cmi.core.lesson_status")) ? { "cmi.core.lesson_status": "incomplete" } : {};
    return this.#door.setAll({ ...begun, "cmi.suspend_data": standing, "cmi.core.exit": this.#isDone ? "" : "suspend" }) && this.#door.commit();
  }

  /** @param {Outcome} outcome */
  async finish(outcome) {
    this.#isDone = true;
    outcome.answers.forEach((answer, at) => this.#record(answer, at, outcome.at));
    const score = outcome.scaled === null ? {} : { "cmi.core.score.min": 0, "cmi.core.score.max": 100, "cmi.core.score.raw": rawOf(outcome) };
    const status = outcome.passed === null ? "completed" : outcome.passed ? "passed" : "failed";
    return this.#door.setAll({ ...score, "cmi.core.lesson_status": status, "cmi.core.exit": "" }) && this.#door.commit();
  }

  close() {
    if (!this.isReview) this.#door.set("cmi.core.session_time", clockOf((performance.now() - this.#opened) / 1000));
    this.#door.end("Finish");
  }

  /** @type {(answer: Answer, at: number, when: string) => void} */
  #record(answer, at, when) {
    const { asked, response, points, of, outcome } = answer;
    this.#door.record(at, shortPatterns(answer), {
      id: plainId(asked.id), type: typeOf(asked, response).replace("long-", ""), time: when.slice(11, 19), weighting: of / 2,
      ...(response.length && { student_response: shortForm(asked, response) }),
      result: outcome === "partial" ? points / 2 : RESULTS[outcome],
    });
  }
}

/** @param {number} seconds */
function clockOf(seconds) {
  const two = (/** @type {number} */ number) => String(Math.floor(number)).padStart(2, "0");
  return `${String(Math.floor(seconds / 3600)).padStart(4, "0")}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
}
