// What is wrong with single texts, by the patterns of the rules, which come with the lists.

import { choicesOf, hasChoices, notesOf } from "./draft.js";

/** @import { Found } from "./checks.js" */
/** @import { Draft } from "./draft.js" */
/** @import { Lists } from "./lists.js" */

/** Letters and numbers that choices may be called by. */
const LABELS = /[A-FＡ-Ｆ甲乙丙丁①-⑨]/g;

/**
 * @param {Draft} draft
 * @param {Lists} lists
 * @returns {Generator<Found>}
 */
export function* told(draft, lists) {
  for (const { id, text } of hasChoices(draft) ? choicesOf(draft) : []) yield* choice(draft.stem, id, text.trim(), lists);
  const letter = new RegExp(lists.patterns.letter, "u");
  for (const text of [draft.hint, draft.explanation, ...notesOf(draft).map(([, note]) => note)]) {
    const [found] = letter.exec(text) ?? [];
    if (found) yield { code: "letter-in-explanation", details: { found } };
  }
  for (const text of texts(draft)) {
    const found = halfWidth(text, lists);
    if (found) yield { code: "half-width", details: { found } };
  }
}

/** @type {(stem: string, id: string, text: string, lists: Lists) => Generator<Found>} */
function* choice(stem, id, text, { patterns }) {
  const whole = (/** @type {string} */ pattern, /** @type {string} */ of) => new RegExp(`^(?:${pattern})$`, "iu").test(of);
  // A stem that names things A and B may be answered by A and B.
  const isOfStem = (/** @type {string} */ label) => (label.match(LABELS) ?? []).some((one) => stem.includes(one));
  const several = whole(patterns.several, text) && !isOfStem(text);
  const said = text.trim();
  const all = [said, said.replace(new RegExp(patterns.tail, "u"), "")];
  if (all.some((one) => whole(patterns.above, one)) || several) {
    yield { code: "above-choice", details: { choice: id, text } };
    return;
  }
  const [letter] = new RegExp(patterns.choiceLetter, "u").exec(text) ?? [];
  if (letter && !isOfStem(letter)) yield { code: "choice-names-letter", details: { choice: id, text: letter } };
}

/** Everything that readers read. @param {Draft} draft */
function texts(draft) {
  const choices = hasChoices(draft) ? choicesOf(draft).map(({ text }) => text) : [];
  return [draft.stem, ...choices, draft.hint, draft.explanation, ...notesOf(draft).map(([, note]) => note)];
}

/** Some characters around the first mark that is not full-width. @type {(text: string, lists: Lists) => string} */
function halfWidth(text, { halfWidth: patterns, patterns: { noProse } }) {
  // Chinese punctuation is for Chinese.
  if (!/\p{Script=Han}/u.test(text)) return "";
  const prose = text.trim().replace(new RegExp(noProse, "gu"), (skipped) => " ".repeat(skipped.length));
  const places = patterns.map((pattern) => prose.search(new RegExp(pattern, "mu"))).filter((place) => place >= 0);
  if (!places.length) return "";
  const first = Math.min(...places);
  return text.trim().slice(Math.max(0, first - 3), first + 4).replaceAll("\n", " ");
}
