// A control chart.

import { scale, upright } from "./axes.js";
import { row } from "./formula-values.js";
import { dot, drawing, HEIGHT, LEFT, path, text, TOP, WIDTH } from "./shapes.js";

/** @import { Draw } from "./shapes.js" */

/** @type {Draw} */
export function control(picture, value, _result, labels) {
  const values = row(value(picture.values));
  const whole = (/** @type {string} */ formula) => {
    const found = row(value(formula));
    return values.map((_, n) => found[n] ?? found[0]);
  };
  const [centre, lows, highs] = [picture.centre, picture.low, picture.high].map(whole);
  const [low, high] = [Math.min(...values, ...lows), Math.max(...values, ...highs)];
  const y = upright(low, high);
  const x = (/** @type {number} */ n) => LEFT + ((n + 0.5) * (WIDTH - LEFT - 6)) / values.length;
  const along = (/** @type {number[]} */ of) => of.map((each, n) => /** @type {[number, number]} */ ([x(n), y(each)]));
  const shapes = [...scale(low, high, y), path(along(centre), "tiku-centre"), path(along(lows), "tiku-target"), path(along(highs), "tiku-target"),
    path(along(values), "tiku-curve"),
    ...values.map((each, n) => dot(x(n), y(each), each > highs[n] || each < lows[n] ? "tiku-out" : "tiku-full")),
    text(x(0), TOP + HEIGHT + 16, labels[0] ?? "1", "middle"),
    text(x(values.length - 1), TOP + HEIGHT + 16, labels.at(-1) ?? String(values.length), "middle")];
  return { height: TOP + HEIGHT + 22, shapes };
}

export const show = drawing(control);
