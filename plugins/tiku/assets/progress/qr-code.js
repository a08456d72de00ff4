// QR codes (ISO/IEC 18004) of bytes, at error correction level L: for the addresses that move a log.
// Those of zxing module for module, and read back by it (tests/assets/progress/test_qr_code.py).

// By version from 1: error correction bytes of each block, and blocks.
const CHECKS = [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26, 28, ...Array(14).fill(30)];
const BLOCKS = [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18, 19, 19, 20, 21, 22, 24, 25];
const LEVEL = 0b01;
const BYTES = 0b0100;
const PADS = [0xec, 0x11];

/** @type {((row: number, column: number) => number)[]} a module is turned where it is 0 */
const MASKS = [
  (i, j) => (i + j) % 2, (i) => i % 2, (_, j) => j % 3, (i, j) => (i + j) % 3,
  (i, j) => (Math.floor(i / 2) + Math.floor(j / 3)) % 2, (i, j) => ((i * j) % 2) + ((i * j) % 3),
  (i, j) => (((i * j) % 2) + ((i * j) % 3)) % 2, (i, j) => (((i + j) % 2) + ((i * j) % 3)) % 2,
];

/**
 * @param {Uint8Array} bytes at most 2,953
 * @returns {boolean[][]} rows of modules, true where dark; without the quiet zone of four around it
 */
export function qrCode(bytes) {
  const version = CHECKS.findIndex((_, index) => bytes.length <= roomIn(index + 1)) + 1;
  if (!version) throw new RangeError(`${bytes.length} bytes`);
  const bits = bitsOf(interleaved(version, filledUp(bytes, version)));
  const drawn = MASKS.map((_, mask) => drawnWith(version, bits, mask));
  const costs = drawn.map(cost);
  return drawn[costs.indexOf(Math.min(...costs))];
}

/** @param {number} version */
const sizeOf = (version) => 4 * version + 17;

/** Bytes of data and of error correction. @param {number} version */
function bytesIn(version) {
  const aligned = version > 1 ? Math.floor(version / 7) + 2 : 0;
  const patterns = aligned ? (25 * aligned - 10) * aligned - 55 : 0;
  return Math.floor(((16 * version + 128) * version + 64 - patterns - (version > 6 ? 36 : 0)) / 8);
}

/** @param {number} version */
const dataIn = (version) => bytesIn(version) - CHECKS[version - 1] * BLOCKS[version - 1];

/** Bytes of a text; the others say what it is and how long. @param {number} version */
const roomIn = (version) => dataIn(version) - (version < 10 ? 2 : 3);

/** @type {(number: number, length: number) => number[]} */
const binary = (number, length) => Array.from({ length }, (_, index) => (number >>> (length - 1 - index)) & 1);

/** @param {Iterable<number>} bytes */
const bitsOf = (bytes) => [...bytes].flatMap((byte) => binary(byte, 8));

/** @type {(bytes: Uint8Array, version: number) => number[]} */
function filledUp(bytes, version) {
  const bits = [...binary(BYTES, 4), ...binary(bytes.length, version < 10 ? 8 : 16), ...bitsOf(bytes), 0, 0, 0, 0];
  const filled = Array.from({ length: bits.length / 8 }, (_, at) => parseInt(bits.slice(8 * at, 8 * at + 8).join(""), 2));
  const missing = Array.from({ length: dataIn(version) - filled.length }, (_, at) => PADS[at % 2]);
  return [...filled, ...missing];
}

/** Blocks side by side, those with a byte less first, then their error correction. @type {(version: number, data: number[]) => number[]} */
function interleaved(version, data) {
  const count = BLOCKS[version - 1];
  const short = Math.floor(data.length / count);
  const begins = (/** @type {number} */ at) => at * short + Math.max(0, at - count + (data.length % count));
  const blocks = Array.from({ length: count }, (_, at) => data.slice(begins(at), begins(at + 1)));
  return [...sideBySide(blocks), ...sideBySide(blocks.map((block) => checked(block, CHECKS[version - 1])))];
}

/** @param {number[][]} blocks */
const sideBySide = (blocks) => blocks[blocks.length - 1].flatMap((_, at) => blocks.flatMap((block) => block.slice(at, at + 1)));

/** The remainder of a division by the generator of Reed and Solomon. @type {(block: readonly number[], length: number) => number[]} */
function checked(block, length) {
  const divisor = generator(length);
  let rest = Array.from({ length }, () => 0);
  for (const byte of block) {
    const factor = byte ^ rest[0];
    rest = divisor.map((one, at) => (rest[at + 1] ?? 0) ^ times(one, factor));
  }
  return rest;
}

/** (x − 1)(x − 2)(x − 4)…, without the first coefficient, which is 1. @type {(length: number) => number[]} */
function generator(length) {
  let found = [1];
  for (let at = 0, root = 1; at < length; at += 1, root = times(root, 2)) {
    found = [...found, 0].map((one, index) => one ^ times(found[index - 1] ?? 0, root));
  }
  return found.slice(1);
}

/** In the field of 256 elements that x⁸ + x⁴ + x³ + x² + 1 makes. @type {(a: number, b: number) => number} */
function times(a, b) {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) product = (product << 1) ^ ((product >>> 7) * 0x11d) ^ (((b >>> bit) & 1) * a);
  return product;
}

/** @type {(version: number, bits: readonly number[], mask: number) => boolean[][]} */
function drawnWith(version, bits, mask) {
  const fixed = patterns(version, mask);
  const size = sizeOf(version);
  const rows = fixed.map((row) => row.map(Boolean));
  let next = 0;
  for (let right = size - 1; right > 0; right -= right === 8 ? 3 : 2) {
    const up = ((right > 6 ? right : right + 1) & 2) === 0;
    for (let step = 0; step < size; step += 1) {
      const i = up ? size - 1 - step : step;
      for (const j of [right, right - 1]) {
        if (fixed[i][j] === undefined) rows[i][j] = Boolean((bits[next++] ?? 0) ^ Number(!MASKS[mask](i, j)));
      }
    }
  }
  return rows;
}

/** What is the same whatever is said; undefined where data stand. @type {(version: number, mask: number) => (number | undefined)[][]} */
function patterns(version, mask) {
  const size = sizeOf(version);
  /** @type {(number | undefined)[][]} */
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => undefined));
  for (let at = 0; at < size; at += 1) rows[6][at] = rows[at][6] = 1 - (at % 2);
  for (const [i, j] of [[3, 3], [3, size - 4], [size - 4, 3]]) rings(rows, i, j, 4);
  const along = alignments(version);
  const last = along.length - 1;
  along.forEach((i, a) => along.forEach((j, b) => (a || b) && (a || b < last) && (a < last || b) && rings(rows, i, j, 2)));
  drawFormat(rows, mask);
  if (version > 6) drawVersion(rows, version);
  return rows;
}

/** Squares around a middle: dark, light, dark; around the large ones light again. @type {(rows: (number | undefined)[][], i: number, j: number, reach: number) => void} */
function rings(rows, i, j, reach) {
  for (let di = -reach; di <= reach; di += 1) {
    for (let dj = -reach; dj <= reach; dj += 1) {
      const ring = Math.max(Math.abs(di), Math.abs(dj));
      if (rows[i + di]?.length > j + dj && j + dj >= 0) rows[i + di][j + dj] = Number(ring !== reach - (reach === 4 ? 2 : 1) && ring !== 4);
    }
  }
}

/** @param {number} version */
function alignments(version) {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = version === 32 ? 26 : 2 * Math.ceil((4 * version + 4) / (2 * count - 2));
  return [6, ...Array.from({ length: count - 1 }, (_, at) => sizeOf(version) - 7 - (count - 2 - at) * step)];
}

/** A number followed by its remainder. @type {(number: number, length: number, divisor: number) => number} */
function withRest(number, length, divisor) {
  let rest = number;
  for (let at = 0; at < length; at += 1) rest = (rest << 1) ^ ((rest >>> (length - 1)) * divisor);
  return (number << length) | rest;
}

/** Level and mask, twice. @type {(rows: (number | undefined)[][], mask: number) => void} */
function drawFormat(rows, mask) {
  const size = rows.length;
  const bits = withRest((LEVEL << 3) | mask, 10, 0x537) ^ 0x5412;
  for (let at = 0; at < 15; at += 1) {
    const bit = (bits >>> at) & 1;
    const near = at < 6 ? at : at + 1;
    if (at < 8) [rows[near][8], rows[8][size - 1 - at]] = [bit, bit];
    else [rows[8][at === 8 ? 7 : 14 - at], rows[size - 15 + at][8]] = [bit, bit];
  }
  rows[size - 8][8] = 1;
}

/** Twice. @type {(rows: (number | undefined)[][], version: number) => void} */
function drawVersion(rows, version) {
  const bits = withRest(version, 12, 0x1f25);
  for (let at = 0; at < 18; at += 1) {
    const [i, j] = [rows.length - 11 + (at % 3), Math.floor(at / 3)];
    rows[i][j] = rows[j][i] = (bits >>> at) & 1;
  }
}

/** How hard a camera would find it: long runs, squares, what looks like a corner, too much of one. @param {boolean[][]} rows */
function cost(rows) {
  const lines = [...rows, ...rows.map((_, at) => rows.map((row) => row[at]))].map((line) => line.map(Number).join(""));
  const squares = rows.slice(1).flatMap((row, i) => row.slice(1).filter((one, j) => one === row[j] && one === rows[i][j] && one === rows[i][j + 1])).length;
  const dark = rows.flat().filter(Boolean).length;
  const uneven = Math.floor(Math.abs((20 * dark) / rows.length ** 2 - 10));
  return lines.reduce((sum, line) => sum + runs(line) + 40 * corners(line), 0) + 3 * squares + 10 * uneven;
}

/** @param {string} line */
const runs = (line) => (line.match(/0{5,}|1{5,}/g) ?? []).reduce((sum, run) => sum + run.length - 2, 0);

/** @param {string} line */
const corners = (line) => [...line.matchAll(/(?=10111010000|00001011101)/g)].length;
