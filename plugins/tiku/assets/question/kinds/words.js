// Made from locales/zh-Hant.toml: change the words there, then python3 dev.py docs.

export const words = {
  unordered: "先把項目排好順序再檢查。",
  up: (/** @type {{ text: string | number }} */ { text }) => `上移：${text}`,
  down: (/** @type {{ text: string | number }} */ { text }) => `下移：${text}`,
  moved: (/** @type {{ all: string | number, place: string | number, text: string | number }} */ { all, place, text }) => `「${text}」現在是第 ${place} 項，共 ${all} 項。`,
  inPlace: "✓ 位置正確",
  belongs: (/** @type {{ place: string | number }} */ { place }) => `→ 應該是第 ${place} 項`,
  compare: "對照下面的參考答案，勾選你寫到的要點。",
  finish: "完成自評",
  complete: "✓ 要點都寫到了",
  incomplete: (/** @type {{ all: string | number, ticked: string | number }} */ { all, ticked }) => `✗ 寫到 ${all} 個要點中的 ${ticked} 個`,
  lacking: "→ 還缺這一點",
};
