// A text that was pasted or a file that was dropped, as the importers ask for it.
//
// Which encoding a file without a mark has is decided as tiku/formats/source.py does it.

import { doubt, Place, Unreadable } from "./importers.js";
import { named } from "./python.js";

const MAX_TEXT = 8 * 1024 * 1024;
const MAX_LINES = 200_000;
const LEGACY = ["gb18030", "big5"];
const EVERYDAY_SHARE = 0.2;
const EVERYDAY = new Set(
  "的一是在不了有和人這这中大為为上個个國国我以要他時时來来用們们生到作地於于出就分對对成會会可主"
  + "年動动同工也能下過过子說说產产種种面而方後后多定行學学法所民得經经十三之進进着著等部度家電电力"
  + "裡里如水化高自二理起小物現现實实加量都兩两體体制機机當当使點点從从業业本去把性好應应開开它合"
  + "因由其些然前外天政四日那社義义事平形相全表間间樣样與与關关各重新線线內内數数正心反你明看原又"
  + "麼么利比或但質质氣气第向道命此變变條条只沒没結结解問问意建月公無无系軍军很情者最立代想已通並并"
  + "，。、：；？！（）「」《》題题答案選选項项考核績绩效投訴诉單单判斷断評评",
);

/** @type {(name: string, data: Uint8Array) => any} */
export const source = (name, data) => ({
  name,
  place: (line = 1, column = 1) => Place(name, line, column),
  text() {
    if (data.length > MAX_TEXT) throw refused("too-large", name, { limit: `${MAX_TEXT / 1024 / 1024} MiB` });
    const [text, problems] = decoded(name, data);
    if (text.split("\0").length - 1 > text.length / 1000) throw refused("not-text", name, {});
    if (text.split("\n").length - 1 > MAX_LINES) throw refused("too-many-lines", name, { limit: `${MAX_LINES}` });
    return [text.replace(/\r\n?/g, "\n").replaceAll("\0", ""), problems];
  },
});

/** @type {(code: string, name: string, details: Record<string, string>) => unknown} */
const refused = (code, name, details) => named(Unreadable, [code, Place(name, 1, 1)], details);

/** @type {(data: Uint8Array, encoding: string, fatal?: boolean) => string} */
const read = (data, encoding, fatal = false) => new TextDecoder(encoding, { fatal }).decode(data);

/** @type {(name: string, data: Uint8Array) => [string, unknown[]]} */
function decoded(name, data) {
  if (data[0] === 0xff && data[1] === 0xfe) return [read(data, "utf-16le"), []];
  if (data[0] === 0xfe && data[1] === 0xff) return [read(data, "utf-16be"), []];
  const text = data.subarray(0, 4096).includes(0) ? wide(data) : null;
  if (text !== null) return [text, []];
  try {
    return [read(data, "utf-8", true), []];
  } catch {
    return broken(name, data);
  }
}

/** @type {(name: string, data: Uint8Array) => [string, unknown[]]} */
function broken(name, data) {
  const text = read(data, "utf-8");
  const at = text.indexOf("\ufffd");
  const best = legacy(data);
  const isCut = new TextEncoder().encode(text.slice(0, at)).length > data.length - 4;
  if (best !== null && !isCut) return [best, []];
  return [text, [doubt("bad-bytes", Place(name, text.slice(0, at).split("\n").length, 1))]];
}

/** Of UTF-16 without a mark: the one in which the text is everyday Chinese. @param {Uint8Array} data */
function wide(data) {
  for (const encoding of ["utf-16le", "utf-16be"]) {
    try {
      const text = read(data, encoding, true);
      if (!text.includes("\0") && everyday(text) > EVERYDAY_SHARE) return text;
    } catch {
      // It is the other one, or neither.
    }
  }
  return null;
}

/** @param {Uint8Array} data */
function legacy(data) {
  /** @type {string[]} */
  const texts = [];
  for (const encoding of LEGACY) {
    try {
      texts.push(read(data, encoding, true));
    } catch {
      // It is the other one, or neither.
    }
  }
  return texts.reduce((/** @type {string | null} */ best, text) => (best === null || everyday(text) > everyday(best) ? text : best), null);
}

/** The share of what is not ASCII that is everyday Chinese. @param {string} text */
function everyday(text) {
  const others = [...text.slice(0, 100_000)].filter((sign) => sign > "\u007f");
  return others.filter((sign) => EVERYDAY.has(sign)).length / Math.max(others.length, 1);
}
