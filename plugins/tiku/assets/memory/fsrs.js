// FSRS-6: how well one question is remembered, from the days it was answered and how.
//
// Formulas: "The Algorithm", section FSRS-6, in the wiki of open-spaced-repetition/fsrs4anki;
// the model behind them: Ye, Su and Cao, KDD 2022, doi:10.1145/3534678.3539081. Weights are the
// defaults of py-fsrs 6.3.2, and so is every result (tests/test_memory.py), configured as
// `Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)`: no steps of minutes,
// because what was missed comes again within a set of questions anyway, and no chance.
//
// Three grades: wrong is Again (G = 1), what was only just remembered Hard (G = 2), right Good (G = 3). A day is a whole number, see
// days.js; all answers of one day have no time between them.

/** @import { Answer, Memory } from "./types.js" */

const w = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835,
  0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];
const AGAIN = 1;
const HARD = 2;
const GOOD = 3;
const EASY = 4;

// R(S, S) = 0.9, by which stability is defined.
const DECAY = -w[20];
const FACTOR = 0.9 ** (1 / DECAY) - 1;

const MIN_STABILITY = 0.001;
const MAX_INTERVAL = 36500;

/**
 * The probability, from 0 to 1, of recalling it after some days:
 * R(t, S) = (1 + FACTOR · t / S) ^ DECAY.
 * @param {number} elapsed days
 * @param {number} stability days until it is 0.9
 */
export const retrievability = (elapsed, stability) =>
  (1 + (FACTOR * Math.max(0, elapsed)) / stability) ** DECAY;

/**
 * The probability of recalling it on a day.
 * @param {Memory} memory
 * @param {number} day
 */
export const recall = (memory, day) => retrievability(day - memory.last, memory.stability);

/** The retention a reader may aim at: below, most is forgotten before it comes; above, it comes daily. */
export const TARGETS = /** @type {const} */ ({ least: 0.7, usual: 0.9, most: 0.97 });

/** Days until the probability of recall falls to r: I(r, S) = S / FACTOR · (r^(1 / DECAY) − 1), whole, at least one.
 * @type {(stability: number, target: number) => number} */
export const interval = (stability, target) =>
  Math.min(Math.max(Math.round((stability / FACTOR) * (target ** (1 / DECAY) - 1)), 1), MAX_INTERVAL);

/**
 * The day on which the probability of recall falls to the target.
 * @param {Memory} memory
 * @param {number} [target]
 */
export const due = ({ stability, last }, target = TARGETS.usual) => last + interval(stability, target);

/**
 * The memory after one more answer.
 * @param {Memory | null} memory null before the first
 * @param {Answer} answer not before `memory.last`
 * @returns {Memory}
 */
export function answered(memory, { day, right, hard = false }) {
  const grade = right ? (hard ? HARD : GOOD) : AGAIN;
  if (!memory) return { stability: w[grade - 1], difficulty: clamped(first(grade)), last: day };
  const stability = day > memory.last ? nextStability(memory, day, grade) : sameDay(memory, grade);
  return {
    stability: Math.max(stability, MIN_STABILITY),
    difficulty: nextDifficulty(memory.difficulty, grade),
    last: day,
  };
}

/**
 * The memory after all answers.
 * @param {readonly Answer[]} answers in the order of time
 * @returns {Memory | null}
 */
export const remembered = (answers) =>
  answers.reduce(answered, /** @type {Memory | null} */ (null));

/** D0(G) = w4 − e^(w5 · (G − 1)) + 1, @param {number} grade */
const first = (grade) => w[4] - Math.exp(w[5] * (grade - 1)) + 1;

const FIRST_EASY = first(EASY);

/** @param {number} difficulty */
const clamped = (difficulty) => Math.min(Math.max(difficulty, 1), 10);

/**
 * D' = w7 · D0(4) + (1 − w7) · (D + ΔD · (10 − D) / 9), with ΔD = −w6 · (G − 3).
 * @param {number} difficulty
 * @param {number} grade
 */
function nextDifficulty(difficulty, grade) {
  const damped = (-w[6] * (grade - GOOD) * (10 - difficulty)) / 9;
  return clamped(w[7] * FIRST_EASY + (1 - w[7]) * (difficulty + damped));
}

/**
 * Within one day: S' = S · e^(w17 · (G − 3 + w18)) · S^(−w19), not less than S if remembered.
 * @param {Memory} memory
 * @param {number} grade
 */
function sameDay({ stability }, grade) {
  const increase = Math.exp(w[17] * (grade - GOOD + w[18])) * stability ** -w[19];
  return stability * (grade === AGAIN ? increase : Math.max(increase, 1));
}

/** @type {(memory: Memory, day: number, grade: number) => number} */
function nextStability(memory, day, grade) {
  const forgotten = 1 - recall(memory, day);
  return grade === AGAIN ? afterLapse(memory, forgotten) : afterRecall(memory, forgotten, grade === HARD ? w[15] : 1);
}

/**
 * S' = S · (1 + e^w8 · (11 − D) · S^(−w9) · (e^(w10 · (1 − R)) − 1) · P), with P = w15 for Hard, else 1
 * @param {Memory} memory
 * @param {number} forgotten 1 − R
 * @param {number} penalty P
 */
const afterRecall = ({ stability, difficulty }, forgotten, penalty) =>
  stability *
  (1 +
    Math.exp(w[8]) *
      (11 - difficulty) *
      stability ** -w[9] *
      (Math.exp(w[10] * forgotten) - 1) *
      penalty);

/**
 * S' = w11 · D^(−w12) · ((S + 1)^w13 − 1) · e^(w14 · (1 − R)), at most S / e^(w17 · w18)
 * @param {Memory} memory
 * @param {number} forgotten 1 − R
 */
const afterLapse = ({ stability, difficulty }, forgotten) =>
  Math.min(
    w[11] * difficulty ** -w[12] * ((stability + 1) ** w[13] - 1) * Math.exp(w[14] * forgotten),
    stability / Math.exp(w[17] * w[18]),
  );
