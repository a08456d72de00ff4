// How far a reader's memory is off the defaults of FSRS, judged by the reader's own answers.
//
// All stabilities are multiplied by one scale for the reader. What is known of it is a weight
// for each of a few scales: a prior around 1, times the likelihood of the answers (Bayes).

import { answered, retrievability } from "./fsrs.js";

/** @import { Card, Memory } from "./types.js" */

/**
 * @typedef {object} Scale
 * @property {number} factor of every stability
 * @property {number} weight all weights together are 1
 *
 * @typedef {object} Trial an answer on a later day than the one before
 * @property {number} elapsed days since the answer before
 * @property {number} stability before it
 * @property {number} guess
 * @property {boolean} right
 * @property {number} day
 */

// The prior is normal in the logarithm of the scale, with this deviation: two readers of three
// are within a factor of two. A narrower one would promise more than it knows.
const DEVIATION = 0.7;
const STEPS = Array.from({ length: 21 }, (_, index) => (index - 10) / 5);

// The latest answers say most; more would only take time.
const RECENT = 1000;

/**
 * What the answers say of the scale.
 * @param {readonly Card[]} cards
 * @returns {Scale[]}
 */
export function scalesOf(cards) {
  const trials = cards.flatMap(trialsOf).sort((a, b) => b.day - a.day).slice(0, RECENT);
  const logs = STEPS.map((step) => -((step / DEVIATION) ** 2) / 2 + likelihood(trials, step));
  const most = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - most));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return STEPS.map((step, index) => ({ factor: Math.exp(step), weight: weights[index] / all }));
}

/**
 * The probability of a right answer to a question that was met before, guessing included.
 * @param {{ elapsed: number, stability: number, guess: number }} trial
 * @param {number} factor
 */
export const chanceOf = ({ elapsed, stability, guess }, factor) =>
  guess + (1 - guess) * retrievability(elapsed, stability * factor);

/**
 * Answers of the same day are left out: the explanation was just read.
 * @param {Card} card
 * @returns {Trial[]}
 */
function trialsOf({ answers, guess }) {
  /** @type {Memory | null} */
  let memory = null;
  return answers.flatMap((answer) => {
    const before = memory;
    memory = answered(memory, answer);
    const elapsed = before ? answer.day - before.last : 0;
    return before && elapsed ? [{ ...answer, elapsed, stability: before.stability, guess }] : [];
  });
}

/** @type {(trials: readonly Trial[], step: number) => number} */
const likelihood = (trials, step) =>
  trials.reduce((sum, trial) => {
    const chance = chanceOf(trial, Math.exp(step));
    return sum + Math.log(trial.right ? chance : 1 - chance);
  }, 0);
