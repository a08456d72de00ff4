// The stability after a first answer of each grade, from how the first reviews went: where the
// optimiser begins. As fsrs-rs 6.6.1 has it.

import { isReview } from "./courses.js";
import { Fsrs, USUAL, gradeOf } from "./fsrs.js";
import { BOUNDS } from "./weights.js";

/** @import { Course } from "./courses.js" */

/** @typedef {{days: number, right: number, all: number}} Group first reviews after so many days */

const GRADES = [1, 2, 3, 4];
const [LEAST, MOST] = BOUNDS[0];
const model = new Fsrs(USUAL);
// ln S2 lies so far from ln S3 to ln S1, and ln S3 so far from ln S2 to ln S4: what is usual among readers.
const [BELOW, ABOVE] = [0.41, 0.54];

/**
 * @param {readonly Course[]} courses
 * @returns {{stabilities: number[], counts: number[]}} by grade; how many first reviews each rests on
 */
export function firstStabilities(courses) {
  const firsts = courses.map(({ answers }) => ({ grade: gradeOf(answers[0]), at: answers.findIndex((_, index) => isReview(answers, index)), answers }));
  const mean = shareRight(courses);
  const groups = GRADES.map((grade) => grouped(firsts.filter((first) => first.grade === grade).map(({ answers, at }) =>
    ({ days: answers[at].day - answers[at - 1].day, right: answers[at].right }))));
  const counts = groups.map((group) => group.reduce((sum, { all }) => sum + all, 0));
  const found = groups.map((group, index) => (group.length ? searched(group, USUAL[index], mean) : NaN));
  return { stabilities: inOrder(found, counts), counts };
}

/** Of all reviews. @param {readonly Course[]} courses */
function shareRight(courses) {
  const reviews = courses.flatMap(({ answers, counts }) => answers.filter((_, index) => counts[index]));
  return reviews.filter(({ right }) => right).length / reviews.length;
}

/** @type {(firsts: {days: number, right: boolean}[]) => Group[]} */
function grouped(firsts) {
  /** @type {Map<number, Group>} */
  const groups = new Map();
  for (const { days, right } of firsts) {
    const group = groups.get(days) ?? { days, right: 0, all: 0 };
    groups.set(days, { days, right: group.right + Number(right), all: group.all + 1 });
  }
  return [...groups.values()];
}

/** By thirds, where the curve fits best. @type {(groups: readonly Group[], usual: number, mean: number) => number} */
function searched(groups, usual, mean) {
  let [low, high] = [LEAST, MOST];
  for (let round = 0; round < 100; round += 1) {
    const third = (high - low) / 3;
    if (misfit(groups, low + third, usual, mean) < misfit(groups, high - third, usual, mean)) high -= third;
    else low += third;
  }
  return (low + high) / 2;
}

/** One more answer that is as right as all are keeps small groups from saying too much. @type {(groups: readonly Group[], stability: number, usual: number, mean: number) => number} */
function misfit(groups, stability, usual, mean) {
  const losses = groups.map(({ days, right, all }) => {
    const [share, chance] = [(right + mean) / (all + 1), model.retrievability(days, stability)];
    return -all * (share * Math.log(chance) + (1 - share) * Math.log(1 - chance));
  });
  return losses.reduce((sum, loss) => sum + loss, 0) + Math.abs(stability - usual) / 16;
}

/**
 * A better grade lasts no shorter: of two that say otherwise the one with fewer reviews gives way. Grades
 * without any stand to the others as is usual.
 * @type {(stabilities: readonly number[], counts: readonly number[]) => number[]}
 */
export function inOrder(stabilities, counts) {
  const found = stabilities.map((stability, index) => (counts[index] ? stability : NaN));
  for (const [small, large] of [[0, 1], [1, 2], [2, 3], [0, 2], [1, 3], [0, 3]]) {
    if (!(found[small] > found[large])) continue;
    if (counts[small] > counts[large]) found[large] = found[small];
    else found[small] = found[large];
  }
  return filled(found).map((stability) => Math.min(Math.max(stability, LEAST), MOST));
}

/** Easy is never said, so that it is always filled in. @param {readonly number[]} found @returns {number[]} */
function filled(found) {
  const known = found.flatMap((one, index) => (Number.isNaN(one) ? [] : [index]));
  if (known.length === 1) return USUAL.slice(0, 4).map((usual) => (usual * found[known[0]]) / USUAL[known[0]]);
  let [again, hard, good] = found.map(Math.log);
  if (Number.isNaN(hard)) hard = BELOW * again + (1 - BELOW) * good;
  if (Number.isNaN(again)) again = (hard - (1 - BELOW) * good) / BELOW;
  if (Number.isNaN(good)) good = (hard - BELOW * again) / (1 - BELOW);
  return [again, hard, good, (good - (1 - ABOVE) * hard) / ABOVE].map(Math.exp);
}
