// <tiku-writing>: a form, the question as readers will see it, what is wrong, and the YAML.
//
// Until its lists have come, and where they do not, the page keeps the skeletons to copy.

import "../question/question.js";
import { copied } from "../core/copying.js";
import { make } from "../core/dom.js";
import { own } from "../core/own.js";
import { check } from "./checks.js";
import { Form } from "./form.js";
import { loadLists } from "./lists.js";
import { controlOf } from "./fix-targets.js";
import { preview } from "./preview.js";
import { inline } from "./prose.js";
import { words as said } from "./words.js";
import { fileOf, yamlOf } from "./yaml.js";

/** @import { Found } from "./checks.js" */
/** @import { Draft } from "./draft.js" */
/** @import { Lists } from "./lists.js" */
/** @import { TikuQuestion } from "../question/question.js" */

class TikuWriting extends HTMLElement {
  #shown = make("div");
  #problems = make("ul", { "aria-live": "polite" });
  #code = make("code");
  #status = make("span", { role: "status" });
  #copy = make("button", { type: "button", class: "tiku-button" }, said.copy);
  #take = make("a", { target: "_blank" });

  async connectedCallback() {
    try {
      this.#build(await loadLists());
    } catch {
      this.prepend(make("p", { role: "alert" }, said.failed));
    }
  }

  /** @param {Lists} lists */
  #build(lists) {
    const form = new Form(lists);
    const others = this.querySelectorAll("[data-formless]");
    const draw = () => this.#draw(form, lists);
    form.element.addEventListener("input", draw);
    this.#shown.addEventListener("submit", (event) => this.#try(event), { capture: true });
    this.#copy.addEventListener("click", () => this.#copyCode());
    this.replaceChildren(
      make("p", {}, ...inline(said.intro, lists)), form.element,
      make("h2", {}, said.preview), this.#shown,
      make("h2", {}, said.problems), this.#problems,
      make("h2", {}, said.yaml), make("pre", { class: "tiku-yaml", tabindex: "0" }, this.#code),
      make("p", { class: "tiku-take" }, this.#copy, this.#take, this.#status),
      make("details", { class: "tiku-skeletons" }, make("summary", {}, said.skeletons), ...others),
    );
    draw();
  }

  /** @type {(form: Form, lists: Lists) => void} */
  #draw(form, lists) {
    const { draft } = form;
    form.show(draft);
    this.#preview(preview(draft, lists));
    this.#tell(check(draft, lists), form, lists);
    this.#code.textContent = yamlOf(draft);
    this.#status.textContent = "";
    this.#offer(draft, lists);
  }

  /** What the editor has opened stays open. @param {HTMLElement} question */
  #preview(question) {
    for (const { className } of this.#shown.querySelectorAll("details[open]")) {
      question.querySelector(`details.${className}`)?.setAttribute("open", "");
    }
    this.#shown.replaceChildren(question);
  }

  /** Read out only when it changes. @type {(all: Found[], form: Form, lists: Lists) => void} */
  #tell(all, form, { messages }) {
    const items = all.map((found) => {
      const { code, details } = found;
      const [severity, ...texts] = messages[code];
      const text = texts.join(said.clauses).replace(/\{(\w+)\}/g, (whole, name) => details[name] ?? whole);
      return make("li", { "data-severity": severity }, make("b", {}, own(said.severities, severity) ?? severity), ` ${text}`, ...mending(form, found));
    });
    if (!all.some(({ code }) => messages[code][0] !== "advice")) items.unshift(make("li", {}, said.good));
    const text = items.map((item) => item.textContent).join();
    if (text !== [...this.#problems.children].map((item) => item.textContent).join()) this.#problems.replaceChildren(...items);
  }

  /** A new file for a new topic; else the file that the question goes into. @type {(draft: Draft, lists: Lists) => void} */
  #offer(draft, lists) {
    const bank = lists.banks[draft.topic];
    const added = `${lists.new}?${new URLSearchParams({ filename: `${draft.id}.yml`, value: fileOf(draft) })}`;
    const href = bank ? bank.edit : lists.new && added;
    this.#take.hidden = !href;
    this.#take.href = href;
    this.#take.textContent = bank ? said.edit({ title: bank.title }) : said.add;
  }

  /** Marked as for a reader, but nothing goes into the log. @param {Event} event */
  async #try(event) {
    event.preventDefault();
    event.stopPropagation();
    const question = /** @type {TikuQuestion} */ (this.#shown.firstElementChild);
    // Enter may come before what reads the answer.
    await question.ready;
    const { response } = question;
    question.reveal(response, question.verdictOf(response).right);
    // Its button is gone.
    /** @type {HTMLElement | null} */ (question.querySelector(".tiku-answer > summary"))?.focus();
  }

  async #copyCode() {
    const isCopied = await copied(this.#code.textContent ?? "", this.#code);
    this.#status.textContent = isCopied ? said.copied : said.uncopied;
  }
}

/** A button that leads to the field. @type {(form: Form, found: Found) => Node[]} */
function mending(form, found) {
  const control = controlOf(form.element, found);
  if (!control) return [];
  const button = make("button", { type: "button" }, said.mend);
  button.addEventListener("click", () => control.focus());
  return [button];
}

customElements.define("tiku-writing", TikuWriting);
