// <tiku-import>: a text that is pasted or dropped becomes the YAML of a bank; nothing is sent.
//
// Until the script runs, and where it does not, the page keeps the command to do it with.

import { make } from "../core/dom.js";
import { own } from "../core/own.js";
import { controls } from "./controls.js";
import { Result } from "./result.js";
import { words as said } from "./words.js";

/** @import { Made } from "./result.js" */

const MOST = 8 * 1024 * 1024;

class TikuImport extends HTMLElement {
  #status = make("p", { role: "status" });
  #result = new Result((line) => this.#select(line));
  /** @type {Worker | null} */
  #worker = null;
  /** @type {{ name: string, bytes: Uint8Array, text: string } | null} */
  #file = null;
  #form = controls();
  /** Only what was asked last is shown. */
  #turn = 0;

  connectedCallback() {
    const { element, text, file } = this.#form;
    element.addEventListener("submit", (event) => this.#start(event));
    file.addEventListener("change", () => this.#take(file.files?.[0]));
    text.addEventListener("dragover", (event) => event.preventDefault());
    text.addEventListener("drop", (event) => this.#drop(event));
    this.replaceChildren(make("p", {}, said.intro), element, this.#status, this.#result.element);
  }

  disconnectedCallback() { this.#worker?.terminate(); }

  /** A dropped file is not opened in the place of the page. @param {DragEvent} event */
  #drop(event) {
    const [file] = event.dataTransfer?.files ?? [];
    if (!file) return;
    event.preventDefault();
    this.#take(file);
  }

  /** Shown as far as it is UTF-8; which encoding it has is found out when it is read. @param {File | undefined} file */
  async #take(file) {
    if (!file) return;
    try {
      if (file.size > MOST) throw new RangeError(said.unread);
      const bytes = new Uint8Array(await file.arrayBuffer());
      const text = new TextDecoder().decode(bytes);
      this.#form.text.value = text;
      this.#file = { name: file.name, bytes, text: this.#form.text.value };
      this.#form.element.requestSubmit();
    } catch {
      this.#status.textContent = said.unread;
    }
  }

  /** What stands in the field: a file as it came, unless it was changed there. */
  #given() {
    const text = this.#form.text.value;
    if (this.#file && this.#file.text === text) return this.#file;
    const name = this.#form.form.value === "csv" ? "import.csv" : "import.txt";
    return { name, bytes: new TextEncoder().encode(text), text };
  }

  /** @param {SubmitEvent} event */
  async #start(event) {
    event.preventDefault();
    const { name, bytes, text } = this.#given();
    const turn = (this.#turn += 1);
    this.#result.clear();
    this.#worker?.terminate();
    this.#status.textContent = text.trim() ? said.working : said.empty;
    if (!text.trim()) return;
    const [form, title] = [this.#form.form.value, this.#form.title.value.trim()];
    const made = await this.#read({ name, bytes, form, title }).catch(() => null);
    if (turn !== this.#turn) return;
    if (made) this.#show(made);
    else this.#status.textContent = said.failed;
  }

  /** @param {{ name: string, bytes: Uint8Array, form: string, title: string }} asked @returns {Promise<Made>} */
  async #read(asked) {
    const words = await (await fetch(new URL("../importing.json", import.meta.url))).json();
    const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
    this.#worker = worker;
    return new Promise((resolve, reject) => {
      worker.addEventListener("message", ({ data }) => { worker.terminate(); resolve(data); });
      worker.addEventListener("error", reject);
      worker.postMessage({ ...asked, words });
    });
  }

  /** @param {Made} made */
  #show(made) {
    const form = own(said.forms, made.form) ?? made.form;
    this.#status.textContent = made.count ? said.read({ count: made.count, form }) : "";
    this.#result.show(made);
  }

  /** The line that a doubt is about. @param {number} line */
  #select(line) {
    const { text } = this.#form;
    const lines = text.value.split("\n");
    const start = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
    text.focus();
    text.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
    text.scrollTop = (line / lines.length) * text.scrollHeight - text.clientHeight / 2;
  }
}

customElements.define("tiku-import", TikuImport);
