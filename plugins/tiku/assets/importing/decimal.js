// Decimal numbers, exact: a whole number of tenths, hundredths and so on.

const FORM = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,6}))?$/i;
const DIGITS = 28;

export class Decimal {
  /** @param {bigint} whole @param {number} power of ten */
  constructor(whole, power) {
    this.whole = whole;
    this.power = power;
  }

  is_finite() { return true; }
  adjusted() { return this.power + String(this.whole).replace("-", "").length - 1; }
  isZero() { return this.whole === 0n; }
  key() { return `\u0000d${this.whole === 0n ? "0" : this.#bare()}`; }

  #bare() {
    const [, digits, zeros] = /** @type {RegExpExecArray} */ (/^(.*[^0])(0*)$/.exec(String(this.whole)));
    return `${digits}e${this.power + zeros.length}`;
  }

  /** @type {(other: Decimal, sign: bigint) => Decimal} */
  plus(other, sign = 1n) {
    const power = Math.min(this.power, other.power);
    return rounded(this.at(power) + sign * other.at(power), power);
  }

  /** @param {number} power */
  at(power) { return this.whole * 10n ** BigInt(this.power - power); }

  /** @param {number} by a small whole number */
  over(by) {
    const exact = rounded(this.whole * 10n ** 30n / BigInt(by), this.power - 30);
    let { whole, power } = exact;
    while (power < this.power && whole % 10n === 0n) [whole, power] = [whole / 10n, power + 1];
    return new Decimal(whole, power);
  }

  /** @param {Decimal} other */
  compare(other) {
    const difference = this.plus(other, -1n).whole;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }

  /** Without exponent. */
  toString() {
    if (this.power >= 0) return String(this.whole * 10n ** BigInt(this.power));
    const digits = String(this.whole).replace("-", "").padStart(1 - this.power, "0");
    const sign = this.whole < 0n ? "-" : "";
    return `${sign}${digits.slice(0, this.power)}.${digits.slice(this.power)}`;
  }
}

/** As many digits as Python's context has, the last one rounded to even. @type {(whole: bigint, power: number) => Decimal} */
function rounded(whole, power) {
  const over = String(whole).replace("-", "").length - DIGITS;
  if (over <= 0) return new Decimal(whole, power);
  const unit = 10n ** BigInt(over);
  let [kept, rest] = [whole / unit, whole % unit];
  if (rest < 0n) rest = -rest;
  const up = rest * 2n > unit || (rest * 2n === unit && kept % 2n !== 0n);
  if (up) kept += whole < 0n ? -1n : 1n;
  return new Decimal(kept, power + over);
}

/** @param {unknown} text @returns {Decimal | null} */
export function decimalOf(text) {
  const found = FORM.exec(String(text).trim().normalize("NFKC").replaceAll("_", ""));
  if (!found || !(found[2] || found[3])) return null;
  const [, sign, whole, part = "", power = "0"] = found;
  return new Decimal(BigInt(`${sign === "-" ? "-" : ""}${whole}${part}`), Number(power) - part.length);
}
