// What Python's texts can be asked, by the names that it has for it.

const SPACE = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
const FRONT = new RegExp(`^[${SPACE}]+`);
const BACK = new RegExp(`(?<![${SPACE}])[${SPACE}]+$`);
const BETWEEN = new RegExp(`[${SPACE}]+`);
const ALL_SPACE = new RegExp(`^[${SPACE}]+$`);

/** @type {(text: string, signs: string) => number} */
const ahead = (text, signs) => {
  let at = 0;
  while (at < text.length && signs.includes(text[at])) at += 1;
  return at;
};

/** @type {(text: string, signs: string) => number} */
const behind = (text, signs) => {
  let at = text.length;
  while (at > 0 && signs.includes(text[at - 1])) at -= 1;
  return at;
};

/** @type {(text: string, test: RegExp) => boolean} */
const only = (text, test) => text !== "" && test.test(text);

/** @type {Record<string, (text: string, ...given: any[]) => any>} */
export const texts = {
  lstrip: (text, signs) => (signs == null ? text.replace(FRONT, "") : text.slice(ahead(text, signs))),
  rstrip: (text, signs) => (signs == null ? text.replace(BACK, "") : text.slice(0, behind(text, signs))),
  strip: (text, signs) => texts.lstrip(texts.rstrip(text, signs), signs),
  lower: (text) => text.toLowerCase(),
  upper: (text) => text.toUpperCase(),
  startswith: (text, start) => [start].flat().some((one) => text.startsWith(one)),
  endswith: (text, end) => [end].flat().some((one) => text.endsWith(one)),
  removeprefix: (text, start) => (start && text.startsWith(start) ? text.slice(start.length) : text),
  removesuffix: (text, end) => (end && text.endsWith(end) ? text.slice(0, -end.length) : text),
  replace: (text, old, other) => text.split(old).join(other),
  count: (text, part) => text.split(part).length - 1,
  find: (text, part) => text.indexOf(part),
  index: (text, part) => text.indexOf(part),
  join: (text, parts) => [...parts].map(String).join(text),
  partition: (text, sign) => cut(text, sign, text.indexOf(sign), [text, "", ""]),
  rpartition: (text, sign) => cut(text, sign, text.lastIndexOf(sign), ["", "", text]),
  split: (text, sign, most) => split(text, sign, most),
  isspace: (text) => only(text, ALL_SPACE),
  isascii: (text) => !/[^\x00-\x7f]/.test(text),
  isdecimal: (text) => only(text, /^\p{Nd}+$/u),
  isalnum: (text) => only(text, /^[\p{L}\p{N}]+$/u),
  isalpha: (text) => only(text, /^\p{L}+$/u),
  islower: (text) => /\p{Ll}/u.test(text) && !/[\p{Lu}\p{Lt}]/u.test(text),
  isupper: (text) => /\p{Lu}/u.test(text) && !/[\p{Ll}\p{Lt}]/u.test(text),
  // Of encodings only these are asked for: what is kept is still a text.
  encode: (text, name) => (name === "ascii" ? text.replace(/[^\x00-\x7f]/g, "") : text),
  decode: (text) => text,
  translate: (text, table) => [...text].map((sign) => table.get(sign.codePointAt(0), sign) ?? "").join(""),
};

/** @type {(text: string, sign: string, at: number, without: string[]) => string[]} */
const cut = (text, sign, at, without) =>
  at < 0 ? without : [text.slice(0, at), sign, text.slice(at + sign.length)];

/** @type {(text: string, sign?: string | null, most?: number) => string[]} */
function split(text, sign, most = -1) {
  if (sign == null) return texts.strip(text) === "" ? [] : texts.strip(text).split(BETWEEN);
  const parts = text.split(sign);
  return most < 0 || parts.length <= most + 1 ? parts : [...parts.slice(0, most), parts.slice(most).join(sign)];
}
