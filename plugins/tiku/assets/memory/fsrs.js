// FSRS-6: how well one question is remembered, from the days it was answered and how.
//
// Formulas: "The Algorithm", section FSRS-6, in the wiki of open-spaced-repetition/fsrs4anki;
// the model behind them: Ye, Su and Cao, KDD 2022, doi:10.1145/3534678.3539081. The usual
// weights are the defaults of py-fsrs 6.3.2, and so is every result (tests/assets/memory), configured as
// `Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)`: no steps of minutes,
// because what was missed comes again within a set of questions anyway, and no chance.
//
// Three grades: wrong is Again (G = 1), what was only just remembered Hard (G = 2), right Good (G = 3). A day is a whole number, see
// days.js; all answers of one day have no time between them.

/** @import { Answer, Memory } from "./types.js" */

export const USUAL = Object.freeze([
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835,
  0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
]);
const AGAIN = 1;
const HARD = 2;
const GOOD = 3;
const EASY = 4;

export const MIN_STABILITY = 0.001;
const MAX_INTERVAL = 36500;

/** The retention a reader may aim at: below, most is forgotten before it comes; above, it comes daily. */
export const TARGETS = /** @type {const} */ ({ least: 0.7, usual: 0.9, most: 0.97 });

/** @param {Answer} answer */
export const gradeOf = ({ right, hard = false }) => (right ? (hard ? HARD : GOOD) : AGAIN);

/** FSRS with its 21 weights. */
export class Fsrs {
  /** @param {readonly number[]} weights within the bounds of weights.js */
  constructor(weights) {
    this.w = weights;
    // R(S, S) = 0.9, by which stability is defined.
    this.decay = -weights[20];
    this.factor = 0.9 ** (1 / this.decay) - 1;
    this.firstEasy = this.#first(EASY);
  }

  /**
   * The probability, from 0 to 1, of recalling it after some days:
   * R(t, S) = (1 + factor · t / S) ^ decay.
   * @param {number} elapsed days
   * @param {number} stability days until it is 0.9
   */
  retrievability(elapsed, stability) {
    return (1 + (this.factor * Math.max(0, elapsed)) / stability) ** this.decay;
  }

  /** Days until the probability of recall falls to r: I(r, S) = S / factor · (r^(1 / decay) − 1), whole, at least one.
   * @type {(stability: number, target: number) => number} */
  interval(stability, target) {
    return Math.min(Math.max(Math.round((stability / this.factor) * (target ** (1 / this.decay) - 1)), 1), MAX_INTERVAL);
  }

  /**
   * The memory after one more answer.
   * @param {Memory | null} memory null before the first
   * @param {Answer} answer not before `memory.last`
   * @returns {Memory}
   */
  answered(memory, answer) {
    const [grade, { day }] = [gradeOf(answer), answer];
    if (!memory) return { stability: this.w[grade - 1], difficulty: clamped(this.#first(grade)), last: day };
    const stability = day > memory.last ? this.#nextStability(memory, day, grade) : this.#sameDay(memory, grade);
    return {
      stability: Math.max(stability, MIN_STABILITY),
      difficulty: this.#nextDifficulty(memory.difficulty, grade),
      last: day,
    };
  }

  /** D0(G) = w4 − e^(w5 · (G − 1)) + 1, @param {number} grade */
  #first(grade) {
    return this.w[4] - Math.exp(this.w[5] * (grade - 1)) + 1;
  }

  /**
   * D' = w7 · D0(4) + (1 − w7) · (D + ΔD · (10 − D) / 9), with ΔD = −w6 · (G − 3).
   * @param {number} difficulty
   * @param {number} grade
   */
  #nextDifficulty(difficulty, grade) {
    const damped = (-this.w[6] * (grade - GOOD) * (10 - difficulty)) / 9;
    return clamped(this.w[7] * this.firstEasy + (1 - this.w[7]) * (difficulty + damped));
  }

  /**
   * Within one day: S' = S · e^(w17 · (G − 3 + w18)) · S^(−w19), not less than S if remembered.
   * @param {Memory} memory
   * @param {number} grade
   */
  #sameDay({ stability }, grade) {
    const increase = Math.exp(this.w[17] * (grade - GOOD + this.w[18])) * stability ** -this.w[19];
    return stability * (grade === AGAIN ? increase : Math.max(increase, 1));
  }

  /** @type {(memory: Memory, day: number, grade: number) => number} */
  #nextStability(memory, day, grade) {
    const forgotten = 1 - this.retrievability(day - memory.last, memory.stability);
    return grade === AGAIN ? this.#afterLapse(memory, forgotten) : this.#afterRecall(memory, forgotten, grade === HARD ? this.w[15] : 1);
  }

  /**
   * S' = S · (1 + e^w8 · (11 − D) · S^(−w9) · (e^(w10 · (1 − R)) − 1) · P), with P = w15 for Hard, else 1
   * @param {Memory} memory
   * @param {number} forgotten 1 − R
   * @param {number} penalty P
   */
  #afterRecall({ stability, difficulty }, forgotten, penalty) {
    const w = this.w;
    const increase = Math.exp(w[8]) * (11 - difficulty) * stability ** -w[9] * (Math.exp(w[10] * forgotten) - 1) * penalty;
    return stability * (1 + increase);
  }

  /**
   * S' = w11 · D^(−w12) · ((S + 1)^w13 − 1) · e^(w14 · (1 − R)), at most S / e^(w17 · w18)
   * @param {Memory} memory
   * @param {number} forgotten 1 − R
   */
  #afterLapse({ stability, difficulty }, forgotten) {
    const w = this.w;
    const lapsed = w[11] * difficulty ** -w[12] * ((stability + 1) ** w[13] - 1) * Math.exp(w[14] * forgotten);
    return Math.min(lapsed, stability / Math.exp(w[17] * w[18]));
  }
}

/** @param {number} difficulty */
const clamped = (difficulty) => Math.min(Math.max(difficulty, 1), 10);

const usual = new Fsrs(USUAL);
let inForce = usual;

/** Lets everything be reckoned with a reader's own weights; null for the usual ones. @param {readonly number[] | null} weights */
export function rememberBy(weights) {
  if (String(weights ?? USUAL) !== String(inForce.w)) inForce = weights ? new Fsrs(weights) : usual;
}

/** What is reckoned with now; what was reckoned with another is out of date. */
export const current = () => inForce;

/** @type {Fsrs["retrievability"]} */
export const retrievability = (elapsed, stability) => inForce.retrievability(elapsed, stability);

/** The probability of recalling it on a day. @type {(memory: Memory, day: number) => number} */
export const recall = (memory, day) => inForce.retrievability(day - memory.last, memory.stability);

/** @type {Fsrs["interval"]} */
export const interval = (stability, target) => inForce.interval(stability, target);

/**
 * The day on which the probability of recall falls to the target.
 * @param {Memory} memory
 * @param {number} [target]
 */
export const due = ({ stability, last }, target = TARGETS.usual) => last + interval(stability, target);

/** @type {Fsrs["answered"]} */
export const answered = (memory, answer) => inForce.answered(memory, answer);

/**
 * The memory after all answers.
 * @param {readonly Answer[]} answers in the order of time
 * @returns {Memory | null}
 */
export const remembered = (answers) =>
  answers.reduce(answered, /** @type {Memory | null} */ (null));
