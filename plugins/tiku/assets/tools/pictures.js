// A tool's picture as shapes.
// The twin of rendering/tool_pictures.py; both read tests/cases/tools.json.

import { rounded, row } from "./formula-values.js";
import { valueOf } from "./calculation.js";

/** @import { Result } from "./calculation.js" */
/** @typedef {{kind: string, title: string, bars: {label: string, value: string, low: string, high: string}[], most: string, target: string, along: string, left: string, right: string, curve: string, x: string, values: string, centre: string, low: string, high: string}} Picture */
/** @typedef {[tag: string, attributes: Record<string, string>, text?: string]} Shape */

const [WIDTH, HEIGHT, LEFT, TOP, ROW, STEPS] = [340, 170, 34, 8, 40, 60];

/** @type {(value: number) => string} */
const at = (value) => rounded(value, 1);

/** @type {(x: number, y: number, words: string, anchor?: string) => Shape} */
const text = (x, y, words, anchor = "start") => ["text", { x: at(x), y: at(y), "text-anchor": anchor }, words];

/** @type {(x1: number, y1: number, x2: number, y2: number, look: string) => Shape} */
const line = (x1, y1, x2, y2, look) => ["line", { x1: at(x1), y1: at(y1), x2: at(x2), y2: at(y2), class: look }];

/** @type {(x: number, y: number, width: number, look: string) => Shape} */
const box = (x, y, width, look) => ["rect", { x: at(x), y: at(y), width: at(width), height: "12", class: look }];

/** @type {(points: [number, number][], look: string) => Shape} */
const path = (points, look) => ["polyline", { points: points.map(([x, y]) => `${at(x)},${at(y)}`).join(" "), class: look }];

/** @type {(x: number, y: number, look: string) => Shape} */
const dot = (x, y, look) => ["circle", { cx: at(x), cy: at(y), r: "5", class: look }];

/** A number as short as it can be told. @type {(value: number) => string} */
const short = (value) => rounded(value, 2).replace(/\.?0+$/, "") || "0";

/**
 * @param {Picture} picture
 * @param {Result} result
 * @param {string[]} labels of the rows
 * @returns {{height: number, shapes: Shape[]}}
 */
export function drawn(picture, result, labels) {
  /** @type {(formula: string) => Value} @typedef {import("./formula-values.js").Value} Value */
  const value = (formula) => valueOf(formula, result.known);
  const kinds = { bars, curve, control };
  return kinds[/** @type {keyof typeof kinds} */ (picture.kind)](picture, value, result, labels);
}

/** @typedef {(picture: Picture, value: (formula: string) => import("./formula-values.js").Value, result: Result, labels: string[]) => {height: number, shapes: Shape[]}} Draw */

/** @type {Draw} */
function bars(picture, value, { shown }, labels) {
  const rows = picture.bars.flatMap((bar) => {
    const [lengths, lows, highs] = [bar.value, bar.low, bar.high].map((formula) => (formula ? row(value(formula)) : []));
    const several = lengths.length > 1;
    return lengths.map((length, n) => ({
      label: several ? (labels[n] ?? bar.label) : bar.label, length, low: lows[n], high: highs[n],
      told: several ? short(length) : (shown[bar.value] ?? short(length)),
    }));
  });
  const target = picture.target ? row(value(picture.target))[0] : undefined;
  const longest = Math.max(...rows.flatMap(({ length, high = 0 }) => [length, high]), target ?? 0);
  const most = (picture.most ? row(value(picture.most))[0] : longest) || 1;
  const wide = (/** @type {number} */ length) => (Math.min(Math.max(length, 0), most) / most) * (WIDTH - 2);
  const shapes = rows.flatMap(({ label, length, low, high, told }, n) => [
    text(0, n * ROW + 14, label), text(WIDTH, n * ROW + 14, told, "end"),
    box(1, n * ROW + 20, WIDTH - 2, "tiku-frame"), box(1, n * ROW + 20, wide(length), "tiku-full"),
    ...(low === undefined || high === undefined ? [] : [line(1 + wide(low), n * ROW + 26, 1 + wide(high), n * ROW + 26, "tiku-whisker")]),
  ]);
  const height = rows.length * ROW;
  if (target !== undefined) shapes.push(line(1 + wide(target), 0, 1 + wide(target), height, "tiku-target"));
  return { height, shapes };
}

/** @type {(low: number, high: number) => (value: number) => number} */
const upright = (low, high) => (value) =>
  TOP + HEIGHT - ((Math.min(Math.max(value, low), high) - low) / (high - low || 1)) * HEIGHT;

/** @type {(low: number, high: number) => (value: number) => number} */
const across = (low, high) => (value) =>
  LEFT + ((Math.min(Math.max(value, low), high) - low) / (high - low || 1)) * (WIDTH - LEFT - 6);

/** @type {(low: number, high: number, y: (value: number) => number) => Shape[]} */
const scale = (low, high, y) => [
  text(LEFT - 4, y(high) + 8, short(high), "end"), text(LEFT - 4, y(low), short(low), "end"),
  line(LEFT, TOP, LEFT, TOP + HEIGHT, "tiku-axis"), line(LEFT, TOP + HEIGHT, WIDTH - 6, TOP + HEIGHT, "tiku-axis"),
];

/** @type {Draw} */
function curve(picture, value, result) {
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

/** @type {Draw} */
function control(picture, value, _result, labels) {
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
