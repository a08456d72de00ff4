// What pictures are made of, and what they are given; each kind has its own module, picture-KIND.js.
// The twin of rendering/tool_pictures.py; both read tests/cases/tools.json.

import { valueOf } from "./calculation.js";
import { rounded } from "./formula-values.js";

/** @import { Part, Result } from "./calculation.js" */
/** @import { Value } from "./formula-values.js" */
/** @typedef {{kind: string, title: string, bars: {label: string, value: string, low: string, high: string}[], most: string, target: string, along: string, left: string, right: string, curve: string, x: string, values: string, centre: string, low: string, high: string}} Picture */
/** @typedef {[tag: string, attributes: Record<string, string>, text?: string]} Shape */
/** @typedef {(picture: Picture, value: (formula: string) => Value, result: Result, labels: string[]) => {height: number, shapes: Shape[]}} Draw */

export const [WIDTH, HEIGHT, LEFT, TOP, ROW, STEPS] = [340, 170, 46, 8, 40, 60];

/** @type {(value: number) => string} */
export const at = (value) => rounded(value, 1);

/** @type {(x: number, y: number, words: string, anchor?: string) => Shape} */
export const text = (x, y, words, anchor = "start") => ["text", { x: at(x), y: at(y), "text-anchor": anchor }, words];

/** @type {(x1: number, y1: number, x2: number, y2: number, look: string) => Shape} */
export const line = (x1, y1, x2, y2, look) => ["line", { x1: at(x1), y1: at(y1), x2: at(x2), y2: at(y2), class: look }];

/** @type {(x: number, y: number, width: number, look: string) => Shape} */
export const box = (x, y, width, look) => ["rect", { x: at(x), y: at(y), width: at(width), height: "12", class: look }];

/** @type {(points: [number, number][], look: string) => Shape} */
export const path = (points, look) => ["polyline", { points: points.map(([x, y]) => `${at(x)},${at(y)}`).join(" "), class: look }];

/** @type {(x: number, y: number, look: string) => Shape} */
export const dot = (x, y, look) => ["circle", { cx: at(x), cy: at(y), r: "5", class: look }];

/** A number as short as it can be told. @type {(value: number) => string} */
export const short = (value) => rounded(value, 2).replace(/\.?0+$/, "") || "0";

/** @type {(draw: Draw, picture: Picture, result: Result, labels: string[]) => {height: number, shapes: Shape[]}} */
export const drawn = (draw, picture, result, labels) => draw(picture, (formula) => valueOf(formula, result.known), result, labels);

/** The picture on the page is exchanged. @type {(draw: Draw) => Part} */
export const drawing = (draw) => (host, { picture }, result) => {
  const svg = host.querySelector("svg");
  if (!svg || !picture) return;
  const { height, shapes } = result ? drawn(draw, picture, result, result.labels ?? []) : { height: 0, shapes: [] };
  svg.setAttribute("viewBox", `0 0 ${WIDTH} ${height}`);
  svg.replaceChildren(...shapes.map(([tag, attributes, text = ""]) => {
    const shape = document.createElementNS(svg.namespaceURI, tag);
    for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, value);
    shape.append(text);
    return shape;
  }));
};
