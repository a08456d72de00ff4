// What pictures with two axes have.

import { line, share, short, text, WIDTH } from "./shapes.js";

/** @import { Shape } from "./shapes.js" */

const [LEFT, TOP, RIGHT, FOOT] = [46, 8, WIDTH - 6, 178];

/** The sheet with its axes, the upright one with its ends told; where values stand on it; what is told below.
 * @type {(low: number, high: number) => {height: number, scale: Shape[], x: (part: number) => number, y: (value: number) => number, below: (x: number, words: string, anchor?: string) => Shape, upright: (x: number) => Shape}} */
export function axes(low, high) {
  const y = (/** @type {number} */ value) => FOOT - share(value, low, high) * (FOOT - TOP);
  return {
    height: FOOT + 22,
    scale: [text(LEFT - 4, y(high) + 8, short(high), "end"), text(LEFT - 4, y(low), short(low), "end"), line(LEFT, TOP, LEFT, FOOT, "tiku-axis"), line(LEFT, FOOT, RIGHT, FOOT, "tiku-axis")],
    x: (part) => LEFT + part * (RIGHT - LEFT),
    y,
    below: (x, words, anchor = "middle") => text(x, FOOT + 16, words, anchor),
    upright: (x) => line(x, TOP, x, FOOT, "tiku-target"),
  };
}

/** @type {(points: number[][], look: string) => Shape} */
export const path = (points, look) => ["polyline", { points: points.join(" "), class: look }];

/** @type {(x: number, y: number, look: string) => Shape} */
export const dot = (cx, cy, look) => ["circle", { cx, cy, r: "5", class: look }];
