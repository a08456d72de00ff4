// Whether a reader left anything here, asked without reading it.

import { EVENTS, PACKS, SETTINGS, open, settled } from "./database.js";
import { SCOPE } from "./scope.js";

/**
 * Whether anything was answered or begun here; makes no database where there is none.
 * @param {string} begun what the names of settings begin with that hold what was begun
 */
export async function isLogged(begun) {
  const found = (await indexedDB.databases?.()) ?? [];
  if (!found.some(({ name }) => name === SCOPE)) return false;
  const database = await open(() => {});
  const counts = await settled(database, [EVENTS, PACKS, SETTINGS], "readonly", (events, packs, settings) =>
    [events.count(), packs.count(), settings.count(IDBKeyRange.bound(begun, `${begun}\uffff`))]);
  database.close();
  return counts.some((count) => count > 0);
}
