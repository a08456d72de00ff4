// Made from locales/zh-Hant.toml: change the words there, then python3 dev.py docs.

export const words = {
  any: "全部",
  matching: (/** @type {{ number: string | number }} */ { number }) => `符合 ${number} 題`,
  filters: {
    kind: "題型",
    difficulty: "難度",
    tag: "標籤",
    state: "狀態",
  },
  states: {
    fresh: "沒做過",
    wrong: "答錯的",
    right: "答對的",
  },
  difficulties: {
    easy: "易",
    medium: "中",
    hard: "難",
  },
  kinds: {
    single: "單選題",
    multiple: "多選題",
    "true-false": "判斷題",
    numeric: "計算題",
    text: "填空題",
    matching: "配對題",
    ordering: "排序題",
    open: "簡答題",
  },
};
