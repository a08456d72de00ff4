// The catalogue of all questions, and each topic's questions as HTML; fetched once, and again where
// that failed.

import { ASSETS } from "./root.js";

/** @import { Catalog, Entry } from "./types.js" */

/** @type {Map<string, Promise<any>>} */
const fetched = new Map();

/**
 * The catalogue. A large site's has only the questions of the topics that are wanted, where those can
 * be told.
 * @type {(wanted?: (site: Site) => Iterable<string> | null) => Promise<Catalog>}
 */
export const loadCatalog = (wanted) => (wanted ? partOf(wanted) : once("", whole));

const whole = async () => {
  const written = await root();
  return catalogOf(written.rows ? { ...written, questions: await json(written.rows) } : written);
};

/** @type {(wanted: (site: Site) => Iterable<string> | null) => Promise<Catalog>} */
async function partOf(wanted) {
  const written = await root();
  const topics = written.rows && wanted(written);
  if (!topics) return loadCatalog();
  const asked = new Set(topics);
  // In their order: what is drawn from them is what would be drawn from all.
  const files = Object.entries(written.topics).filter(([topic]) => asked.has(topic)).map(([, { rows }]) => /** @type {string} */ (rows));
  return catalogOf({ ...written, questions: (await Promise.all(files.map(json))).flat() });
}

/** @returns {Promise<Written>} */
const root = () => {
  const written = json("catalog.json");
  // A theme that writes all addresses of a page anew would have it fetched once more.
  document.querySelector('link[rel="preload"][as="fetch"]')?.remove();
  return written;
};

/** @type {(path: string) => Promise<any>} */
const json = (path) => once(path, async () => (await get(path)).json());

/**
 * @template T
 * @param {string} path
 * @param {(path: string) => Promise<T>} read
 * @returns {Promise<T>}
 */
function once(path, read) {
  const known = fetched.get(path) ?? read(path);
  fetched.set(path, known);
  known.catch(() => fetched.delete(path));
  return known;
}

/** What is told of a site without its questions. @typedef {Omit<Catalog, "questions">} Site */

/** What catalog.json holds: a row a question, or the file where the rows of all are. @typedef {Site & {columns: string[], questions: string[][], rows?: string}} Written */

/** @type {(written: Written) => Catalog} */
export const catalogOf = ({ columns, ...written }) =>
  ({ ...written, questions: written.questions.map((row) => entryOf(columns, row)) });

/** @type {(columns: string[], row: string[]) => Entry} */
function entryOf(columns, row) {
  const entry = /** @type {any} */ (Object.fromEntries(columns.map((name, index) => [name, row[index]])));
  return { ...entry, syllabus: words(entry.syllabus), tags: words(entry.tags), item: entry.id.split("/")[0] };
}

/** @param {string} text */
const words = (text) => text.split(" ").filter(Boolean);

/**
 * A copy of a question's element, and of the material of the case it belongs to; null where it is
 * no longer there: the site was published anew since the catalogue was read.
 * @param {Catalog} catalog
 * @param {Entry} entry
 * @returns {Promise<Brought | null>}
 */
export async function bring(catalog, entry) {
  const pool = await poolOf(catalog, entry);
  const question = pool.getElementById(entry.id);
  if (!question) return null;
  const material = entry.item === entry.id ? null : caseOf(question);
  return { question: /** @type {HTMLElement} */ (question.cloneNode(true)), material };
}

/** @typedef {{question: HTMLElement, material: Element | null}} Brought */

/**
 * Fetches what these questions are in, so that no network is needed later.
 * @type {(catalog: Catalog, entries: readonly Entry[]) => Promise<unknown>}
 */
export const fetchAll = (catalog, entries) => Promise.all(entries.map((entry) => poolOf(catalog, entry)));

/** @param {Element} question */
function caseOf(question) {
  const copy = /** @type {Element | undefined} */ (question.closest(".tiku-case")?.cloneNode(true));
  for (const inside of copy?.querySelectorAll("tiku-question") ?? []) inside.remove();
  copy?.removeAttribute("id");
  return copy ?? null;
}

/** @type {(catalog: Catalog, entry: Entry) => Promise<DocumentFragment>} */
function poolOf(catalog, { topic, page }) {
  const first = catalog.topics[topic].pool;
  return once(page ? first.replace(/(?=\.html$)/, `/${page}`) : first, parse);
}

/** @param {string} path */
async function parse(path) {
  const response = await get(path);
  const template = document.createElement("template");
  template.innerHTML = await response.text();
  // Addresses are written as seen from the pool.
  for (const name of ["href", "src"]) {
    for (const one of template.content.querySelectorAll(`[${name}]`)) {
      one.setAttribute(name, new URL(one.getAttribute(name) ?? "", response.url).href);
    }
  }
  return template.content;
}

// Milliseconds after which a network that neither answers nor fails counts as failed.
const PATIENCE = 30000;

/** @param {string} path */
async function get(path) {
  const response = await fetch(new URL(`../${path}`, import.meta.url), { signal: AbortSignal.timeout(PATIENCE) });
  if (!response.ok) throw new Error(`${response.status} ${path}`);
  return response;
}

/**
 * An address of the catalogue as seen from the page.
 * @param {string} path
 */
export const address = (path) => new URL(path, ASSETS).href;
