// The way to another device by its camera: a log as QR codes, one after the other.

import { button } from "../core/controls.js";
import { make } from "../core/dom.js";
import { draw } from "../core/svg.js";
import { qrCode } from "./qr-code.js";
import { MOST_PARTS, cutUp } from "./transfer-parts.js";
import { words } from "./words.js";

// Bytes of a code of 125 modules a side: a phone reads it off a screen a hand wide.
const ROOM = 1465;
// Id and numbers of a part.
const HEAD = 16;
const QUIET = 4;

/** @type {(text: string, base: string) => HTMLElement} base: what stands before a part in its address */
export function codes(text, base) {
  const parts = cutUp(text, ROOM - base.length - HEAD);
  if (parts.length > MOST_PARTS) return make("p", {}, words.codesTooMany({ number: parts.length }));
  const shown = make("div", { class: "tiku-codes" });
  show(shown, parts.map((part) => base + part), 0);
  return shown;
}

/** @type {(where: HTMLElement, addresses: string[], at: number) => void} */
function show(where, addresses, at) {
  const name = words.codeAt({ at: at + 1, of: addresses.length });
  const turn = (/** @type {string} */ text, /** @type {number} */ to) => {
    const way = button(text, () => {
      show(where, addresses, to);
      where.querySelectorAll("button")[to > at ? 1 : 0]?.focus();
    });
    way.disabled = !addresses[to];
    return way;
  };
  const ways = addresses.length > 1 ? [make("p", { class: "tiku-controls" }, turn(words.codeBefore, at - 1), turn(words.codeAfter, at + 1))] : [];
  where.replaceChildren(make("p", { role: "status" }, name), picture(addresses[at], name), ...ways);
}

/** @type {(address: string, name: string) => Element} */
function picture(address, name) {
  const rows = qrCode(new TextEncoder().encode(address));
  const side = rows.length + 2 * QUIET;
  const dark = rows.flatMap((row, i) => row.flatMap((is, j) => (is ? [`M${j + QUIET} ${i + QUIET}h1v1h-1z`] : []))).join("");
  return draw("svg", { viewBox: `0 0 ${side} ${side}`, role: "img", "aria-label": name, "shape-rendering": "crispEdges" },
    draw("path", { fill: "#fff", d: `M0 0h${side}v${side}h-${side}z` }), draw("path", { fill: "#000", d: dark }));
}
