// The browser's database: its stores, and one transaction at a time.

export const EVENTS = "events";
// A long log in few records: reading one by one would take most of a page's start.
export const PACKS = "packs";
export const SETTINGS = "settings";

/** @returns {Promise<IDBDatabase>} */
export const open = () =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open("tiku", 2);
    request.onupgradeneeded = ({ oldVersion }) => {
      if (oldVersion < 1) {
        request.result.createObjectStore(EVENTS, { keyPath: "id" });
        request.result.createObjectStore(SETTINGS);
      }
      request.result.createObjectStore(PACKS, { autoIncrement: true });
    };
    request.onsuccess = () => {
      // A newer version of the site in another tab must not wait for this one.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
  });

/**
 * What the requests gave once their transaction is through: all of it, or nothing.
 * @param {IDBDatabase} database
 * @param {string[]} names
 * @param {IDBTransactionMode} mode
 * @param {(...stores: IDBObjectStore[]) => IDBRequest[]} use
 * @returns {Promise<any[]>}
 */
export const settled = (database, names, mode, use) =>
  new Promise((resolve, reject) => {
    const change = database.transaction(names, mode);
    const requests = use(...names.map((name) => change.objectStore(name)));
    change.oncomplete = () => resolve(requests.map(({ result }) => result));
    change.onabort = () => reject(change.error);
  });
