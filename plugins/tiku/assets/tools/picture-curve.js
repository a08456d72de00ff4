// A picture of a curve with the reader's point.

import { across, scale, upright } from "./axes.js";
import { valueOf } from "./calculation.js";
import { row } from "./formula-values.js";
import { dot, drawing, HEIGHT, LEFT, line, path, short, STEPS, text, TOP, WIDTH } from "./shapes.js";

/** @import { Draw } from "./shapes.js" */

/** @type {Draw} */
export function curve(picture, value, result) {
  const number = (/** @type {string} */ formula) => row(value(formula))[0];
  const [left, right] = [number(picture.left), number(picture.right)];
  const heightAt = (/** @type {number} */ x) =>
    row(valueOf(picture.curve, { ...result.known, values: { ...result.known.values, [picture.along]: x } }))[0];
  const steps = Array.from({ length: STEPS + 1 }, (_, n) => left + ((right - left) * n) / STEPS);
  const heights = steps.map(heightAt);
  const [low, high] = [Math.min(0, ...heights), Math.max(...heights)];
  const [x, y] = [across(left, right), upright(low, high)];
  const points = steps.map((step, n) => /** @type {[number, number]} */ ([x(step), y(heights[n])]));
  const shapes = [...scale(low, high, y), path(points, "tiku-curve"),
    text(LEFT, TOP + HEIGHT + 16, short(left), "middle"), text(WIDTH - 6, TOP + HEIGHT + 16, short(right), "end")];
  if (picture.target) shapes.push(line(x(number(picture.target)), TOP, x(number(picture.target)), TOP + HEIGHT, "tiku-target"));
  const [own, from] = [number(picture.x), picture.low ? number(picture.low) : undefined];
  if (from !== undefined) {
    shapes.push(line(x(from), y(heightAt(from)), x(own), y(heightAt(own)), "tiku-whisker"), dot(x(from), y(heightAt(from)), "tiku-hollow"));
  }
  return { height: TOP + HEIGHT + 22, shapes: [...shapes, dot(x(own), y(heightAt(own)), "tiku-full")] };
}

export const show = drawing(curve);
