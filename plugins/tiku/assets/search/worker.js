// The worker that beside.js asks: the latest question only, the others nobody waits for any more.

import { NOTHING } from "./beside.js";
import { read } from "./reading.js";
import { openShards } from "./search-index.js";
// Asked for at once, not one after another.
import "./fuzzy.js";
import "./outline.js";
import "./queries.js";
import "./ranking.js";
import "./scan.js";
import "./shards.js";
import "./stem.js";
import "./tokens.js";

/** @import { Index } from "./search-index.js" */
/** @import { Said } from "./beside.js" */

/** @typedef {{turn: number, typed: string}} Wanted */

/** @type {Promise<Index>} */
let index;
/** @type {Wanted | undefined} */
let wanted;
let isBusy = false;

self.addEventListener("message", ({ data }) => {
  if (data.told) index = openShards(data.told, read);
  else wanted = data;
  if (wanted && !isBusy) work();
});

async function work() {
  isBusy = true;
  while (wanted) {
    const { turn, typed } = wanted;
    wanted = undefined;
    const said = await answer(turn, typed);
    self.postMessage(said, { transfer: [said.numbers.buffer] });
    // What was typed meanwhile is heard.
    await new Promise((resolve) => setTimeout(resolve));
  }
  isBusy = false;
}

/** @type {(turn: number, typed: string) => Promise<Said>} */
async function answer(turn, typed) {
  try {
    const opened = await index;
    const { numbers, ...told } = await opened.search(typed);
    const best = numbers.slice(0, opened.source.atHand);
    const records = await opened.source.read(best);
    return { turn, numbers: Int32Array.from(numbers), ...told, read: best.map((number, at) => [number, records[at]]) };
  } catch {
    return { turn, ...NOTHING, numbers: new Int32Array(), read: [], isFailed: true };
  }
}
