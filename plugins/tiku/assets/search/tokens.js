// What a search takes for the same, and what it cuts texts into; the twin of
// search/tokens.py; both read tests/cases/search/tokens.json.

// As in search/tokens.py, which says what they are.
const WORDY =
  "a-z0-9\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02af\\u0370-\\u037d\\u037f-\\u0386\\u0388-\\u0481" +
  "\\u0483-\\u0559\\u0560-\\u0588\\u0591-\\u05bd\\u05bf-\\u05f2\\u0610-\\u061a\\u0620-\\u0669" +
  "\\u066e-\\u06d3\\u06d5-\\u0963\\u0966-\\u0dff\\u10a0-\\u10fa\\u10fc-\\u10ff\\u1200-\\u135f" +
  "\\u13a0-\\u13fd\\u1820-\\u18aa\\u1e00-\\u1fff";
const UNSPACED =
  "\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u3005-\\u3007\\u3040-\\u30fa\\u30fc-\\u30ff" +
  "\\u3100-\\u312f\\u3400-\\u9fff\\uac00-\\ud7a3\\uf900-\\ufaff";
const RUNS = new RegExp(`[${UNSPACED}]+|[${WORDY}]+`, "g");
const WORDS = new RegExp(`[${WORDY}]+`, "g");
const WORDY_ONE = new RegExp(`[${WORDY}]`);
const HAN = /[\u3400-\u9fff\uf900-\ufaff]/;
const UNSPACED_START = new RegExp(`^[${UNSPACED}]`);
const MARKS = /[\u0300-\u036f]/g;

const CODES = 0x10000;
const DECODER = new TextDecoder("utf-16le", { ignoreBOM: true });

/**
 * NFKC, lower case, no accents, and one character for the traditional and the simplified one. A whole
 * site is folded before its first result: code by code through a table is five times as fast as a pattern.
 * @param {string} table pairs: as written, as folded; none above U+FFFF
 */
export function foldWith(table) {
  const folded = new Uint16Array(CODES).map((_, code) => code);
  for (let at = 0; at < table.length; at += 2) folded[table.charCodeAt(at)] = table.charCodeAt(at + 1);
  /** @param {string} text */
  return (text) => {
    const plain = text.normalize("NFKD").toLowerCase().replace(MARKS, "").normalize("NFC");
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

/** @param {string} token whether it is a part of a run rather than a word */
export const isUnspaced = (token) => UNSPACED_START.test(token);

/** @param {string} folded */
export const hasHan = (folded) => HAN.test(folded);

/** @param {string | undefined} character */
export const isWordy = (character) => character !== undefined && WORDY_ONE.test(character);

/**
 * A pattern that finds a text, and a word only as a whole.
 * @param {string} text
 */
export function bounded(text) {
  const before = isWordy(text[0]) ? `(?<![${WORDY}])` : "";
  const after = isWordy(text.at(-1)) ? `(?![${WORDY}])` : "";
  return before + text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&") + after;
}

/** @param {string} folded */
export const wordsIn = (folded) => folded.match(WORDS) ?? [];

/**
 * The longest pieces of scripts without blanks, and words of the others, with their places.
 * @param {string} folded
 */
export const runs = (folded) => [...folded.matchAll(RUNS)].map((found) => ({ text: found[0], start: found.index }));

/**
 * What two texts have in common that differ in spaces and punctuation only.
 * @param {string} folded
 */
export const bare = (folded) => (folded.match(RUNS) ?? []).join("");

/**
 * Pairs of neighbouring characters, and words; a lone character stands for itself.
 * @param {string} folded
 */
export const tokens = (folded) => placed(folded).map(({ token }) => token);

/**
 * The tokens and the part of the text each covers.
 * @param {string} folded
 */
export function placed(folded) {
  return runs(folded).flatMap(({ text, start }) => {
    const width = isUnspaced(text) && text.length > 2 ? 2 : text.length;
    const number = text.length - width + 1;
    return Array.from({ length: number }, (_, offset) => ({
      token: text.slice(offset, offset + width),
      start: start + offset,
      end: start + offset + width,
    }));
  });
}
