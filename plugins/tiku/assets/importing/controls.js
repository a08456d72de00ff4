// The form of the page to import: where a text comes in, and how it is to be read.

import { make } from "../core/dom.js";
import { words as said } from "./words.js";

/** @type {(label: string, control: HTMLElement) => HTMLElement} */
const labelled = (label, control) => make("label", {}, make("span", {}, label), control);

/** Empty means that the format is found out. */
const options = () => Object.entries(said.forms).map(([form, name]) => make("option", { value: form === "auto" ? "" : form }, name));

export function controls() {
  const text = make("textarea", { rows: "12", spellcheck: "false", autocomplete: "off" });
  const file = make("input", { type: "file", accept: ".txt,.gift,.aiken,.csv,.tsv,text/plain,text/csv" });
  const form = make("select", {}, ...options());
  const title = make("input", { type: "text", maxlength: "80", autocomplete: "off" });
  const element = make(
    "form", { class: "tiku-importing" },
    labelled(said.paste, text), labelled(said.file, file),
    make("div", { class: "tiku-importing-how" }, labelled(said.form, form), labelled(said.title, title)),
    make("button", { class: "tiku-button" }, said.make),
  );
  return { element, text, file, form, title };
}
