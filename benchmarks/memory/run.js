// What the planner is worth, how often the forecast holds, and what both cost.

import { dayOf } from "../../plugins/tiku/assets/core/days.js";
import { forecast } from "../../plugins/tiku/assets/memory/forecast.js";
import { planned } from "../../plugins/tiku/assets/memory/scheduler.js";
import { randomNumbers } from "../../plugins/tiku/assets/core/random.js";
import { cardOf } from "../../plugins/tiku/assets/memory/daily-plan.js";
import { recordOf } from "../../plugins/tiku/assets/events/records.js";
import { POLICIES } from "./policies.js";
import { USUAL, freshBank, recalled, sit, study } from "./simulated.js";

const PLANS = 12;
const FORECASTS = 250;

const short = { bank: 600, days: 30, amount: 40 };
const BUDGETS = [
  { bank: 300, days: 30, amount: 60 },
  { bank: 600, days: 60, amount: 40 },
  { bank: 300, days: 30, amount: 30 },
  { bank: 1000, days: 45, amount: 40 },
  short,
  { ...short, guess: 0 },
  { ...short, prior: 0.25 },
  { ...short, prior: 0.6 },
  { ...short, noise: 1 },
];

// `until` is the day of the forecast, `ahead` how many days later the exam is sat. Readers differ.
const LATE = { readers: 0.5, until: 20, ahead: 1 };
const SCENES = [
  LATE,
  { ...LATE, until: 10 },
  { ...LATE, until: 5 },
  { ...LATE, ahead: 10 },
  { ...LATE, amount: 60 },
  { ...LATE, bank: 100, until: 4, amount: 10 },
  { ...LATE, bank: 1000, days: 45, until: 30, amount: 40 },
  { ...LATE, prior: 0.25 },
  { ...LATE, prior: 0.7 },
  { ...LATE, guess: 0 },
  { ...LATE, noise: 0.2 },
  { ...LATE, noise: 1 },
  { ...LATE, learns: false },
  { ...LATE, readers: 0 },
  { ...LATE, readers: 1 },
  { ...LATE, policy: "in order" },
  { ...LATE, policy: "random" },
];

const quarter = (cards, part) => cards.filter((_, index) => index % 4 === part);
const alone = (cards) => cards.map((card) => [card]);
const EXAMS = {
  "60 x 1": (cards) => [{ count: 60, points: 1, pool: alone(cards) }],
  "20 x 1": (cards) => [{ count: 20, points: 1, pool: alone(cards) }],
  "4 parts, 46 points": (cards) =>
    [1, 1, 2, 2].map((points, part) => (
      { count: part === 3 ? 7 : 8, points, pool: alone(quarter(cards, part)) })),
};

const cell = (value, width = 7) => String(value).padStart(width);
const named = (setting) => JSON.stringify(setting).replace(/["{}]/g, "").replaceAll(",", " ");
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const seeds = (count) => Array.from({ length: count }, (_, index) => 7919 * index + 13);

function plan(setting, name) {
  const recalls = seeds(PLANS).map((seed) => {
    const random = randomNumbers(seed);
    const cards = freshBank(setting, random);
    study(cards, POLICIES[name](setting, random), setting, setting.days, random);
    return recalled(cards, setting.days);
  });
  return mean(recalls);
}

function plans() {
  const names = Object.keys(POLICIES);
  console.log("  recall on the day of the exam; last column: planner less the best of the other ways");
  console.log(`  ${" ".repeat(56)}${names.map((name) => cell(name, 20)).join("")}`);
  const behind = [true, false].flatMap((learns) => BUDGETS.map((budget) => {
    const setting = { ...USUAL, ...budget, learns };
    const recalls = names.map((name) => plan(setting, name));
    const others = recalls.filter((_, index) => !names[index].startsWith("planner"));
    const lead = recalls.at(-1) - Math.max(...others);
    const cells = recalls.map((value) => cell(value.toFixed(3), 20)).join("");
    const lucky = learns ? "" : " learns:false";
    console.log(`  ${(named(budget) + lucky).padEnd(56)}${cells}${cell((100 * lead).toFixed(1))} pp`);
    return lead;
  }));
  console.log(`  at worst ${(100 * Math.min(...behind)).toFixed(1)} pp`);
}

/** Of one reader: for each exam, on which side of the range the mark fell, if there was one. */
function trial(scene, seed) {
  const random = randomNumbers(seed);
  const setting = { ...USUAL, ...scene };
  const cards = freshBank(setting, random);
  const policy = POLICIES[scene.policy ?? "planner"](setting, random);
  study(cards, policy, setting, scene.until, random);
  const day = scene.until - 1 + scene.ahead;
  return Object.values(EXAMS).map((parts) => {
    const exam = parts(cards);
    const range = forecast(exam, day, randomNumbers(seed + 1));
    const mark = sit(exam, day, setting, random);
    return range && { ...range, mark, side: Number(mark > range.high) - Number(mark < range.low) };
  });
}

function forecasts() {
  const names = Object.keys(EXAMS);
  console.log("\n  share of marks within the range (below, above it; mean error; width)");
  console.log(`  ${" ".repeat(60)}${names.map((name) => cell(name, 34)).join("")}`);
  const held = SCENES.map((scene) => {
    const trials = seeds(FORECASTS).map((seed) => trial(scene, seed));
    const shares = names.map((_, exam) => shareOf(trials.map((of) => of[exam]).filter(Boolean)));
    console.log(`  ${named(scene).padEnd(60)}${shares.map(({ text }) => cell(text, 34)).join("")}`);
    return shares.map(({ within }) => within);
  }).flat().filter((within) => !Number.isNaN(within));
  const ends = [Math.min(...held), mean(held), Math.max(...held)].map((share) => share.toFixed(3));
  console.log(`  least, mean, most: ${ends.join(", ")}`);
}

function shareOf(ranges) {
  const share = (side) => mean(ranges.map((range) => Number(range.side === side)));
  const error = mean(ranges.map((range) => range.mean - range.mark)).toFixed(1);
  const width = mean(ranges.map((range) => range.high - range.low)).toFixed(1);
  const sides = [-1, 1].map((side) => share(side).toFixed(2)).join(", ");
  return { within: share(0), text: `${share(0).toFixed(3)} (${sides}; ${error}; ${width})` };
}

/** Milliseconds of CPU, the middle one of nine. */
function timed(work) {
  const times = Array.from({ length: 9 }, () => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return `${times.sort((a, b) => a - b)[4].toFixed(0)} ms`;
}

function speed() {
  const random = randomNumbers(1);
  const questions = Array.from({ length: 5000 }, (_, id) => (
    { id: `question-${id}`, kind: "single" }));
  const start = Date.parse("2026-01-01T00:00:00Z");
  const events = Array.from({ length: 50000 }, (_, id) => ({
    id: String(id), question: `question-${Math.floor(random() * 5000)}`, revision: "12345678",
    kind: "answer", response: ["a"], right: random() < 0.8, mode: "page",
    at: new Date(start + Math.floor(random() * 100 * 86_400_000)).toISOString(),
  }));
  const read = () => {
    const log = Map.groupBy(events, ({ question }) => question);
    return questions.map((question) =>
      cardOf(question, recordOf(log.get(question.id) ?? [], "12345678").answers));
  };
  const cards = read();
  const today = dayOf(new Date(start)) + 101;
  const exam = [{ count: 80, points: 1, pool: alone(cards) }];
  console.log("\n  5,000 questions, 50,000 events, CPU");
  console.log(`  log to cards ${timed(read)}`);
  console.log(`  plan a day   ${timed(() => planned(cards, today, today + 30, 60))}`);
  console.log(`  forecast     ${timed(() => forecast(exam, today + 1, randomNumbers(1)))}`);
}

plans();
forecasts();
speed();
