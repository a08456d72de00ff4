// Grouping: `Map.groupBy`, which browsers that are supported still lack (Safari before 17.4).

/**
 * Key -> what has it, both in the order in which they come.
 * @template T, K
 * @param {Iterable<T>} items
 * @param {(item: T) => K} by
 * @returns {Map<K, T[]>}
 */
export function groupedBy(items, by) {
  /** @type {Map<K, T[]>} */
  const groups = new Map();
  for (const item of items) {
    const group = groups.get(by(item));
    if (group) group.push(item);
    else groups.set(by(item), [item]);
  }
  return groups;
}
