// Small parts that the study pages are made of: a select, a button, a checkbox.

import { make } from "./dom.js";

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
