// Rows of separated values, read as Python's csv module reads them.

/**
 * (line on which a row begins, its cells); quotes hold separators and line breaks.
 * @param {string} text @param {string} separator @returns {Iterable<[number, string[]]>}
 */
export function* parsedRows(text, separator) {
  let [line, begin, cell, state] = [1, 1, "", "start"];
  /** @type {string[]} */
  let row = [];
  for (const sign of text.endsWith("\n") || text === "" ? text : `${text}\n`) {
    if (state === "quoted") {
      if (sign === '"') state = "closing";
      else cell += sign;
    } else if (sign === "\n") {
      yield [begin, state === "start" && row.length === 0 && cell === "" ? [] : [...row, cell]];
      [row, cell, state, begin] = [[], "", "start", line + 1];
    } else if (sign === separator) {
      row.push(cell);
      [cell, state] = ["", "start"];
    } else if (sign === '"' && state === "start") {
      state = "quoted";
    } else if (sign === '"' && state === "closing") {
      [cell, state] = [`${cell}"`, "quoted"];
    } else {
      cell += sign;
      state = "plain";
    }
    if (sign === "\n") line += 1;
  }
  if (state === "quoted" || row.length) yield [begin, [...row, cell]];
}
