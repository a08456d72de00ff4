// What matching, ordering and open questions say besides.

export const words = {
  unordered: "先把項目排好順序再檢查。",
  up: (/** @type {string} */ text) => `上移：${text}`,
  down: (/** @type {string} */ text) => `下移：${text}`,
  moved: (/** @type {string} */ text, /** @type {number} */ place, /** @type {number} */ all) =>
    `「${text}」現在是第 ${place} 項，共 ${all} 項。`,
  inPlace: "✓ 位置正確",
  belongs: (/** @type {number} */ place) => `→ 應該是第 ${place} 項`,
  compare: "對照下面的參考答案，勾選你寫到的要點。",
  finish: "完成自評",
  complete: "✓ 要點都寫到了",
  incomplete: (/** @type {number} */ ticked, /** @type {number} */ all) =>
    `✗ 寫到 ${all} 個要點中的 ${ticked} 個`,
  lacking: "→ 還缺這一點",
};
