// Asking before something that cannot be taken back.

import { make } from "./dom.js";
import { words } from "./confirm-words.js";

/**
 * Resolves when the reader has decided; a closed dialog is a no.
 * @param {Element} where
 * @param {string} name
 * @param {string} question
 * @param {{yes: string, no: string}} [answers]
 * @returns {Promise<boolean>}
 */
export function confirmed(where, name, question, { yes, no } = { yes: words.confirm, no: words.cancel }) {
  // Asked once, however often it was pressed while this module was on its way.
  if ([...where.children].some((one) => one instanceof HTMLDialogElement && one.open)) return Promise.resolve(false);
  const cancel = make("button", { value: "" }, no);
  const confirm = make("button", { value: "yes", class: "tiku-button" }, yes);
  const form = make("form", { method: "dialog" }, make("p", {}, question), cancel, confirm);
  const dialog = make("dialog", { class: "tiku-dialog", "aria-label": name }, form);
  where.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
  });
}
