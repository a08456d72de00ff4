// A picture of a curve with the reader's point.

import { axes, dot, path } from "./axes.js";
import { drawing, line, share, short } from "./shapes.js";

/** @import { Draw } from "./shapes.js" */

const STEPS = 60;

/** @type {Draw} */
export function curve(picture, value) {
  const [left, right, own, target, from] = [picture.left, picture.right, picture.x, picture.target, picture.low].map((formula) => (formula ? value(formula)[0] : NaN));
  const heightAt = (/** @type {number} */ along) => value(picture.curve, { [picture.along]: along })[0];
  const steps = Array.from({ length: STEPS + 1 }, (_, n) => left + ((right - left) * n) / STEPS);
  const heights = steps.map(heightAt);
  const { height, scale, x, y, below, target: upright } = axes(Math.min(0, ...heights), Math.max(...heights));
  const at = (/** @type {number} */ along) => x(share(along, left, right));
  const point = (/** @type {number} */ along) => /** @type {[number, number]} */ ([at(along), y(heightAt(along))]);
  const shapes = [...scale, path(steps.map((step, n) => [at(step), y(heights[n])]), "tiku-curve"), below(x(0), short(left)), below(x(1), short(right), "end")];
  if (picture.target) shapes.push(upright(at(target)));
  if (picture.low) shapes.push(line(...point(from), ...point(own), "tiku-whisker"), dot(...point(from), "tiku-hollow"));
  return { height, shapes: [...shapes, dot(...point(own), "tiku-full")] };
}

export const show = drawing(curve);
