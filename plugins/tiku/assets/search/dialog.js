// The search in a dialog of our own, for sites whose theme has no place for it.

import { make } from "../core/dom.js";
import { words } from "./words.js";

/** @type {HTMLDialogElement | undefined} one for all pages that instant navigation brings */
let dialog;

/**
 * Opens it; made when it is first asked for.
 * @param {string} listing the address of the page that lists everything
 */
export function openDialog(listing) {
  dialog ??= madeDialog(listing);
  if (!dialog.isConnected) document.body.append(dialog);
  if (!dialog.open) dialog.showModal();
  dialog.querySelector("input")?.select();
}

/** @param {string} listing */
function madeDialog(listing) {
  const input = make("input", {
    ...{ type: "search", name: "q", "aria-label": words.search, placeholder: words.search, enterkeyhint: "search" },
    ...{ autocapitalize: "off", autocorrect: "off", autocomplete: "off", spellcheck: "false" },
  });
  const close = make("button", { type: "button", class: "tiku-find-close", "aria-label": words.close }, "×");
  const form = make("form", { action: listing, role: "search" }, input, close);
  const made = make("dialog", { class: "tiku-find-dialog", "aria-label": words.search, "data-tiku-search": true }, form, make("div", { class: "tiku-search" }));
  close.addEventListener("click", () => made.close());
  made.addEventListener("click", (event) => event.target === made && made.close());
  return made;
}
