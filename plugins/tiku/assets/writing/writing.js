// <tiku-writing>: a form, the question as readers will see it, what is wrong, and the YAML.

import "../elements.js";
import { make } from "../dom.js";
import { words } from "../words.js";
import { check } from "./checks.js";
import { preview } from "./preview.js";
import { writingWords as said } from "./words.js";
import { fileOf, yamlOf } from "./yaml.js";

/** @import { Draft } from "./draft.js" */
/** @import { TikuQuestion } from "../question.js" */

const KINDS = /** @type {const} */ (["single", "multiple", "true-false", "numeric", "text"]);

class TikuWriting extends HTMLElement {
  #verdict = make("select", { name: "verdict" }, ...Object.entries(said.verdicts).map(([value, text]) => make("option", { value }, text)));
  #lines = make("span");
  #form = make(
    "form", { class: "tiku-write", autocomplete: "off" },
    label(said.labels.kind, make("select", { name: "kind" }, ...KINDS.map((value) => make("option", { value }, words.kinds[value])))),
    label(said.labels.id, make("input", { name: "id", value: "new-question" })),
    label(said.labels.stem, make("textarea", { name: "stem", rows: "2" })),
    label(this.#lines, make("textarea", { name: "lines", rows: "5" })),
    label(said.labels.answer, this.#verdict),
    label(said.labels.answer, make("input", { name: "answer", inputmode: "decimal" })),
    label(said.labels.tolerance, make("input", { name: "tolerance", inputmode: "decimal", value: "0" })),
    label(said.labels.unit, make("input", { name: "unit" })),
    label(said.labels.explanation, make("textarea", { name: "explanation", rows: "4" })),
  );
  #shown = make("div");
  #problems = make("ul", { "aria-live": "polite" });
  #code = make("code");
  #status = make("span", { role: "status" });
  #copy = make("button", { type: "button", class: "tiku-button" }, said.copy);
  #add = make("a", {}, said.add);
  /** @type {Record<string, [string, string]>} */
  #messages = {};

  connectedCallback() {
    this.#messages = JSON.parse(this.dataset.messages ?? "{}");
    this.#form.addEventListener("input", () => this.#draw());
    this.#form.addEventListener("submit", (event) => event.preventDefault());
    this.#shown.addEventListener("submit", (event) => this.#try(event), { capture: true });
    this.#copy.addEventListener("click", () => this.#take());
    this.replaceChildren(
      make("p", {}, said.intro), this.#form,
      make("h2", {}, said.preview), this.#shown,
      make("h2", {}, said.problems), this.#problems,
      make("h2", {}, said.yaml), make("pre", { tabindex: "0" }, this.#code),
      make("p", {}, this.#copy, " ", this.#status), ...(this.dataset.new ? [make("p", {}, this.#add)] : []),
    );
    this.#draw();
  }

  /** @returns {Draft} */
  get #draft() {
    const typed = /** @type {any} */ (Object.fromEntries(new FormData(this.#form)));
    return typed.kind === "true-false" ? { ...typed, answer: typed.verdict } : typed;
  }

  #draw() {
    const draft = this.#draft;
    this.#fields(draft.kind);
    this.#shown.replaceChildren(preview(draft));
    const wrong = check(draft).map(({ code, details }) => this.#message(code, details));
    this.#problems.replaceChildren(...(wrong.length ? wrong : [said.good]).map((text) => make("li", {}, text)));
    this.#code.textContent = yamlOf(draft);
    this.#status.textContent = "";
    this.#add.href = `${this.dataset.new}?${new URLSearchParams({ filename: `${draft.id}.yml`, value: fileOf(draft) })}`;
  }

  /** @param {Draft["kind"]} kind */
  #fields(kind) {
    const needed = { single: ["lines"], multiple: ["lines"], "true-false": ["verdict"], numeric: ["answer", "tolerance", "unit"], text: ["lines"] };
    const shown = /** @type {Record<string, string[]>} */ (needed)[kind];
    for (const name of ["lines", "verdict", "answer", "tolerance", "unit"]) {
      const field = this.#form.querySelector(`[name=${name}]`)?.closest("label");
      if (field) field.hidden = !shown.includes(name);
    }
    this.#lines.textContent = kind === "text" ? said.labels.variants : said.labels.lines;
  }

  /** @type {(code: string, details: Record<string, string>) => string} */
  #message(code, details) {
    return this.#messages[code].join("；").replace(/\{(\w+)\}/g, (all, name) => details[name] ?? all);
  }

  /** Marked as for a reader, but nothing goes into the log. @param {Event} event */
  #try(event) {
    event.preventDefault();
    event.stopPropagation();
    const question = /** @type {TikuQuestion} */ (this.#shown.firstElementChild);
    const { response } = question;
    question.reveal(response, question.verdictOf(response).right);
    // Its button is gone.
    question.querySelector("summary")?.focus();
  }

  async #take() {
    try {
      await navigator.clipboard.writeText(this.#code.textContent ?? "");
      this.#status.textContent = said.copied;
    } catch {
      this.#status.textContent = said.uncopied;
    }
  }
}

/** @type {(text: Node | string, field: HTMLElement) => HTMLLabelElement} */
function label(text, field) {
  return make("label", {}, text, field);
}

customElements.define("tiku-writing", TikuWriting);
