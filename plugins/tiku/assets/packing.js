// Moves the events of a long log into one record, in one transaction: where it fails, for example
// for want of room, everything stays where it was.

import { EVENTS, PACKS, settled } from "./database.js";
import { isEvent } from "./progress.js";

/**
 * What is no event is left as it is. Reads anew: another tab may have packed meanwhile.
 * @param {IDBDatabase} database
 */
export const pack = (database) =>
  settled(database, [EVENTS, PACKS], "readwrite", (loose, packs) => {
    const all = loose.getAll();
    all.onsuccess = () => {
      const events = all.result.filter(isEvent);
      if (!events.length) return;
      packs.add(JSON.stringify(events));
      if (events.length === all.result.length) loose.clear();
      else for (const { id } of events) loose.delete(id);
    };
    return [];
  });
