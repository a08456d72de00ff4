// A control chart.

import { axes, dot, path } from "./axes.js";
import { drawing } from "./shapes.js";

/** @import { Draw } from "./shapes.js" */

/** @type {Draw} */
export function control(picture, value, _result, labels) {
  const values = value(picture.values);
  const [centre, lows, highs] = [picture.centre, picture.low, picture.high].map((formula) => {
    const found = value(formula);
    return values.map((_, n) => found[n] ?? found[0]);
  });
  const { height, scale, x, y, below } = axes(Math.min(...values, ...lows), Math.max(...values, ...highs));
  const at = (/** @type {number} */ n) => x((n + 0.5) / values.length);
  const along = (/** @type {number[]} */ of, /** @type {string} */ look) => path(of.map((one, n) => [at(n), y(one)]), look);
  const named = (/** @type {number} */ n) => below(at(n), labels[n] ?? String(n + 1));
  return { height, shapes: [
    ...scale, along(centre, "tiku-centre"), along(lows, "tiku-target"), along(highs, "tiku-target"), along(values, "tiku-curve"),
    ...values.map((one, n) => dot(at(n), y(one), one > highs[n] || one < lows[n] ? "tiku-out" : "tiku-full")),
    named(0), named(values.length - 1),
  ] };
}

export const show = drawing(control);
