// Sets and papers as sheets to print, one after another, in a browser that nobody looks at: said to be
// ready when it is.

import { catalogOf } from "../core/catalog.js";
import { lotOf } from "../core/random.js";
import { layOut } from "../exam/printing.js";
import "../question/question.js";
import { loadLesson, PAPER } from "./loading.js";

let papers = 0;

/** Puts the paper that can be had now in the place of the one before. */
export async function show() {
  delete document.body.dataset.ready;
  const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
  const where = /** @type {HTMLElement} */ (document.querySelector("main"));
  where.replaceWith(/** @type {HTMLElement} */ (page.querySelector("main")));
  document.title = page.title;
  await fill(/** @type {HTMLElement} */ (document.querySelector("main")));
  await document.fonts.ready;
  document.body.dataset.undrawn = undrawn(document.body.textContent ?? "");
  document.body.dataset.ready = "";
}

/** @param {HTMLElement} where */
async function fill(where) {
  const { seed, order, sections, questions } = await loadLesson();
  const catalog = await readCatalog();
  await layOut(where, catalog, catalog.exams[PAPER], {
    id: PAPER, mode: "exam", exam: PAPER, paper: seed, questions: questions.map(({ id }) => id), sections,
    feedback: "end", shuffle: order !== "", confidence: false, seed: lotOf(order), at: "",
  });
}

const canvas = document.createElement("canvas");
const brush = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d", { willReadFrequently: true }));
/** @type {Map<string, string>} */
const drawings = new Map();
/** What no font has: a browser draws the same box for all of it. */
const NOTHING = "\u{10FFFE}";

/** The characters of a text for which this machine has no font. @param {string} text */
const undrawn = (text) =>
  [...new Set(text.match(/[\p{L}\p{N}\p{P}\p{S}]/gu))].filter((one) => drawn(one) === drawn(NOTHING)).join("");

/** @param {string} character */
function drawn(character) {
  const known = drawings.get(character);
  if (known !== undefined) return known;
  brush.clearRect(0, 0, canvas.width, canvas.height);
  brush.fillText(character, 10, 20);
  const made = brush.getImageData(0, 0, 30, 30).data.join();
  drawings.set(character, made);
  return made;
}

/** Its questions are not those of the paper before, which are known by the same address. */
async function readCatalog() {
  const catalog = catalogOf(await (await fetch(new URL("../catalog.json", import.meta.url))).json());
  papers += 1;
  for (const topic of Object.values(catalog.topics)) topic.pool += `?${papers}`;
  return catalog;
}
