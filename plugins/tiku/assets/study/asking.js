// Small parts that the study pages are made of: a confirmation, a select, a row of buttons.

import { make } from "../dom.js";

/**
 * Asks in a dialog; resolves with whether the reader said yes.
 * @param {HTMLElement} place
 * @param {string} text
 * @param {string} yes
 * @param {string} no
 * @returns {Promise<boolean>}
 */
export function ask(place, text, yes, no) {
  const form = make("form", { method: "dialog" }, make("p", {}, text),
    make("button", { value: "" }, no), make("button", { value: "yes", class: "tiku-button" }, yes));
  const dialog = make("dialog", { class: "tiku-dialog", "aria-label": yes }, form);
  place.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => dialog.addEventListener("close", () => {
    dialog.remove();
    resolve(dialog.returnValue === "yes");
  }));
}

/**
 * A labelled select.
 * @param {string} name
 * @param {string} label
 * @param {readonly (readonly [string, string])[]} options value, text
 */
export function choice(name, label, options) {
  const select = make("select", { name }, ...options.map(([value, text]) => make("option", { value }, text)));
  return make("label", {}, label, " ", select);
}

/**
 * @param {string} text
 * @param {() => unknown} act
 * @param {string} [look]
 */
export function button(text, act, look = "") {
  const made = make("button", { type: "button", ...(look && { class: look }) }, text);
  made.addEventListener("click", act);
  return made;
}

/** A labelled checkbox.
 * @type {(name: string, label: string, checked: boolean) => HTMLLabelElement} */
export function tick(name, label, checked) {
  const input = make("input", { type: "checkbox", name, checked });
  return make("label", {}, input, " ", label);
}
