// Forms and letters as text: filled in as far as is known, copied, printed by themselves.

import { button } from "../core/controls.js";
import { copied } from "../core/copying.js";
import { make } from "../core/dom.js";
import { words } from "./form-words.js";

/** Gives every form of a place its buttons. @param {Element} host */
export function equip(host) {
  for (const form of host.querySelectorAll(".tiku-form")) {
    const text = () => form.querySelector("pre")?.textContent ?? "";
    const copy = button(words.copy, async () => {
      const isCopied = await copied(text(), form.querySelector("pre") ?? form);
      copy.textContent = isCopied ? words.copied : words.uncopied;
    });
    form.append(make("p", { class: "tiku-form-controls" }, copy, button(words.print, () => print(text()))));
  }
}

/** A place of which something is not known yet stays as it is; the link to the form takes along what is.
 * @type {(section: Element, known: Record<string, string>) => void} */
export function fill(section, known) {
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (section.querySelectorAll("[data-put]"))) {
    const put = place.dataset.put ?? "";
    place.dataset.find ??= place.textContent ?? "";
    const missing = [...put.matchAll(/\{([a-z]+)\}/g)].some(([, name]) => !known[name]);
    place.textContent = missing ? place.dataset.find : put.replace(/\{([a-z]+)\}/g, (_, name) => known[name]);
  }
  const told = Object.entries(known).filter(([, text]) => text).map(([name, text]) => [`form.${name}`, text]);
  const search = told.length ? `?${new URLSearchParams(told)}` : "";
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (section.querySelectorAll(".tiku-form-link a"))) link.search = search;
}

/** On a sheet of its own, which stands on the page only while it is printed. @param {string} text */
function print(text) {
  const sheet = make("pre", { class: "tiku-form-sheet" }, text);
  document.body.append(sheet);
  addEventListener("afterprint", () => sheet.remove(), { once: true });
  window.print();
}
