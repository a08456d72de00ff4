// Looking things up by names that storage, files or addresses bring.

/**
 * What a record has under a name of its own, undefined where it has none: `constructor` is no exam.
 * @template T
 * @param {Record<string, T>} record
 * @param {unknown} name
 * @returns {T | undefined}
 */
export const own = (record, name) =>
  typeof name === "string" && Object.hasOwn(record, name) ? record[name] : undefined;
