// A picture of bars with their intervals.

import { drawing, line, share, short, text, WIDTH } from "./shapes.js";

/** @import { Draw, Shape } from "./shapes.js" */

const [ROW, LONGEST] = [40, WIDTH - 2];

/** @type {Draw} */
export function bars(picture, value, { shown }, labels) {
  const rows = picture.bars.flatMap((bar) => {
    const [lengths, lows, highs] = [bar.value, bar.low, bar.high].map((formula) => value(formula));
    const several = lengths.length > 1;
    return lengths.map((length, n) => ({
      label: (several && labels[n]) || bar.label, length, low: lows[n], high: highs[n],
      told: (!several && shown[bar.value]) || short(length),
    }));
  });
  const [target] = value(picture.target);
  const most = (value(picture.most)[0] ?? Math.max(...rows.flatMap(({ length, high = 0 }) => [length, high]), target ?? 0)) || 1;
  const wide = (/** @type {number} */ length) => share(length, 0, most) * LONGEST;
  /** @type {(n: number, width: number, look: string) => Shape} */
  const box = (n, width, look) => ["rect", { x: 1, y: n * ROW + 20, width, height: "12", class: look }];
  const shapes = rows.flatMap(({ label, length, low, high, told }, n) => [
    text(0, n * ROW + 14, label), text(WIDTH, n * ROW + 14, told, "end"),
    box(n, LONGEST, "tiku-frame"), box(n, wide(length), "tiku-full"),
    ...(low === undefined || high === undefined ? [] : [line(1 + wide(low), n * ROW + 26, 1 + wide(high), n * ROW + 26, "tiku-whisker")]),
  ]);
  const height = rows.length * ROW;
  if (target !== undefined) shapes.push(line(1 + wide(target), 0, 1 + wide(target), height, "tiku-target"));
  return { height, shapes };
}

export const show = drawing(bars);
