// The search box at work; the page's loader brings this when the box first gets the focus.

import { isComposing } from "../core/composition.js";
import { make } from "../core/dom.js";
import { frameOf } from "./frame.js";
import { readersFirst } from "./audience.js";
import { facetRow, narrowed, nothingChosen } from "./facets.js";
import { first, styled } from "./preload.js";
import { read } from "./reading.js";
import { openIndex } from "./search-index.js";
import { everythingLink, instead, isInResults, resultGroups } from "./results.js";
import { words } from "./words.js";

/** @import { Index } from "./search-index.js" */
/** @import { Found } from "./results.js" */

const QUERY = "q";
const PAUSE = 200;
// Milliseconds after a page came.
const RETURNS = [0, 150, 600];
// Characters of a query; nobody asks more, and whoever pastes a page gets an answer, too.
const MOST = 200;

class SearchDialog {
  #root;
  #input;
  #form;
  #frame;
  #count = make("p", { class: "tiku-count", role: "status" });
  #facets = make("div");
  #list = make("div");
  #chosen = nothingChosen();
  /** @type {Index | undefined} */
  #index;
  /** @type {ReturnType<typeof setTimeout> | undefined} the address follows when a reader pauses */
  #pause;
  /** Only the answer to what was asked last is shown. */
  #turn = 0;
  /** @type {Promise<unknown>} the answer that is on its way */
  #answering = Promise.resolve();
  /** @type {Promise<void>} and what can be asked */
  #loading = Promise.resolve();
  /** Whether a result was followed: whoever comes back finds the search as it was. */
  #isLeft = false;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
    this.#form = /** @type {HTMLFormElement} */ (root.querySelector("form"));
    this.#input = /** @type {HTMLInputElement} */ (root.querySelector("input"));
    this.#frame = frameOf(root, this.#input);
    this.#input.maxLength = MOST;
    const output = /** @type {HTMLElement} */ (root.querySelector(".tiku-search"));
    output.replaceChildren(this.#count, this.#facets, this.#list);
    root.addEventListener("keydown", (event) => this.#keydown(event));
    root.addEventListener("click", (event) => this.#click(event));
    root.addEventListener("focusout", (event) => this.#focusout(event));
    this.#input.addEventListener("input", (event) => this.#typed(event));
    this.#input.addEventListener("compositionend", () => this.#ask());
    this.#input.addEventListener("focus", () => this.#open());
    this.#form.addEventListener("submit", (event) => event.preventDefault());
    this.#form.addEventListener("reset", () => setTimeout(() => this.#again("")));
    this.#frame.onChange(() => this.#changed());
  }

  async start() {
    this.#askAddress();
    await (this.#loading = styled.then(() => this.#load(first)));
    addEventListener("pageshow", () => this.#returnSoon());
    // Material's instant navigation comes back without a load.
    /** @type {any} */ (window).document$?.subscribe(() => this.#returnSoon());
    // What the first result need not wait for.
    const [{ recentSearches }, { keepVisited }] = await Promise.all([import("./recent.js"), import("../offline/register.js")]);
    await recentSearches();
    keepVisited();
  }

  #askAddress() {
    const asked = askedByAddress();
    if (asked && !this.#input.value) this.#input.value = asked;
    this.#open();
  }

  /** Material closes what is open some moments after a page came: the last one opens it again. */
  #returnSoon() {
    for (const moment of RETURNS) setTimeout(() => this.#return(), moment);
  }

  /** Somebody came back to an address that asks. */
  #return() {
    const asked = askedByAddress();
    if (!asked || this.#frame.isOpen()) return;
    this.#open();
    this.#again(asked);
  }

  /** @param {Promise<import("./preload.js").First>} told */
  async #load(told) {
    try {
      await this.#use(await openIndex(await told, read, (better) => this.#use(better)));
    } catch {
      this.#failed();
    }
  }

  /**
   * A reader who has gone to the results keeps them.
   * @param {Index} index
   */
  async #use(index) {
    this.#index = index;
    this.#addressSoon();
    if (isInResults(this.#list)) return;
    // Nothing was found in the part that came first.
    if (this.#list.contains(document.activeElement)) this.#input.focus();
    await this.#answer();
  }

  #failed() {
    this.#count.textContent = words.failed;
    const again = make("button", { type: "button", class: "tiku-more" }, words.tryAgain);
    again.addEventListener("click", () => {
      this.#input.focus();
      if (this.#index) this.#ask();
      else this.#loading = this.#load(read("first.json", "no-cache"));
    });
    this.#list.replaceChildren(again, everythingLink());
  }

  #open() {
    this.#isLeft = false;
    this.#frame.open();
  }

  #close() {
    this.#frame.close();
  }

  /** Material closes whatever is open shortly after a page came; not what a reader is writing in. */
  #changed() {
    const isWriting = document.activeElement === this.#input;
    if (!this.#frame.isOpen() && isWriting && this.#input.getClientRects().length) this.#open();
    else this.#address();
  }

  /** What is sought can be shared while the dialog is open; whoever closes it. */
  #address() {
    clearTimeout(this.#pause);
    if (!this.#isLeft) sayInAddress(this.#frame.isOpen() ? this.#input.value.trim() : "");
  }

  #addressSoon() {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#address(), PAUSE);
  }

  /** @param {Event} event */
  #typed(event) {
    if (!(/** @type {InputEvent} */ (event).isComposing)) this.#ask();
  }

  /** @param {string} typed */
  #again(typed) {
    this.#input.value = typed;
    this.#input.focus();
    this.#ask();
  }

  /** Asks anew, with nothing narrowed down. */
  async #ask() {
    this.#chosen = nothingChosen();
    this.#addressSoon();
    await this.#answer();
  }

  #answer() {
    const turn = (this.#turn += 1);
    return (this.#answering = this.#find(turn).catch(() => turn === this.#turn && this.#failed()));
  }

  /** @param {number} turn */
  async #find(turn) {
    const typed = this.#input.value.trim();
    if (!this.#index) return;
    const found = typed ? ordered(await this.#index.search(typed), this.#index) : null;
    if (turn !== this.#turn) return;
    const parts = found ? await this.#parts(typed, found) : await this.#beginning();
    if (turn === this.#turn && !isInResults(this.#list)) this.#show(parts, typed);
  }

  /** @typedef {{count: string, facets: HTMLElement[], list: HTMLElement[]}} Parts */

  /** @returns {Promise<Parts>} */
  async #beginning() {
    const { recentRow } = await import("./recent.js");
    const recent = await recentRow((typed) => this.#again(typed));
    return { count: words.hint, facets: [], list: recent };
  }

  /** @type {(typed: string, found: Found) => Promise<Parts>} */
  async #parts(typed, found) {
    const { numbers, all, counts, index, isWeak } = found;
    if (!numbers.length) return { count: words.nothing({ typed }), facets: [], list: await instead(typed, index) };
    const single = Object.values(this.#chosen).some(Boolean);
    const shown = single ? narrowed(all, index.facts, this.#chosen) : numbers;
    const row = facetRow(found, this.#chosen, (chosen) => this.#narrow(chosen));
    const list = await resultGroups({ ...found, numbers: shown }, single);
    return { count: (isWeak ? words.weak : words.found)({ number: single ? shown.length : counts.get("") ?? 0 }), facets: [row], list };
  }

  /**
   * @param {Parts} parts
   * @param {string} typed
   */
  #show({ count, facets, list }, typed) {
    this.#root.dataset.answered = typed;
    if (this.#count.textContent !== count) this.#count.textContent = count;
    this.#facets.replaceChildren(...facets);
    this.#list.replaceChildren(...list);
  }

  /** @param {import("./facets.js").Chosen} chosen */
  async #narrow(chosen) {
    const facet = document.activeElement?.getAttribute("data-facet");
    this.#chosen = chosen;
    await this.#answer();
    // The row was made anew.
    /** @type {HTMLElement | null} */ (facet && this.#facets.querySelector(`[data-facet="${facet}"]`))?.focus();
  }

  /** @param {KeyboardEvent} event */
  #keydown(event) {
    if (isComposing(event)) return;
    const act = { ArrowDown: () => this.#step(1), ArrowUp: () => this.#step(-1), Escape: () => this.#close() }[event.key];
    if (act) {
      event.preventDefault();
      act();
    } else if (event.key === "Enter" && event.target === this.#input) this.#goToBest();
  }

  /** Whoever types and presses Enter at once means what was typed, not what was shown before. */
  async #goToBest() {
    const { value } = this.#input;
    await this.#loading;
    await this.#answering;
    if (this.#index && value === this.#input.value && this.#frame.isOpen()) this.#links[0]?.click();
  }

  get #links() {
    return [...this.#list.querySelectorAll("a")];
  }

  /** @param {number} step */
  #step(step) {
    if (document.activeElement instanceof HTMLSelectElement) return;
    const stops = [this.#input, ...this.#links];
    const at = stops.findIndex((stop) => stop === document.activeElement);
    stops[(Math.max(0, at) + step + stops.length) % stops.length].focus();
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const link = event.target instanceof Element && event.target.closest("a");
    if (!link) return;
    remember(this.#input.value);
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    this.#address();
    this.#isLeft = true;
    setTimeout(() => this.#close());
  }

  /** @param {FocusEvent} event */
  #focusout({ relatedTarget }) {
    const isElsewhere = relatedTarget instanceof Node && !this.#root.contains(relatedTarget);
    if (isElsewhere && !this.#frame.owns(relatedTarget)) this.#close();
  }
}

/** @type {(answer: import("./search-index.js").Answer, index: Index) => Found} */
const ordered = (answer, index) => ({ ...answer, all: answer.numbers, ...readersFirst(answer.firsts, index.facts), index });

/** As soon as there is what remembers: a first result comes before it. @param {string} typed */
const remember = (typed) => import("./recent.js").then(async (recent) => {
  await recent.recentSearches();
  recent.remember(typed);
}).catch(() => {});

const askedByAddress = () => (new URLSearchParams(location.search).get(QUERY) ?? "").slice(0, MOST);

/** @param {string} typed what the address should ask for, so that it can be shared */
function sayInAddress(typed) {
  const url = new URL(location.href);
  if (typed) url.searchParams.set(QUERY, typed);
  else url.searchParams.delete(QUERY);
  if (url.href !== location.href) history.replaceState(history.state, "", url);
}

/** @type {HTMLElement | null} */
const root = document.querySelector("[data-tiku-search]");
if (root) new SearchDialog(root).start();
