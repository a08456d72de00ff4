// The controls of the form: each with its label, and lists of them that grow.

import { make } from "../core/dom.js";
import { words as said } from "./words.js";

/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */

/** @type {(text: Node | string, control: Control, name?: string) => HTMLLabelElement} */
export const labelled = (text, control, name = control.name) => make("label", { "data-field": name }, text, control);

/** @type {(all: [value: string, text: string][]) => HTMLOptionElement[]} */
export const options = (all) => all.map(([value, text]) => make("option", { value }, text));

/** @type {(name: string, all: [value: string, text: string][]) => HTMLSelectElement} */
export const choose = (name, all) => make("select", { name }, ...options(all));

/** @type {(all: [value: string, text: string][]) => [value: string, text: string][]} */
export const orNone = (all) => [["", said.none], ...all];

/**
 * A set of which several may be ticked; nothing where there is nothing to tick.
 * @type {(name: string, legend: string, all: Record<string, string>) => HTMLElement[]}
 */
export function ticks(name, legend, all) {
  const labels = Object.entries(all).map(([value, text]) => make("label", {}, make("input", { type: "checkbox", name, value }), text));
  return labels.length ? [make("fieldset", { class: "tiku-modes" }, make("legend", {}, legend), ...labels)] : [];
}

/**
 * Rows of which the last is always empty, so that there is one to go on with.
 * @template {{element: HTMLElement, isEmpty: boolean}} Row
 */
export class Rows {
  element = make("div", { class: "tiku-rows" });
  /** @type {Row[]} */
  all = [];
  #make;

  /**
   * @param {(number: number) => Row} make counting from 1
   * @param {number} [least]
   */
  constructor(make, least = 1) {
    this.#make = make;
    this.grow(least);
  }

  grow(least = 1) {
    while (this.all.length < least || !this.all.at(-1)?.isEmpty) {
      const row = this.#make(this.all.length + 1);
      this.all.push(row);
      this.element.append(row.element);
    }
  }
}

/** A row that is one control. @type {(text: string, control: Control) => {element: HTMLElement, value: string, isEmpty: boolean}} */
export const single = (text, control) => ({
  element: labelled(text, control),
  get value() {
    return control.value.trim();
  },
  get isEmpty() {
    return !control.value.trim();
  },
});
