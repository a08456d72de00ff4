// Two columns of results side by side, with their difference.

import { row, shownOf } from "./calculation.js";

/** @type {import("./calculation.js").Part} */
export function show(host, { outputs }, result) {
  for (const line of /** @type {Iterable<HTMLTableRowElement>} */ (host.querySelectorAll("[data-left]"))) {
    const [left, right] = [line.dataset.left, line.dataset.right].map((name) => outputs.find((one) => one.name === name));
    if (!left || !right) continue;
    const [before, after] = [left, right].map(({ name }) => (result ? row(result.known.values[name])[0] : NaN));
    const told = result ? [shownOf(left, before), shownOf(right, after), signed(shownOf(right, after - before))] : ["—", "—", "—"];
    told.forEach((text, at) => line.cells[at + 1].replaceChildren(text));
  }
}

/** @param {string} text */
const signed = (text) => (/^-|^[0.,]+\D*$/.test(text) ? text : `+${text}`);
