// Help in steps while practising: strike out a wrong choice, and read the clause in place; the
// hint before and the notes after are the question's own. Also: how sure the reader is.

import { addressed } from "../core/address.js";
import { button } from "../core/controls.js";
import { make } from "../core/dom.js";
import { words as common } from "../core/words.js";
import { rightChoices } from "../question/marks/choices.js";
import { words } from "./words.js";

/** @import { TikuQuestion } from "../question/question.js" */
/** @import { StudySet } from "../core/types.js" */

const LEVELS = /** @type {const} */ (["guess", "unsure", "sure"]);

export class Aids {
  element = make("div", { class: "tiku-aids", role: "group", "aria-label": words.aids });

  /**
   * Before an answer.
   * @param {TikuQuestion | null} question
   * @param {StudySet} set
   * @param {boolean} [review]
   */
  open(question, set, review = false) {
    if (!question) return;
    unstrike(question);
    const answering = !review && set.mode !== "memorise";
    question.querySelector(".tiku-confidence")?.remove();
    if (answering && set.confidence) question.querySelector(".tiku-controls")?.before(askConfidence(question));
    const strike = answering && set.feedback === "once" ? strikeButton(question) : [];
    this.element.replaceChildren(...strike, ...(review ? clauses(question) : []));
  }

  /**
   * After an answer, or when it was shown.
   * @param {TikuQuestion | null} question
   * @param {boolean} mayTry whether it may be answered once more
   */
  answered(question, mayTry = true) {
    if (!question) return;
    question.querySelector(".tiku-confidence")?.remove();
    const again = mayTry ? [button(common.again, () => question.querySelector("form")?.requestSubmit())] : [];
    this.element.replaceChildren(...clauses(question), ...again);
  }
}

/** @param {TikuQuestion} question */
function askConfidence(question) {
  const radios = LEVELS.map((level) => {
    const input = make("input", { type: "radio", name: `confidence-${question.id}`, value: level });
    input.checked = question.dataset.confidence === level;
    input.addEventListener("change", () => {
      question.dataset.confidence = level;
      question.dispatchEvent(new Event("tiku-drafted", { bubbles: true }));
    });
    return make("label", {}, input, words.confidences[level]);
  });
  return make("fieldset", { class: "tiku-confidence" }, make("legend", {}, words.confidence), ...radios);
}

/**
 * One wrong choice at a time, never the last one.
 * @param {TikuQuestion} question
 */
function strikeButton(question) {
  const wrong = () => {
    const right = rightChoices(question.dataset.key ?? "");
    const inputs = [...question.querySelectorAll(".tiku-choices input:not(:disabled)")];
    return /** @type {HTMLInputElement[]} */ (inputs).filter((input) => !right.includes(input.value));
  };
  if (wrong().length < 2) return [];
  const strike = button(words.strike, () => {
    const [input] = wrong();
    input.checked = false;
    input.disabled = true;
    input.closest("li")?.toggleAttribute("data-struck", true);
    strike.textContent = words.struck;
    strike.disabled = wrong().length < 2;
  });
  return [strike];
}

/** @param {TikuQuestion} question */
function unstrike(question) {
  for (const item of question.querySelectorAll("[data-struck]")) {
    item.removeAttribute("data-struck");
    item.querySelector("input")?.toggleAttribute("disabled", false);
  }
}

/** @param {TikuQuestion} question */
function clauses(question) {
  const links = /** @type {HTMLAnchorElement[]} */ ([...question.querySelectorAll(".tiku-see a[href*='#']")]);
  // Another site's pages are opened, not read.
  return links.filter(({ origin }) => origin === location.origin).map((link) => {
    const place = make("div", { class: "tiku-clause-text" });
    const details = make("details", { class: "tiku-clause" },
      make("summary", {}, words.openClause({ title: link.textContent ?? "" })), place);
    details.addEventListener("toggle", async () => {
      if (details.open && !place.hasChildNodes()) place.replaceChildren(...(await readClause(link.href)));
    });
    return details;
  });
}

/**
 * The heading an address names and what follows it, up to the next heading as high.
 * @param {string} href
 * @returns {Promise<(Node | string)[]>}
 */
async function readClause(href) {
  try {
    const { hash } = new URL(href);
    const page = new DOMParser().parseFromString(await (await fetch(href)).text(), "text/html");
    const heading = page.getElementById(addressed(hash));
    return heading ? copies(heading, href) : [words.clauseMissing];
  } catch {
    return [words.clauseMissing];
  }
}

/** @type {(heading: Element, href: string) => Node[]} */
function copies(heading, href) {
  const level = Number(heading.tagName.slice(1));
  const nodes = [];
  for (let next = heading.nextElementSibling; next && !isHeading(next, level); next = next.nextElementSibling) {
    if (!next.matches("tiku-quiz")) nodes.push(document.importNode(next, true));
  }
  for (const link of nodes.flatMap((node) => [...node.querySelectorAll("a[href]")])) {
    link.setAttribute("href", new URL(link.getAttribute("href") ?? "", href).href);
  }
  // An id may stand on this page already.
  for (const named of nodes.flatMap((node) => [node, ...node.querySelectorAll("[id]")])) named.removeAttribute("id");
  return nodes;
}

/** @type {(element: Element, level: number) => boolean} */
const isHeading = (element, level) => /^H[1-6]$/.test(element.tagName) && Number(element.tagName.slice(1)) <= level;
