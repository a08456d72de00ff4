// What pictures with two axes have.

import { HEIGHT, LEFT, line, short, text, TOP, WIDTH } from "./shapes.js";

/** @import { Shape } from "./shapes.js" */

/** @type {(low: number, high: number) => (value: number) => number} */
export const upright = (low, high) => (value) =>
  TOP + HEIGHT - ((Math.min(Math.max(value, low), high) - low) / (high - low || 1)) * HEIGHT;

/** @type {(low: number, high: number) => (value: number) => number} */
export const across = (low, high) => (value) =>
  LEFT + ((Math.min(Math.max(value, low), high) - low) / (high - low || 1)) * (WIDTH - LEFT - 6);

/** @type {(low: number, high: number, y: (value: number) => number) => Shape[]} */
export const scale = (low, high, y) => [
  text(LEFT - 4, y(high) + 8, short(high), "end"), text(LEFT - 4, y(low), short(low), "end"),
  line(LEFT, TOP, LEFT, TOP + HEIGHT, "tiku-axis"), line(LEFT, TOP + HEIGHT, WIDTH - 6, TOP + HEIGHT, "tiku-axis"),
];
