// What the site knows that a question may name, as site/authoring.py writes it.

/**
 * @typedef {object} Bank
 * @property {string} title
 * @property {Record<string, string>} objectives
 * @property {string[]} taken ids of its questions, of the retired too
 * @property {string} edit address to edit the file at; empty where the site has none
 *
 * @typedef {object} Source
 * @property {string} id
 * @property {string} title
 * @property {string} kind in words
 * @property {string} confidence in words, or empty
 * @property {boolean} cited whether it may be cited
 * @property {boolean} law whether a question that cites it says where and when it holds
 * @property {string} jurisdiction
 *
 * @typedef {object} Page
 * @property {string} title
 * @property {string} address as seen from the file of lists
 * @property {Record<string, string>} clauses
 *
 * @typedef {object} Lists
 * @property {Record<string, [severity: string, text: string, hint: string]>} messages
 * @property {Record<"above" | "tail" | "several" | "choiceLetter" | "letter" | "reference" | "noProse" | "lineBreak" | "bold", string>} patterns
 * @property {string[]} halfWidth patterns
 * @property {string[]} fields what no choice is called
 * @property {Record<string, Bank>} banks
 * @property {Source[]} sources
 * @property {Record<string, Page>} pages
 * @property {Record<string, string>} jurisdictions
 * @property {Record<string, string>} syllabus
 * @property {Record<string, string>} tags
 * @property {string} new address to add a file at; empty where the site has none
 */

const FILE = new URL("../writing.json", import.meta.url);

/** @returns {Promise<Lists>} */
export async function loadLists() {
  const response = await fetch(FILE);
  if (!response.ok) throw new Error(`${response.status} ${FILE}`);
  return response.json();
}

/** An address of the lists as seen from anywhere. @param {string} path */
export const address = (path) => new URL(path, FILE).href;

/**
 * Page and clause by their titles; an address only where the page is known.
 * @param {Lists} lists
 * @param {string} reference
 */
export function linkOf({ pages }, reference) {
  const [path, clause = ""] = reference.split("#");
  const page = pages[path];
  if (!page) return { title: reference, href: "" };
  const title = [page.title, page.clauses[clause]].filter(Boolean).join(" › ");
  return { title, href: address(page.address) + (clause && `#${clause}`) };
}

/**
 * The prefix with the lowest number that no question has.
 * @param {Lists} lists
 * @param {string} prefix
 */
export function freeId({ banks }, prefix) {
  const taken = new Set(Object.values(banks).flatMap((bank) => bank.taken));
  let number = 1;
  while (taken.has(`${prefix}-${number}`)) number += 1;
  return `${prefix}-${number}`;
}
