// When two short texts are the same to a reader: width, case, blanks and decoration do not count.
// Decoration is the stop after 「首問負責制。」, not the point in `1.5`. The twin of text/folding.py;
// both read tests/cases/folding.json.

const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]/g;
const POWER = /(?<=[0-9０-９])(?=[⁰¹²³⁴-⁹])/g;
const PART = /(?<=[0-9０-９])(?=[¼-¾⅐-⅞])/g;
const STOP = /(?<=[0-9])。(?=[0-9])/g;
const THOUSANDS = /(?<=[0-9]),(?=[0-9]{3}(?![0-9]))/g;
const LOOSE_BLANK = / (?![0-9])|(?<![0-9]) /g;
const MEANT = String.raw`[%‰#&@*\\_§†]|(?<=[0-9])[ .,:/](?=[0-9])|(?<![0-9a-z])\.(?=[0-9])`
  + String.raw`|(?<![a-z]{2})-(?=[0-9.])|(?<=(?<![a-z0-9])[a-z])-(?![\p{L}\p{N}])|[([{](?=[0-9.\-])|(?<=[0-9])[)\]}]`;
const DECORATION = new RegExp(String.raw`(${MEANT})|[\p{P}\p{Z}\p{C}]`, "gu");

/**
 * One width of characters, one dash and one blank for all; 10² is not 102, nor 2½ 21/2.
 * @param {string} text
 */
export const typed = (text) =>
  text.replace(UNSEEN, "").replace(POWER, "^").replace(PART, " ").normalize("NFKC")
    .replace(/[‐‑‒–—―−]/g, "-").replace(/[⁄∕]/g, "/").replace(STOP, ".").replace(/[ \t\r\n\f\v]+/g, " ").replace(/^ | $/g, "");

/**
 * Only width and blanks are overlooked: what tells two choices apart.
 * @param {string} text
 */
export const exact = (text) => text.normalize("NFKC").replace(/[ \n]/g, "");

/**
 * One width, lower case, without decoration and control characters.
 * @param {string} text
 */
export const fold = (text) =>
  typed(text).toLowerCase().replaceAll("ß", "ss").replace(THOUSANDS, "").replace(LOOSE_BLANK, "").replace(DECORATION, (_, meant) => meant ?? "");
