// The only door to the browser's storage: opening the database, and one change that is whole.

import { SCOPE } from "./scope.js";

const VERSION = 2;
export const EVENTS = "events";
// A long log in few records: reading it event by event would take most of a page's start.
export const PACKS = "packs";
export const SETTINGS = "settings";

// Milliseconds until opening counts as failed.
const PATIENCE = 3000;

/**
 * The database of this version, or of a newer one that another tab has made; an error where opening
 * takes long, most likely because another tab is in the way.
 * @param {() => unknown} closed called when it may no longer be used
 * @returns {Promise<IDBDatabase>}
 */
export const open = (closed) => openAt(VERSION, closed).catch((error) => {
  if (error?.name !== "VersionError") throw error;
  return openAt(undefined, closed);
});

/** @type {(version: number | undefined, closed: () => unknown) => Promise<IDBDatabase>} */
const openAt = (version, closed) =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(SCOPE, version);
    let isLate = false;
    const giveUp = () => {
      isLate = true;
      reject(new Error("blocked"));
    };
    const timer = setTimeout(giveUp, PATIENCE);
    request.onblocked = giveUp;
    request.onupgradeneeded = ({ oldVersion }) => upgrade(request.result, oldVersion);
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      clearTimeout(timer);
      const database = request.result;
      if (isLate) return database.close();
      // A newer version of the site in another tab must not wait for this one.
      database.onversionchange = () => {
        database.close();
        closed();
      };
      database.onclose = closed;
      resolve(database);
    };
  });

/** @type {(database: IDBDatabase, from: number) => void} */
function upgrade(database, from) {
  if (from < 1) {
    database.createObjectStore(EVENTS, { keyPath: "id" });
    database.createObjectStore(SETTINGS);
  }
  database.createObjectStore(PACKS, { autoIncrement: true });
}

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

/**
 * Nothing more belongs to this change: it need not wait for a page that is being left.
 * @type {(store: IDBObjectStore, requests: IDBRequest[]) => IDBRequest[]}
 */
export function committed(store, requests) {
  store.transaction.commit?.();
  return requests;
}
