// Intervals that formulas may name; their sources are in the twin.
// The twin of model/intervals.py; both read tests/cases/formulas.json.
// `side` is -1 for the lower limit and 1 for the upper.

const [TRIES, ENOUGH, MOST] = [100, 1e-13, 100000];

/** Where the chi-squared distribution of one degree has its share. @param {number} share */
export function normal(share) {
  const beyond = Math.abs(2 * share - 1);
  if (!(beyond < 1)) return NaN;
  return Math.sign(share - 0.5) * Math.sqrt(2 * (beyond && gammaQuantile(0.5, beyond)));
}

/** @param {number} level */
const zOf = (level) => (level > 0 && level < 1 ? normal((1 + level) / 2) : NaN);

/** @type {(k: number, n: number, level: number, side: number) => number} */
export function wilson(k, n, level, side) {
  if (!(k >= 0 && k <= n)) return NaN;
  const z = side * zOf(level);
  const [share, square] = [k / n, (z * z) / n];
  const half = z * Math.sqrt((share * (1 - share)) / n + square / (4 * n));
  return Math.min(1, Math.max(0, (share + square / 2 + half) / (1 + square)));
}

/** @type {(a: number, n: number, b: number, m: number, level: number, side: number) => number} */
export function newcombe(a, n, b, m, level, side) {
  const [first, second] = [a / n, b / m];
  return second - first + side * Math.hypot(wilson(b, m, level, side) - second, first - wilson(a, n, level, -side));
}

/** @type {(k: number, level: number, side: number) => number} */
export function byar(k, level, side) {
  return side < 0 ? (k ? cube(k, -zOf(level)) : 0) : cube(k + 1, zOf(level));
}

/** @type {(k: number, z: number) => number} */
const cube = (k, z) => k * Math.max(0, 1 - 1 / (9 * k) + z / (3 * Math.sqrt(k))) ** 3;

/** @type {(k: number, level: number, side: number) => number} */
export function garwood(k, level, side) {
  if (!(level > 0 && level < 1)) return NaN;
  return side < 0 ? (k ? gammaQuantile(k, (1 - level) / 2) : 0) : gammaQuantile(k + 1, (1 + level) / 2);
}

/** @type {(shape: number, share: number) => number} */
function gammaQuantile(shape, share) {
  if (!(shape > 0 && shape <= MOST)) return NaN;
  let [low, high] = [0, shape + 40 * Math.sqrt(shape) + 40];
  let x = shape;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const beyond = gammaBelow(shape, x) - share;
    if (beyond > 0) high = x;
    else low = x;
    const slope = Math.exp((shape - 1) * Math.log(x) - x - logGamma(shape));
    const step = slope ? x - beyond / slope : low;
    const next = low < step && step < high ? step : (low + high) / 2;
    if (Math.abs(next - x) <= ENOUGH * x) return next;
    x = next;
  }
  return x;
}

/** @type {(shape: number, x: number) => number} */
function gammaBelow(shape, x) {
  const front = Math.exp(shape * Math.log(x) - x - logGamma(shape));
  return x < shape + 1 ? front * series(shape, x) : 1 - front * fraction(shape, x);
}

/** @type {(shape: number, x: number) => number} */
function series(shape, x) {
  let [term, total] = [1 / shape, 1 / shape];
  for (let at = shape + 1; Math.abs(term) > Math.abs(total) * 1e-16; at += 1) total += term *= x / at;
  return total;
}

/** @type {(shape: number, x: number) => number} */
function fraction(shape, x) {
  let b = x + 1 - shape;
  let [c, d] = [1e300, 1 / b];
  let value = d;
  for (let i = 1; i < MOST; i += 1) {
    const a = -i * (i - shape);
    b += 2;
    d = 1 / (a * d + b);
    c = b + a / c;
    value *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) break;
  }
  return value;
}

const LANCZOS = [676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7];

/** @param {number} x */
function logGamma(x) {
  const total = LANCZOS.reduce((sum, factor, at) => sum + factor / (x + at), 0.99999999999980993);
  const top = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(top) - top + Math.log(total);
}
