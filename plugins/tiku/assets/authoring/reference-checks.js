// Whatever the question names exists, is said to hold somewhere, and is not left out.

import { choicesOf, hasChoices } from "./draft.js";
import { words as said } from "./words.js";

/** @import { Found } from "./checks.js" */
/** @import { Draft } from "./draft.js" */
/** @import { Lists } from "./lists.js" */

const LISTED = 20;

/**
 * @param {Draft} draft
 * @param {Lists} lists
 * @returns {Generator<Found>}
 */
export function* referred(draft, lists) {
  yield* law(draft, lists);
  for (const reference of draft.see) yield* dead(reference, lists);
  const missing = [...lacking(draft, lists)];
  if (missing.length) yield { code: "incomplete", details: { missing: missing.join(said.list) } };
}

/** The sources of law among those cited. @type {(draft: Draft, lists: Lists) => Lists["sources"]} */
export const lawsOf = ({ sources }, lists) => lists.sources.filter(({ id, law }) => law && sources.includes(id));

/** @type {(draft: Draft, lists: Lists) => Generator<Found>} */
function* law(draft, lists) {
  const places = new Set(lawsOf(draft, lists).map(({ jurisdiction }) => jurisdiction));
  if (places.size === 1 && !draft.jurisdiction) yield { code: "law-without-jurisdiction", details: {} };
  if (places.size && !draft.asOf) yield { code: "law-without-date", details: {} };
}

/** @type {(reference: string, lists: Lists) => Generator<Found>} */
function* dead(reference, { pages, patterns }) {
  const [page, clause] = reference.split("#");
  const known = Object.keys(pages[page]?.clauses ?? {});
  if (!new RegExp(`^(?:${patterns.reference})$`, "u").test(reference)) yield { code: "bad-reference", details: { text: reference } };
  else if (!pages[page]) yield { code: "unknown-page", details: { page } };
  else if (clause && !known.includes(clause)) yield { code: "unknown-clause", details: { page, clause, known: known.slice(0, LISTED).join(said.list) } };
}

/** What it could still have. @type {(draft: Draft, lists: Lists) => Generator<string>} */
function* lacking(draft, lists) {
  if (!draft.explanation.trim()) yield "explanation";
  const silent = choicesOf(draft).filter(({ right, why }) => !right && !why.trim());
  if (hasChoices(draft)) yield* silent.map(({ id }) => `why.${id}`);
  if (lists.sources.length && !draft.sources.length) yield "sources";
  if (!draft.difficulty) yield "difficulty";
}
