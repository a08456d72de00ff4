// What is kept between two visits, as a text so short that SCORM 1.2 (4,096 characters) has room for a
// hundred questions: one sign for each choice. Pure.

/** @import { Asked, Lesson, Standing } from "./types.js" */

const FORM = "1";
const TYPED = ["numeric", "text", "open"];
const SIGNS = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at)).filter((sign) => !"|\\".includes(sign));

/** @type {(asked: Asked) => string[]} what a response of this question is made of */
function partsOf({ kind, choices, prompts }) {
  if (kind === "true-false") return ["true", "false"];
  const ids = choices.map(([id]) => id);
  return kind === "matching" ? prompts.flatMap(([prompt]) => ids.map((id) => `${prompt}=${id}`)) : ids;
}

/** @param {number} at */
const signOf = (at) => SIGNS[at] ?? String.fromCharCode(0x100 + at);
/** @param {string} sign */
const placeOf = (sign) => (SIGNS.includes(sign) ? SIGNS.indexOf(sign) : sign.charCodeAt(0) - 0x100);

/** @type {(asked: Asked, response: string[]) => string} */
function written(asked, response) {
  if (TYPED.includes(asked.kind)) return (response[0] ?? "").replaceAll("\\", "\\\\").replaceAll("|", "\\p");
  const parts = partsOf(asked);
  return response.map((part) => signOf(parts.indexOf(part))).join("");
}

/** @type {(asked: Asked, text: string) => string[]} */
function read(asked, text) {
  if (TYPED.includes(asked.kind)) return text ? [text.replace(/\\(.)/g, (_, sign) => (sign === "p" ? "|" : sign))] : [];
  const parts = partsOf(asked);
  return [...text].flatMap((sign) => parts[placeOf(sign)] ?? []);
}

/**
 * The text, and which questions it has no room for: the longest are left out first.
 * @type {(lesson: Lesson, standing: Standing, limit: number) => {text: string, lost: string[]}}
 */
export function pack(lesson, { seed, place, spent, isDone, responses }, limit) {
  const head = [FORM, lesson.stamp, seed, place, Math.round(spent), Number(isDone)].join("|");
  const answers = lesson.questions.map((asked) => ({ id: asked.id, text: written(asked, responses.get(asked.id) ?? []) }));
  const longest = answers.toSorted((a, b) => b.text.length - a.text.length);
  const told = () => [head, ...answers.map(({ text }) => text)].join("|");
  const lost = [];
  while (told().length > limit && longest[0]?.text) {
    const dropped = /** @type {typeof answers[number]} */ (longest.shift());
    dropped.text = "";
    lost.push(dropped.id);
  }
  return { text: told(), lost };
}

/**
 * Null where the text is of other questions, or nothing that we wrote.
 * @type {(lesson: Lesson, text: string) => Standing | null}
 */
export function unpack({ stamp, questions }, text) {
  const [form, own, seed, place, spent, done, ...answers] = text.split("|");
  if (form !== FORM || own !== stamp || answers.length !== questions.length) return null;
  const responses = new Map(questions.map((asked, at) => [asked.id, read(asked, answers[at])]));
  return {
    seed: Number(seed) || 0, place: Number(place) || 0, spent: Number(spent) || 0, isDone: done === "1",
    responses: new Map([...responses].filter(([, response]) => response.length)),
  };
}
