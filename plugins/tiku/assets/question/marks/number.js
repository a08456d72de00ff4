// Is this the number, within the tolerance? Compared as decimals: binary fractions miss.

import { fold, typed } from "../../core/folding.js";

/** @import { Verdict } from "../../core/types.js" */

const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?$/;
const GROUPED = /^[+-]?\d{1,3}([, ]\d{3})+(\.\d*)?$/;

/** @typedef {{digits: bigint, scale: number}} Decimal `digits` / 10^`scale` */

/**
 * The number a reader meant by `８.0％`, `1,000`, `1。5` or `—3 件`; undefined where it is none, or
 * where a comma or a blank groups no thousands.
 * @param {string} text
 * @param {string} unit as the author wrote it, after `|` in the other script
 */
export function readNumber(text, unit) {
  const plain = typed(text);
  const [number] = /^[+-]? ?[\d., ]*/.exec(plain) ?? [""];
  const rest = plain.slice(number.length);
  const after = fold(rest);
  // Without a unit of its own a number may still be followed by a percent sign; `5-` may be anything.
  if (rest.startsWith("-") || (after && !(unit || "%").split("|").map(fold).includes(after))) return undefined;
  const figures = number.trim().replace(/^([+-]) /, "$1");
  return decimal(GROUPED.test(figures) ? figures.replace(/[, ]/g, "") : figures);
}

/**
 * `key`: value, tolerance, and after them the unit, if there is one.
 * @type {(key: string, response: string[]) => Verdict}
 */
export function markNumber(key, [text = ""]) {
  const [value, tolerance, ...unit] = key.split(" ");
  const given = readNumber(text, unit.join(" "));
  if (!given) return { right: false, unreadable: true };
  const [is, wanted, slack] = aligned(given, decimal(value), decimal(tolerance));
  return { right: is - wanted <= slack && wanted - is <= slack };
}

/** @param {string} text @returns {Decimal | undefined} */
function decimal(text) {
  const [, sign, whole = "", fraction = ""] = NUMBER.exec(text) ?? [];
  if (sign === undefined || !(whole + fraction)) return undefined;
  return { digits: BigInt(`${sign === "-" ? "-" : ""}${whole}${fraction}`), scale: fraction.length };
}

/** As whole numbers of the same size. @param {(Decimal | undefined)[]} numbers */
function aligned(...numbers) {
  const scale = Math.max(...numbers.map((number) => number?.scale ?? 0));
  return numbers.map((number) => (number ? number.digits * 10n ** BigInt(scale - number.scale) : 0n));
}
