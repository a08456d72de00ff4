// What pictures are made of, and what they are given; each kind has its own module, picture-KIND.js.
// The twin of rendering/tool_pictures.py; both read tests/cases/tools.json.

import { rounded, row, valueOf } from "./calculation.js";
import { draw } from "../core/svg.js";

/** @import { Part, Result, Value } from "./calculation.js" */
/** @typedef {{kind: string, title: string, bars: {label: string, value: string, low: string, high: string}[], most: string, target: string, along: string, left: string, right: string, curve: string, x: string, values: string, centre: string, low: string, high: string}} Picture */
/** @typedef {Parameters<typeof draw>} Shape */
/** What a formula comes to, with these values besides. @typedef {(formula: string, besides?: Record<string, Value>) => number[]} Row */
/** @typedef {(picture: Picture, value: Row, result: Result, labels: string[]) => {height: number, shapes: Shape[]}} Draw */

export const WIDTH = 340;

/** @type {(x: number, y: number, words: string, anchor?: string) => Shape} */
export const text = (x, y, words, anchor = "start") => ["text", { x, y, "text-anchor": anchor }, words];

/** @type {(x1: number, y1: number, x2: number, y2: number, look: string) => Shape} */
export const line = (x1, y1, x2, y2, look) => ["line", { x1, y1, x2, y2, class: look }];

/** A number as short as it can be told. @type {(value: number) => string} */
export const short = (value) => `${+rounded(value, 2)}`;

/** Where a value stands between two others, from 0 to 1. @type {(value: number, low: number, high: number) => number} */
export const share = (value, low, high) => (Math.min(Math.max(value, low), high) - low) / (high - low || 1);

/** @type {(shapesOf: Draw, picture: Picture, result: Result) => {height: number, shapes: Shape[]}} */
export const drawn = (shapesOf, picture, result) =>
  shapesOf(picture, (formula, besides) => (formula ? row(valueOf(formula, { ...result.known, values: { ...result.known.values, ...besides } })) : []), result, result.labels ?? []);

/** The picture on the page is exchanged. @type {(shapesOf: Draw) => Part} */
export const drawing = (shapesOf) => (host, { picture }, result) => {
  const svg = host.querySelector("svg");
  if (!svg || !picture || !result) return;
  const { height, shapes } = drawn(shapesOf, picture, result);
  svg.setAttribute("viewBox", `0 0 ${WIDTH} ${height}`);
  svg.replaceChildren(...shapes.map((shape) => draw(...shape)));
};
