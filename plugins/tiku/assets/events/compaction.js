// Moves the events of a long log into one record, in one transaction: where it fails, for example
// for want of room, everything stays where it was.

import { isEvent } from "./admission.js";
import { byTime } from "./events.js";

/**
 * What is no event is left as it is. Reads anew: another tab may have packed meanwhile.
 * @type {(loose: IDBObjectStore, packs: IDBObjectStore) => IDBRequest[]}
 */
export function pack(loose, packs) {
  const all = loose.getAll();
  all.onsuccess = () => {
    const events = all.result.filter(isEvent);
    if (!events.length) return;
    packs.add(JSON.stringify(events.sort(byTime)));
    if (events.length === all.result.length) loose.clear();
    else for (const { id } of events) loose.delete(id);
  };
  return [all];
}
