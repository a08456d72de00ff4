// No pattern of ours takes longer than the text is long, whatever a stranger repeats in it: the twin
// of tests/project/test_patterns.py. The parser of the compiler finds them; what is put together
// while it runs is tried by what reads a stranger's text with it.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

import ts from "typescript";

import { exact } from "../../plugins/tiku/assets/core/folding.js";
import { canonical } from "../../plugins/tiku/assets/core/variants.js";
import { readNumber } from "../../plugins/tiku/assets/question/marks/number.js";
import { tokens } from "../../plugins/tiku/assets/search/tokens.js";

const ASSETS = new URL("../../plugins/tiku/assets/", import.meta.url);
const UNITS = [
  " ", "\t", "\n", "\r\n", "a", "A", "1", "-", ".", ",", ":", "/", "。", "，", "「", "(", ")", "[", "]", "{", "}", "<", ">", "#", "*", "**", "_", "`", "~",
  "$", "&", "=", "|", "\\", "'", '"', "a ", "1,", "1.", "1 ", ". ", " -", "-1", "甲", "甲 ", "a甲", "%20", "a=1&", "a/", "é", "🙂",
];
const LONG = 20_000;
const AT_ONCE = 50;
const TRIES = 4;

/** @param {string} path @returns {[string, RegExp][]} */
function patterns(path) {
  const source = ts.createSourceFile(path, readFileSync(new URL(path, ASSETS), "utf8"), ts.ScriptTarget.Latest);
  /** @type {[string, RegExp][]} */
  const found = [];
  const visit = (/** @type {import("typescript").Node} */ node) => {
    if (ts.isRegularExpressionLiteral(node)) found.push([`${path} ${node.text}`, literal(node.text)]);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** @param {string} text */
function literal(text) {
  const end = text.lastIndexOf("/");
  return new RegExp(text.slice(1, end), text.slice(end + 1));
}

/** Anywhere, and each place in turn, as `replace` and `split` do. @type {(pattern: RegExp) => (text: string) => unknown} */
function looking(pattern) {
  if (pattern.source.startsWith("^") && !pattern.multiline) return (text) => pattern.exec(text);
  const every = pattern.global ? pattern : new RegExp(pattern.source, `${pattern.flags}g`);
  return (text) => text.replace(every, "");
}

/** Of the processor, however busy it is. @type {(read: (text: string) => unknown, text: string) => number} */
function milliseconds(read, text) {
  const start = process.cpuUsage();
  read(text);
  return process.cpuUsage(start).user / 1000;
}

/** @type {(read: (text: string) => unknown, text: string) => void} */
function isInTime(read, text) {
  let tries = TRIES;
  while (tries && milliseconds(read, text) > AT_ONCE) tries -= 1;
  assert.ok(tries, `slow on ${JSON.stringify(text.slice(0, 20))}`);
}

/** What it names itself. @param {RegExp} pattern */
const named = (pattern) => pattern.source.replace(/\\[A-Za-z]|[\^$*+?(){}[\]|\\.]/g, " ").split(" ").filter((word) => word && word.length < 12);

/** @param {RegExp} pattern @returns {string[]} */
function texts(pattern) {
  const own = named(pattern);
  return [...new Set([...UNITS, ...own])].flatMap((unit) =>
    ["", ...own.slice(0, 3)].map((before) => `${before}${unit.repeat(LONG / unit.length)}\n!`));
}

const paths = readdirSync(ASSETS, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".js")).toSorted();
const every = new Map(paths.flatMap(patterns));

test("there are patterns to try", () => assert.ok(every.size > 50));

for (const [name, pattern] of every) {
  test(name, () => {
    for (const text of texts(pattern)) isInTime(looking(pattern), text);
  });
}

/** @type {Record<string, (text: string) => unknown>} */
const READERS = { exact, canonical, tokens, number: (text) => readNumber(text, "件"), digits: (text) => readNumber(`1${text}`, "") };

for (const [name, read] of Object.entries(READERS)) {
  test(`what is typed is read at once: ${name}`, () => {
    for (const unit of UNITS) isInTime(read, `${unit.repeat(LONG / unit.length)}!`);
  });
}
