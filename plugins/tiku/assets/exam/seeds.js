// The reader's own pack of each exam: papers dealt from it one after another do not repeat.

import { store } from "../events/store.js";

const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

/**
 * @param {string} exam
 * @returns {Promise<string>} for draw.js and for the address
 */
export async function nextSeed(exam) {
  const name = `pack/${exam}`;
  const pack = await store.setting(name);
  const next = isPack(pack) ? { ...pack, number: pack.number + 1 } : { name: randomName(), number: 0 };
  await store.set(name, next);
  return `${next.name}.${next.number}`;
}

/** Storage may hold anything. @param {any} pack */
const isPack = (pack) => typeof pack?.name === "string" && Number.isSafeInteger(pack.number);

const randomName = () =>
  [...crypto.getRandomValues(new Uint8Array(5))].map((byte) => LETTERS[byte % LETTERS.length]).join("");
