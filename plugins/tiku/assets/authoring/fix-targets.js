// Where in the form something is put right.

import { isShown } from "../core/shown.js";

/** @import { Found } from "./checks.js" */

/** What was found, or is missing -> where it is mended, whichever the kind has. @type {Record<string, string>} */
const CONTROL_OF = {
  "bad-id": "id",
  "duplicate-id": "id",
  "duplicate-topic": "id",
  "no-stem": "stem",
  "no-choices": "text",
  "one-choice": "text",
  "no-answer": "right answer variants",
  "several-answers": "right",
  "one-answer": "right",
  "no-distractor": "right",
  "empty-variant": "variants",
  "negative-tolerance": "tolerance",
  explanation: "explanation",
  why: "why",
  sources: "source",
  difficulty: "difficulty",
  "law-without-jurisdiction": "jurisdiction",
  "law-without-date": "asOf",
  "bad-reference": "see",
  "unknown-page": "see",
  "unknown-clause": "see",
};

/**
 * The control in which it was found or is missing; null where that is none in particular.
 * @param {HTMLFormElement} form
 * @param {Found} found
 */
export function controlOf(form, { code, details: { choice, found, missing = "" } }) {
  const all = /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("input, select, textarea"));
  const shown = [...all].filter((control) => isShown(control));
  const isMeant = choice ? isText(choice) : found ? holds(found) : isOneOf(namesOf(code, missing));
  return shown.find(isMeant) ?? null;
}

/** @typedef {(control: HTMLInputElement) => boolean} Test */

/** @type {(choice: string) => Test} */
const isText = (choice) => ({ name, parentElement }) => name === "text" && parentElement?.parentElement?.dataset.choice === choice;

/** @type {(text: string) => Test} */
const holds = (text) => ({ value }) => value.replaceAll("\n", " ").includes(text);

/** Of several rows the first that is empty. @type {(names: string[]) => Test} */
const isOneOf = (names) => ({ name, value }) => names.includes(name) && !(name === "why" && value.trim());

/** @type {(code: string, missing: string) => string[]} */
const namesOf = (code, missing) => (CONTROL_OF[code] ?? CONTROL_OF[missing.match(/^[a-z]+/)?.[0] ?? ""] ?? "").split(" ");
