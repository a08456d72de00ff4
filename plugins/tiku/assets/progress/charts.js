// Pictures drawn from numbers, as SVG in the colours of the page. Each is one image with a name
// and a description; whoever shows one puts the numbers behind it as a table.

import { draw } from "../core/svg.js";
import { words } from "./words.js";

// As wide as the column they stand in, so that letters keep their size; a phone's is the least.
const LEAST = 320;
const MOST = 900;
let width = LEAST;
let pictures = 0;

/** Draws for a column of so many pixels from now on; whether that is another width. @param {number} pixels */
export function drawnWithin(pixels) {
  const before = width;
  width = Math.round(Math.min(MOST, Math.max(LEAST, pixels)));
  return width !== before;
}

/** @type {(title: string, description: string, height: number, shapes: Node[]) => Element} */
function picture(title, description, height, shapes) {
  const id = `tiku-picture-${(pictures += 1)}`;
  return draw("svg", { class: "tiku-picture", role: "img", viewBox: `0 0 ${width} ${height}`, "aria-labelledby": `${id}-t ${id}-d` },
    draw("title", { id: `${id}-t` }, title), draw("desc", { id: `${id}-d` }, description), ...shapes);
}

/** @type {(x: number, y: number, said: string, more?: Record<string, string | number>) => Element} */
const text = (x, y, said, more = {}) => draw("text", { x, y, ...more }, said);

/** @type {(x: number, y: number, width: number, height: number, look: string) => Element} */
const box = (x, y, wide, height, look) => draw("rect", { x, y, width: Math.max(0, wide), height, class: look });

/** @type {(x1: number, y1: number, x2: number, y2: number, look: string) => Element} */
const line = (x1, y1, x2, y2, look) => draw("line", { x1, y1, x2, y2, class: look });

/** @type {(cx: number, cy: number, look: string) => Element} */
const dot = (cx, cy, look) => draw("circle", { cx, cy, r: 5, class: look });

// Of a text at the size of the style sheet, about: Chinese is as wide as it is high.
const WIDE = 14;
const NARROW = 7.5;
const GAP = 12;
const widthOf = (/** @type {string} */ said) => [...said].reduce((sum, one) => sum + (one > "\u2e80" ? WIDE : NARROW), 0);

/** @type {(said: string, room: number) => string} the whole stands in the table behind the picture */
function fitting(said, room) {
  if (widthOf(said) <= room) return said;
  const characters = [...said];
  while (characters.length && widthOf(characters.join("")) > room - WIDE) characters.pop();
  return `${characters.join("")}…`;
}

/**
 * A bar of nested parts a row: what is remembered, within what was met, within all.
 * @param {string} title
 * @param {{name: string, count: string, told: string, recalled: number, met: number, all: number}[]} rows
 */
export function masteryBars(title, rows) {
  const shapes = rows.flatMap(({ name, count, recalled, met, all }, index) => {
    const y = index * 40;
    const wide = (/** @type {number} */ part) => (part / all) * (width - 2);
    return [
      text(0, y + 14, fitting(name, width - widthOf(count) - GAP)), text(width, y + 14, count, { "text-anchor": "end" }),
      box(1, y + 20, wide(met), 12, "tiku-soft"), box(1, y + 20, wide(recalled), 12, "tiku-full"),
      box(1, y + 20, width - 2, 12, "tiku-frame"),
    ];
  });
  return picture(title, rows.map(({ told }) => told).join(words.clauses), rows.length * 40, shapes);
}

/**
 * A square a day, a column a week, from Sunday to Saturday.
 * @param {string} title
 * @param {string} told
 * @param {number[]} days answers on each, the first a Sunday
 */
export function calendar(title, told, days) {
  const level = (/** @type {number} */ answers) => (answers === 0 ? 0 : answers < 10 ? 1 : answers < 30 ? 2 : 3);
  const step = width / Math.ceil(days.length / 7);
  const shapes = days.map((answers, index) =>
    box(Math.floor(index / 7) * step + 1, (index % 7) * 20 + 1, step - 4, 16, `tiku-level-${level(answers)}`));
  return picture(title, told, 142, shapes);
}

/**
 * A column each, of parts one on another, with its number above and its name below.
 * @param {string} title
 * @param {string} told
 * @param {{name: string, parts: {value: number, look: string}[]}[]} columns
 */
export function columns(title, told, columns) {
  const sums = columns.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0));
  const most = Math.max(1, ...sums);
  const step = width / columns.length;
  const shapes = columns.flatMap(({ name, parts }, index) => {
    const middle = (index + 0.5) * step;
    let top = 110;
    const boxes = parts.map(({ value, look }) => {
      const height = (value / most) * 90;
      top -= height;
      return box(middle - step * 0.35, top, step * 0.7, height, look);
    });
    return [...boxes,
      text(middle, 104 - (sums[index] / most) * 90, sums[index] ? String(sums[index]) : "", { "text-anchor": "middle", class: "tiku-small" }),
      text(Math.max(middle, widthOf(name) / 2), 126, name, { "text-anchor": "middle", class: "tiku-small" })];
  });
  return picture(title, told, 132, [...shapes, line(0, 110, width, 110, "tiku-axis")]);
}

/**
 * What each look in a picture means, below it.
 * @param {readonly (readonly [string, string])[]} looks
 */
export function legend(looks) {
  const list = document.createElement("ul");
  list.className = "tiku-legend";
  for (const [look, meaning] of looks) {
    const item = document.createElement("li");
    item.append(draw("svg", { class: "tiku-picture tiku-swatch", viewBox: "0 0 14 14", "aria-hidden": "true" }, box(1, 1, 12, 12, look)), meaning);
    list.append(item);
  }
  return list;
}

/**
 * A share and its interval a row, on one scale from 0 to 1.
 * @param {string} title
 * @param {{name: string, told: string, share: number, low: number, high: number}[]} rows
 */
export function intervals(title, rows) {
  const [left, wide] = [80, width - 90];
  const at = (/** @type {number} */ share) => left + share * wide;
  const bottom = rows.length * 30;
  const scale = [0, 0.5, 1].flatMap((share) => [
    line(at(share), 0, at(share), bottom, "tiku-grid"),
    text(at(share), bottom + 16, `${share * 100}%`, { "text-anchor": share === 1 ? "end" : "middle", class: "tiku-small" }),
  ]);
  const shapes = rows.flatMap(({ name, share, low, high }, index) => {
    const y = index * 30 + 15;
    return [text(0, y + 5, name), line(at(low), y, at(high), y, "tiku-whisker"), dot(at(share), y, "tiku-full")];
  });
  return picture(title, rows.map(({ told }) => told).join(words.clauses), bottom + 22, [...scale, ...shapes]);
}

/**
 * Shares one after another, full where they pass and hollow where not, and the line to be passed.
 * @param {string} title
 * @param {{told: string, share: number, passed: boolean}[]} dots
 * @param {number | null} pass
 * @param {string} passName
 */
export function dotsAgainst(title, dots, pass, passName) {
  const y = (/** @type {number} */ share) => 112 - share * 100;
  const x = (/** @type {number} */ index) => 40 + ((index + 0.5) * (width - 90)) / dots.length;
  const shapes = dots.map(({ share, passed }, index) => dot(x(index), y(share), passed ? "tiku-full" : "tiku-hollow"));
  const scale = [0, 0.5, 1].flatMap((share) => [
    line(36, y(share), width - 46, y(share), "tiku-grid"), text(30, y(share) + 4, `${share * 100}%`, { "text-anchor": "end", class: "tiku-small" }),
  ]);
  const mark = pass === null ? [] : [line(36, y(pass), width - 46, y(pass), "tiku-pass"), text(width - 42, y(pass) + 4, passName, { class: "tiku-small" })];
  return picture(title, dots.map(({ told }) => told).join(words.clauses), 122, [...scale, ...mark, ...shapes]);
}

/**
 * A range on a scale from nothing to all points, and the pass mark.
 * @type {(title: string, told: string, range: {low: number, high: number, of: number, pass: number}, names: {low: string, high: string, pass: string}) => Element}
 */
export function rangeAgainst(title, told, { low, high, of, pass }, names) {
  const at = (/** @type {number} */ points) => 8 + (points / of) * (width - 16);
  const label = (/** @type {number} */ points, /** @type {number} */ y, /** @type {string} */ said) =>
    text(Math.min(width - 24, Math.max(24, at(points))), y, said, { "text-anchor": "middle", class: "tiku-small" });
  return picture(title, told, 64, [
    line(at(0), 34, at(of), 34, "tiku-axis"), box(at(low), 26, Math.max(3, at(high) - at(low)), 16, "tiku-full"),
    line(at(pass), 18, at(pass), 50, "tiku-pass"), label(pass, 62, names.pass),
    label((low + high) / 2, 14, `${names.low}–${names.high}`),
  ]);
}
