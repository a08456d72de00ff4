// The field of a matching question: a select for each prompt; responses are "prompt=choice".

import { make } from "../../core/dom.js";
import { words } from "../../core/words.js";
import { markChoices } from "../marks/choices.js";
import { explain } from "./choice.js";
import { words as fields } from "./field-words.js";

/** @import { Field } from "../../core/types.js" */

/** @type {Field} */
export const matching = {
  nothing: words.nothing,
  response: (question) => selects(question).map(({ value }) => value).filter(Boolean),
  fill(question, response) {
    for (const select of selects(question)) {
      const options = [...select.options];
      select.selectedIndex = Math.max(0, options.findIndex(({ value }) => response.includes(value)));
    }
  },
  judge: markChoices,
  show(question) {
    const key = question.dataset.key?.split(" ") ?? [];
    for (const select of selects(question)) markPrompt(question, select, key);
  },
  verdict: (_, right) => (right ? words.right : words.wrong),
  groups: (question) => selects(question).map(({ options }) => [...options].slice(1)),
};

/** @type {(question: HTMLElement) => HTMLSelectElement[]} */
const selects = (question) => [...question.querySelectorAll("select")];

/** @type {(question: HTMLElement, select: HTMLSelectElement, key: string[]) => void} */
function markPrompt(question, select, key) {
  const item = /** @type {HTMLElement} */ (select.closest("li"));
  const right = [...select.options].find(({ value }) => key.includes(value));
  const name = select.value === right?.value ? "yoursAndRight" : select.value ? "yours" : "missed";
  item.dataset.mark = name;
  const said = name === "missed" ? [] : [words[name]];
  if (name !== "yoursAndRight") said.push(fields.missedIs({ text: right?.text ?? "" }));
  item.append(...said.map((text) => make("span", { class: "tiku-mark" }, text)));
  if (name === "yours") explain(question, item, select.name);
}
