// A folder the reader owns, which something of theirs carries between devices: each device writes
// a file of its own and reads those of the others. No file of another device is ever written, and
// one that cannot be read is left as it is and told.

import { newId, store } from "../events/store.js";
import { read } from "./backup-format.js";

/** @import { Moved } from "./backup-format.js" */

const FOLDER = "sync-folder";
const DEVICE = "sync-device";
const NAMES = /^tiku-[\w-]+\.json$/;
// Bytes; a log of many years has a tenth of it.
const LARGEST = 100_000_000;

/** Whether this browser lets a page have a folder. */
export const canHaveFolder = () => "showDirectoryPicker" in window;

/** The folder of last time. @returns {Promise<any>} null where there is none */
export const folderOf = async () => {
  const kept = await store.setting(FOLDER);
  return kept?.kind === "directory" ? kept : null;
};

/** Asks for a folder; null where the reader thinks better of it. @returns {Promise<any>} */
export async function pickFolder() {
  const picked = await /** @type {any} */ (window).showDirectoryPicker({ id: "tiku", mode: "readwrite" }).catch(() => null);
  if (picked) await store.set(FOLDER, picked);
  return picked;
}

export const forgetFolder = () => store.set(FOLDER, undefined);

/**
 * Takes in what the other devices left, and leaves what this one has.
 * @param {any} folder
 * @param {(moved: Moved) => Promise<number>} merge how many of the events were new
 * @param {() => Promise<string>} written this device's file
 * @returns {Promise<{fresh: number, unread: string[]} | null>} null where the folder may not be used
 */
export async function synchronised(folder, merge, written) {
  const wish = { mode: "readwrite" };
  if (await folder.queryPermission?.(wish) === "denied" || (await folder.requestPermission?.(wish) ?? "granted") !== "granted") return null;
  const own = `tiku-${await device()}.json`;
  const unread = [];
  let fresh = 0;
  for await (const [name, handle] of folder.entries()) {
    if (handle.kind !== "file" || !NAMES.test(name) || name === own) continue;
    const file = await handle.getFile();
    const moved = file.size > LARGEST ? "corrupt" : read(await file.text());
    if (typeof moved === "string") unread.push(name);
    else fresh += await merge(moved);
  }
  const stream = await (await folder.getFileHandle(own, { create: true })).createWritable();
  await stream.write(await written());
  await stream.close();
  return { fresh, unread };
}

/** A name for this browser, so that no other writes its file. */
async function device() {
  const kept = await store.setting(DEVICE);
  if (typeof kept === "string" && NAMES.test(`tiku-${kept}.json`)) return kept;
  const made = newId();
  await store.set(DEVICE, made);
  return made;
}
