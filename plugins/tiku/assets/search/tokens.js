// What a search takes for the same, and what it cuts texts into; the twin of
// search/tokens.py; both read tests/cases/search/tokens.json.

const HAN = "[\\u3400-\\u9fff\\uf900-\\ufaff〇]";
const RUNS = new RegExp(`${HAN}+|[a-z0-9]+`, "g");
const HAN_ANYWHERE = new RegExp(HAN);
const HAN_START = new RegExp(`^${HAN}`);

const CODES = 0x10000;
const DECODER = new TextDecoder("utf-16le", { ignoreBOM: true });

/**
 * NFKC, lower case, and one character for the traditional and the simplified one. A whole site is
 * folded before its first result: code by code through a table is five times as fast as a pattern.
 * @param {string} table pairs: as written, as folded; none above U+FFFF
 */
export function foldWith(table) {
  const folded = new Uint16Array(CODES).map((_, code) => code);
  for (let at = 0; at < table.length; at += 2) folded[table.charCodeAt(at)] = table.charCodeAt(at + 1);
  /** @param {string} text */
  return (text) => {
    const plain = text.normalize("NFKC").toLowerCase();
    const codes = new Uint16Array(plain.length);
    for (let at = 0; at < plain.length; at += 1) codes[at] = folded[plain.charCodeAt(at)];
    return DECODER.decode(codes);
  };
}

/**
 * A fold that folds each text once: a key shows much of what the key before has shown.
 * @param {(text: string) => string} fold
 */
export function remembering(fold) {
  /** @type {Map<string, string>} */
  const known = new Map();
  return (/** @type {string} */ text) => {
    const folded = known.get(text) ?? fold(text);
    known.set(text, folded);
    return folded;
  };
}

/** @param {string} token */
export const isHan = (token) => HAN_START.test(token);

/** @param {string} folded */
export const hasHan = (folded) => HAN_ANYWHERE.test(folded);

/**
 * The longest pieces of Chinese, and of Latin letters and digits, with their places.
 * @param {string} folded
 */
export const runs = (folded) => [...folded.matchAll(RUNS)].map((found) => ({ text: found[0], start: found.index }));

/**
 * What two texts have in common that differ in spaces and punctuation only.
 * @param {string} folded
 */
export const bare = (folded) => (folded.match(RUNS) ?? []).join("");

/**
 * Pairs of neighbouring characters, and Latin words; a lone character stands for itself.
 * @param {string} folded
 */
export const tokens = (folded) => placed(folded).map(({ token }) => token);

/**
 * The tokens and the part of the text each covers.
 * @param {string} folded
 */
export function placed(folded) {
  return runs(folded).flatMap(({ text, start }) => {
    const width = isHan(text) && text.length > 2 ? 2 : text.length;
    const number = text.length - width + 1;
    return Array.from({ length: number }, (_, offset) => ({
      token: text.slice(offset, offset + width),
      start: start + offset,
      end: start + offset + width,
    }));
  });
}
