// HTML in a bank's text: its tags, one after another, and pictures that are not in the file.

// Outside of quotes "<" begins anew, so that no start looks beyond the next one.
const TAG = /<(\/?)([a-zA-Z][^\s/<>\u0000]*)((?=[\s/>\u0000])(?:[^<>"']|"[^"]*"|'[^']*')*)>|<!--(?:(?!<!--)[\s\S])*?-->|<[!?][^<>]*>|<\/(?:[^a-zA-Z>][^>]*)?>/g;
const ATTRIBUTE = /([^\s=/"'<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));?/gi;
/** @type {Record<string, string>} */
const NAMES = {
  amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0", hellip: "…", mdash: "—", ndash: "–",
  ldquo: "“", rdquo: "”", lsquo: "‘", rsquo: "’", times: "×", divide: "÷", middot: "·", bull: "•",
  le: "≤", ge: "≥", ne: "≠", plusmn: "±", deg: "°", radic: "√", copy: "©", reg: "®", euro: "€",
  larr: "←", rarr: "→", emsp: "\u2003", ensp: "\u2002", thinsp: "\u2009", permil: "‰", sect: "§", para: "¶",
};

/** @param {string} text */
const plain = (text) => text.replace(ENTITY, (whole, decimal, hexadecimal, name) => {
  if (name) return NAMES[name] ?? whole;
  const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16);
  return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : "\ufffd";
});

/** Hands what it meets to a writer. @param {any} writer @returns {any} */
export const Html = (writer) => ({
  /** @param {string} html */
  feed(html) {
    let at = 0;
    for (const found of html.matchAll(TAG)) {
      if (found.index > at) writer.data(plain(html.slice(at, found.index)));
      at = found.index + found[0].length;
      if (found[2]) tell(writer, found);
    }
    if (at < html.length) writer.data(plain(html.slice(at)));
  },
  close() {},
});

/** @type {(writer: any, found: RegExpMatchArray) => void} */
function tell(writer, [, slash, name, rest]) {
  const tag = name.toLowerCase();
  if (slash) {
    writer.end(tag);
    return;
  }
  writer.start(tag, attributes(rest));
  if (rest.endsWith("/")) writer.end(tag);
}

/** @param {string} text */
function attributes(text) {
  const found = new Map([...text.matchAll(ATTRIBUTE)].map(([, name, ...values]) => [name.toLowerCase(), plain(values.find((value) => value !== undefined) ?? "")]));
  return { get: (/** @type {string} */ name, other = "") => found.get(name) ?? other };
}

/** Pictures are not read here: what one is called stands in its place. */
export const Gallery = () => ({
  /** @param {string} reference */
  name: (reference) => (reference.startsWith("data:") ? "image" : decoded(reference).replaceAll("\\", "/").split("?")[0].split("/").pop() || "image"),
});

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
