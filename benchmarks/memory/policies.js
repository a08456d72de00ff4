// What to ask each day: the usual ways, and ours. Each makes a function of cards and day.

import { due, recall } from "../../plugins/tiku/assets/memory/fsrs.js";
import { planned } from "../../plugins/tiku/assets/memory/scheduler.js";
import { anyOf } from "./simulated.js";

const isNew = ({ memory }) => memory === null;
const met = (cards) => cards.filter(({ memory }) => memory !== null);

/** Through the bank again and again. */
const inOrder = ({ amount, bank }) => (cards, day) =>
  Array.from({ length: amount }, (_, index) => cards[(day * amount + index) % bank]);

const atRandom = ({ amount }, random) => (cards) => anyOf(cards, amount, random);

/** New ones, then those missed until right twice in a row, then any of the others. */
const mistakes = ({ amount }, random) => (cards) => {
  const wrong = ({ answers }) => answers.some(({ right }) => !right);
  const twice = ({ answers }) => answers.length > 1 && answers.slice(-2).every((one) => one.right);
  const book = cards.filter((card) => wrong(card) && !twice(card));
  const others = met(cards).filter((card) => !book.includes(card));
  const fewest = book.sort((a, b) => a.answers.length - b.answers.length);
  return [...cards.filter(isNew), ...fewest, ...anyOf(others, amount, random)].slice(0, amount);
};

/** New ones, then by the day they are due, also before it. */
const byDueDay = ({ amount }) => (cards) => {
  const late = met(cards).sort((a, b) => due(a.memory) - due(b.memory));
  return [...cards.filter(isNew), ...late].slice(0, amount);
};

/** New ones, then those least likely to be recalled. */
const byRecall = ({ amount }) => (cards, day) => {
  const weakest = met(cards).sort((a, b) => recall(a.memory, day) - recall(b.memory, day));
  return [...cards.filter(isNew), ...weakest].slice(0, amount);
};

/** What is due first and only then new ones, as flashcard programs do. */
const dueFirst = ({ amount }) => (cards, day) => {
  const late = met(cards).filter(({ memory }) => due(memory) <= day);
  const first = late.sort((a, b) => due(a.memory) - due(b.memory));
  return [...first, ...cards.filter(isNew)].slice(0, amount);
};

/** Ours where no exam is set: what is due, and half of the day for new ones. */
const noDate = ({ amount }) => (cards, day) => planned(cards, day, null, amount);

const planner = ({ amount, days }) => (cards, day) => planned(cards, day, days, amount);

export const POLICIES = {
  "in order": inOrder,
  random: atRandom,
  mistakes,
  "FSRS, due first": dueFirst,
  "FSRS, new, due": byDueDay,
  "FSRS, new, weakest": byRecall,
  "planner, no date": noDate,
  planner,
};
