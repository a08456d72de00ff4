// The weights of FSRS fitted to a reader's own answers: the optimiser of fsrs-rs 6.6.1, and equal to it
// (tests/assets/memory/test_optimizer.py says how near), without its removal of outliers: a reader has
// few answers, and all of them are ours.
//
// The gradient is taken by differences of fsrs.js itself, so that there is no second copy of its
// formulas: at a reader's size that is some tenths of a second, in a worker.

import { shuffled } from "../core/random.js";
import { lossOf, weighed } from "./courses.js";
import { firstStabilities, inOrder } from "./first-stabilities.js";
import { Fsrs, USUAL } from "./fsrs.js";
import { BOUNDS } from "./weights.js";

/** @import { Answer } from "./types.js" */
/** @import { Course } from "./courses.js" */

const EPOCHS = 5;
const BATCH = 512;
const RATE = 0.04;
// Of the differences that stand for the gradient.
const STEP = 1e-5;
// Easy is never said: its weights change nothing.
const EASY = [3, 16];

// How far readers' weights differ from one another; what is far off the beginning costs.
const DEVIATIONS = [
  6.43, 9.66, 17.58, 27.85, 0.57, 0.28, 0.6, 0.12, 0.39, 0.18, 0.33, 0.3, 0.09, 0.16, 0.57, 0.25,
  1.03, 0.31, 0.32, 0.14, 0.27,
];

/**
 * @param {readonly (readonly Answer[])[]} histories each question's answers, in the order of time
 * @param {number} seed decides the order of the batches, where there are several
 * @param {number} [batch] reviews of one step
 * @returns {number[]} weights
 */
export function optimized(histories, seed, batch = BATCH) {
  const courses = weighed(histories);
  const { stabilities, counts } = firstStabilities(courses);
  const begin = [...stabilities, ...USUAL.slice(4)];
  const weights = trained(begin, courses, batch, seed);
  return [...inOrder(weights.slice(0, 4), counts), ...weights.slice(4)];
}

/** Adam, with a rate that falls along a cosine. @type {(begin: number[], courses: Course[], size: number, seed: number) => number[]} */
function trained(begin, courses, size, seed) {
  const all = reviewsOf(courses);
  const batches = batchesOf(courses, size);
  const steps = (Math.floor(all / size) + 1) * EPOCHS;
  const adam = new Adam(begin.length);
  let weights = begin;
  let step = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (const batch of shuffled(batches, seed + epoch)) {
      const pull = (2 * reviewsOf(batch)) / all;
      const gradient = gradientAt(weights, batch).map((slope, index) => slope + (pull * (weights[index] - begin[index])) / DEVIATIONS[index] ** 2);
      const rate = (RATE * (1 + Math.cos((Math.PI * step) / steps))) / 2;
      weights = adam.step(weights, gradient, rate).map(within);
      step += 1;
    }
  }
  return weights;
}

/** @type {(weight: number, index: number) => number} */
const within = (weight, index) => Math.min(Math.max(weight, BOUNDS[index][0]), BOUNDS[index][1]);

/** @param {readonly Course[]} courses */
const reviewsOf = (courses) => courses.reduce((sum, { counts }) => sum + counts.filter(Boolean).length, 0);

/** Whole courses, the shortest first, as many as make up a step. @type {(courses: readonly Course[], size: number) => Course[][]} */
function batchesOf(courses, size) {
  /** @type {Course[][]} */
  const batches = [];
  let held = Infinity;
  for (const course of courses.toSorted((a, b) => lengthOf(a) - lengthOf(b))) {
    const reviews = reviewsOf([course]);
    if (held + reviews > size) batches.push([]);
    held = held + reviews > size ? reviews : held + reviews;
    batches[batches.length - 1].push(course);
  }
  return batches;
}

/** Up to the last that counts. @param {Course} course */
const lengthOf = ({ counts }) => counts.findLastIndex(Boolean);

/** @type {(weights: readonly number[], batch: readonly Course[]) => number[]} */
function gradientAt(weights, batch) {
  const lossWith = (/** @type {number} */ index, /** @type {number} */ by) => lossOf(new Fsrs(weights.with(index, weights[index] + by)), batch);
  return weights.map((_, index) => (EASY.includes(index) ? 0 : (lossWith(index, STEP) - lossWith(index, -STEP)) / (2 * STEP)));
}

/** Kingma and Ba, arXiv:1412.6980. */
class Adam {
  #beta = [0.9, 0.999];
  #times = 0;
  /** @type {number[][]} */
  #moments;

  /** @param {number} size */
  constructor(size) {
    this.#moments = [1, 2].map(() => Array.from({ length: size }, () => 0));
  }

  /** @type {(weights: readonly number[], gradient: readonly number[], rate: number) => number[]} */
  step(weights, gradient, rate) {
    this.#times += 1;
    this.#moments = this.#moments.map((moment, which) => moment.map((old, index) => this.#beta[which] * old + (1 - this.#beta[which]) * gradient[index] ** (which + 1)));
    const [mean, square] = this.#moments.map((moment, which) => moment.map((one) => one / (1 - this.#beta[which] ** this.#times)));
    return weights.map((weight, index) => weight - (rate * mean[index]) / (Math.sqrt(square[index]) + 1e-8));
  }
}
