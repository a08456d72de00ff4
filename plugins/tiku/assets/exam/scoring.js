// Points of a paper: pure. Points are whole numbers of halves, so that sums are exact.

import { mark } from "../question/marking.js";
import { rightChoices } from "../question/marks/choices.js";

/** @import { Exam, Kind, Profile } from "../core/types.js" */

/** @typedef {"right" | "partial" | "wrong" | "blank"} Outcome */
/** @typedef {{points: number, of: number, outcome: Outcome}} Score */
/** @typedef {{kind: Kind, key: string}} Keyed */

const CHOSEN = ["single", "multiple", "true-false"];

/**
 * One question: full points when right; else, where choices were left out but none is wrong, the
 * profile's part for each, always less than the full points.
 * @param {Profile} profile
 * @param {number} points halves
 * @param {Keyed} question
 * @param {string[]} response
 * @returns {Score}
 */
export function score(profile, points, { kind, key }, response) {
  if (!response.length) return { points: 0, of: points, outcome: "blank" };
  if (mark(kind, key, response).right) return { points, of: points, outcome: "right" };
  const part = kind === "open" ? shareOf(points, key, response) : partOf(profile, points, kind, key, response);
  return { points: part, of: points, outcome: part ? "partial" : "wrong" };
}

/** Of an open question: the part of its points that the reader ticked, in whole halves.
 * @type {(points: number, key: string, response: string[]) => number} */
function shareOf(points, key, [, ...ticked]) {
  const asked = rightChoices(key);
  return Math.floor((points * asked.filter((point) => ticked.includes(point)).length) / asked.length);
}

/** @type {(profile: Profile, points: number, kind: Kind, key: string, response: string[]) => number} */
function partOf({ partial }, points, kind, key, response) {
  const right = rightChoices(key);
  const picks = new Set(response);
  const clean = CHOSEN.includes(kind) && [...picks].every((pick) => right.includes(pick));
  return clean ? Math.min(partial * picks.size, Math.max(0, points - 1)) : 0;
}

/**
 * @typedef {object} Scored one question of a paper
 * @property {string} id
 * @property {string} topic
 * @property {number} section index into the exam's sections
 * @property {Score} score
 */

/**
 * The result of a paper: a critical question that is not right fails it whatever the points.
 * @param {Exam} exam
 * @param {Scored[]} scored
 */
export function total(exam, scored) {
  const got = sum(scored, "points");
  const failed = exam.critical.filter((id) => scored.some((one) => one.id === id && one.score.outcome !== "right"));
  return {
    got,
    of: sum(scored, "of"),
    passed: got >= exam.pass && !failed.length,
    failed,
    sections: exam.sections.map((_, index) => group(scored.filter(({ section }) => section === index))),
    topics: Object.fromEntries([...new Set(scored.map(({ topic }) => topic))].map((topic) =>
      [topic, group(scored.filter((one) => one.topic === topic))])),
  };
}

/** @param {Scored[]} scored */
function group(scored) {
  const count = (/** @type {Outcome} */ outcome) => scored.filter(({ score }) => score.outcome === outcome).length;
  return {
    got: sum(scored, "points"),
    of: sum(scored, "of"),
    right: count("right"),
    partial: count("partial"),
    wrong: count("wrong"),
    blank: count("blank"),
  };
}

/** @type {(scored: {score: Score}[], what: "points" | "of") => number} */
export const sum = (scored, what) => scored.reduce((total, { score }) => total + score[what], 0);
