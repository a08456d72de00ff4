// A picture of bars with their intervals.

import { row } from "./formula-values.js";
import { box, drawing, line, ROW, short, text, WIDTH } from "./shapes.js";

/** @import { Draw } from "./shapes.js" */

/** @type {Draw} */
export function bars(picture, value, { shown }, labels) {
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

export const show = drawing(bars);
