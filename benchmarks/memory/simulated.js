// A made-up reader with a bank: FSRS-6 is the truth, blurred, and chance decides each answer.

import { answered, recall } from "../../plugins/tiku/assets/memory/fsrs.js";

/**
 * @typedef {object} Setting
 * @property {number} bank questions
 * @property {number} days until the exam
 * @property {number} amount questions a day
 * @property {number} prior probability that the first answer to a question is right
 * @property {number} guess probability that a forgotten question is answered rightly
 * @property {number} noise deviation of the logarithm of a question's first stability
 * @property {number} readers the same from reader to reader
 * @property {boolean} learns whether a lucky guess strengthens the memory as knowing does
 */

/** @type {Setting} */
export const USUAL = {
  bank: 300, days: 30, amount: 30,
  prior: 0.45, guess: 0.25, noise: 0.6, readers: 0, learns: true,
};

/**
 * A bank before anything was asked: cards that also carry the truth.
 * @param {Setting} setting
 * @param {() => number} random
 */
export function freshBank({ bank, noise, readers, guess }, random) {
  const reader = normal(random) * readers;
  return Array.from({ length: bank }, (_, number) => ({
    id: String(number), weight: 1, guess,
    answers: [], memory: null,
    truth: null, factor: Math.exp(reader + noise * normal(random)),
  }));
}

/**
 * Study as a policy says, from day 0 to the day before `until`.
 * @param {ReturnType<typeof freshBank>} cards
 * @param {(cards: any[], day: number) => any[]} policy
 * @param {Setting} setting
 * @param {number} until
 * @param {() => number} random
 */
export function study(cards, policy, setting, until, random) {
  for (let day = 0; day < until; day += 1) {
    for (const card of policy(cards, day)) ask(card, day, setting, random);
  }
}

function ask(card, day, { prior, guess, learns }, random) {
  const knows = random() < (card.truth ? recall(card.truth, day) : prior);
  const right = knows || (card.truth !== null && random() < guess);
  const first = card.truth === null;
  card.truth = answered(card.truth, { day, right: learns ? right : knows });
  if (first) card.truth.stability *= card.factor;
  card.memory = answered(card.memory, { day, right });
  card.answers.push({ day, right });
}

/** What the reader truly recalls of the bank: a question never met is not known. */
export const recalled = (cards, day) =>
  cards.reduce((sum, { truth }) => sum + (truth ? recall(truth, day) : 0), 0) / cards.length;

/** The points of one paper that is sat on a day. */
export function sit(exam, day, { prior, guess }, random) {
  let points = 0;
  for (const part of exam) {
    for (const [card] of anyOf(part.pool, part.count, random)) {
      const knows = card.truth ? recall(card.truth, day) : prior;
      if (random() < (card.truth ? knows + (1 - knows) * guess : knows)) points += part.points;
    }
  }
  return points;
}

/** Some of them, each at most once. */
export const anyOf = (items, count, random) =>
  items
    .map((item) => ({ item, by: random() }))
    .sort((a, b) => a.by - b.by)
    .slice(0, count)
    .map(({ item }) => item);

/** Box and Muller. */
const normal = (random) =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
