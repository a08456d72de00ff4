// The cases that several languages share, read from files.

import { readdirSync, readFileSync } from "node:fs";

const folder = new URL("../cases/", import.meta.url);

/** @param {string} path below tests/cases/ */
export const readCases = (path) => JSON.parse(readFileSync(new URL(path, folder), "utf8"));

/** @param {string} path a folder below tests/cases/ */
export const listCases = (path) => readdirSync(new URL(path, folder)).sort();
