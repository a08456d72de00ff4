// A picture of a curve with the reader's point.

import { axes, dot, path } from "./axes.js";
import { drawing, line, share, short } from "./shapes.js";

/** @import { Draw } from "./shapes.js" */

const STEPS = 60;

/** @type {Draw} */
export function curve(picture, value) {
  const [left, right, own, target, from] = [picture.left, picture.right, picture.x, picture.target, picture.low].map((formula) => value(formula)[0]);
  const heightAt = (/** @type {number} */ along) => value(picture.curve, { [picture.along]: along })[0];
  const heights = Array.from({ length: STEPS + 1 }, (_, n) => heightAt(left + ((right - left) * n) / STEPS));
  const { height, scale, x, y, below, upright } = axes(Math.min(0, ...heights), Math.max(...heights));
  const at = (/** @type {number} */ along) => x(share(along, left, right));
  const point = (/** @type {number} */ along) => /** @type {[number, number]} */ ([at(along), y(heightAt(along))]);
  const shapes = [...scale, path(heights.map((one, n) => [x(n / STEPS), y(one)]), "tiku-curve"), below(x(0), short(left)), below(x(1), short(right), "end")];
  if (target !== undefined) shapes.push(upright(at(target)));
  if (from !== undefined) shapes.push(line(...point(from), ...point(own), "tiku-whisker"), dot(...point(from), "tiku-hollow"));
  shapes.push(dot(...point(own), "tiku-full"));
  return { height, shapes };
}

export const show = drawing(curve);
