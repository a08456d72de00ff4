// What a log says to whoever fits or judges weights: each question's answers, and which of them count.

/** @import { Answer } from "./types.js" */
/** @import { Fsrs } from "./fsrs.js" */
/** @import { Score } from "./weights.js" */

/**
 * @typedef {object} Course of one question
 * @property {readonly Answer[]} answers in the order of time
 * @property {readonly number[]} counts what each weighs; 0 where it is not foretold: on the day of the one before
 */

// As far from 0 and 1 as what is foretold can be, or one surprise would outweigh all.
const LEAST = 1e-7;

/** @type {(answers: readonly Answer[], index: number) => boolean} whether it comes on a later day than the one before */
export const isReview = (answers, index) => index > 0 && answers[index].day > answers[index - 1].day;

/** @param {readonly (readonly Answer[])[]} histories */
export const reviewsIn = (histories) =>
  histories.reduce((sum, answers) => sum + answers.filter((_, index) => isReview(answers, index)).length, 0);

/**
 * All reviews; later ones weigh more, from 1/4 to 1, as in fsrs-rs: 0.25 + 0.75 · (i / (n − 1))³ for the
 * i-th of n in time.
 * @param {readonly (readonly Answer[])[]} histories
 * @returns {Course[]}
 */
export function weighed(histories) {
  const courses = histories.map((answers) => ({ answers, counts: answers.map(() => 0) }));
  const reviews = courses.flatMap((course) => course.answers.flatMap(({ day }, index) => (isReview(course.answers, index) ? [{ course, index, day }] : [])));
  const last = Math.max(1, reviews.length - 1);
  reviews.sort((a, b) => a.day - b.day).forEach(({ course, index }, place) => (course.counts[index] = 0.25 + 0.75 * (place / last) ** 3));
  return courses.filter(({ counts }) => counts.some(Boolean));
}

/**
 * The reviews from a day on, all alike.
 * @type {(histories: readonly (readonly Answer[])[], day: number) => Course[]}
 */
export const since = (histories, day) =>
  histories.map((answers) => ({ answers, counts: answers.map((answer, index) => Number(answer.day >= day && isReview(answers, index))) }));

/** What of each was answered before a day. @type {(histories: readonly (readonly Answer[])[], day: number) => Answer[][]} */
export const before = (histories, day) => histories.map((answers) => answers.filter((answer) => answer.day < day)).filter(({ length }) => length);

/**
 * Each review that counts, with the probability of recall that a model foretold.
 * @param {Fsrs} model
 * @param {readonly Course[]} courses
 * @param {(chance: number, course: Course, index: number) => void} tell
 */
export function foretell(model, courses, tell) {
  for (const course of courses) {
    const { answers, counts } = course;
    /** @type {import("./types.js").Memory | null} */
    let memory = null;
    answers.forEach((answer, index) => {
      if (memory && counts[index]) tell(model.retrievability(answer.day - memory.last, memory.stability), course, index);
      memory = model.answered(memory, answer);
    });
  }
}

/** −ln of the probability that was given to what happened. @type {(chance: number, right: boolean) => number} */
const surprise = (chance, right) => -Math.log(Math.min(Math.max(right ? chance : 1 - chance, LEAST), 1 - LEAST));

/** Of each review that counts. @type {(model: Fsrs, courses: readonly Course[]) => number[]} */
export function surprises(model, courses) {
  /** @type {number[]} */
  const found = [];
  foretell(model, courses, (chance, { answers }, index) => found.push(surprise(chance, answers[index].right)));
  return found;
}

/** The sum of all surprises, each as it weighs. @type {(model: Fsrs, courses: readonly Course[]) => number} */
export function lossOf(model, courses) {
  let sum = 0;
  foretell(model, courses, (chance, { answers, counts }, index) => (sum += counts[index] * surprise(chance, answers[index].right)));
  return sum;
}

/**
 * How well a model foretells: log loss, and RMSE over bins of reviews that are alike in days, number
 * and lapses, as fsrs-rs reckons them.
 * @type {(model: Fsrs, courses: readonly Course[]) => Score}
 */
export function scoreOf(model, courses) {
  /** @type {Map<string, {chance: number, right: number, all: number, weight: number}>} */
  const bins = new Map();
  const named = new Map(courses.map((course) => [course, binsOf(course.answers)]));
  foretell(model, courses, (chance, course, index) => {
    const { answers, counts } = course;
    const name = /** @type {string[]} */ (named.get(course))[index];
    const bin = bins.get(name) ?? { chance: 0, right: 0, all: 0, weight: 0 };
    bins.set(name, { chance: bin.chance + chance, right: bin.right + Number(answers[index].right), all: bin.all + 1, weight: bin.weight + counts[index] });
  });
  const all = [...bins.values()];
  const weight = all.reduce((sum, bin) => sum + bin.weight, 0);
  const squares = all.reduce((sum, bin) => sum + bin.weight * ((bin.chance - bin.right) / bin.all) ** 2, 0);
  return { loss: lossOf(model, courses) / weight, error: Math.sqrt(squares / weight) };
}

/** The bin of each answer, empty where it is no review. @param {readonly Answer[]} answers */
function binsOf(answers) {
  let [met, lapses] = [0, 0];
  return answers.map((answer, index) => {
    if (!isReview(answers, index)) return "";
    met += 1;
    const bin = [stepped(answer.day - answers[index - 1].day, 3.62), stepped(met + 1, 1.89), lapses && 1 + stepped(lapses, 1.73)];
    lapses += Number(!answer.right);
    return bin.join(" ");
  });
}

/** @type {(number: number, base: number) => number} */
const stepped = (number, base) => Math.floor(Math.log(number) / Math.log(base));
