// Made from locales/zh-Hant.toml: change the words there, then python3 dev.py docs.

export const words = {
  gap: "　",
  check: "檢查",
  again: "再答一次",
  right: "✓ 答對了",
  wrong: "✗ 答錯了",
  unanswered: "未作答",
  nothing: "先選一個答案再檢查。",
  unreadable: "這裡要寫數字，例如 8 或 0.5。",
  rekeyed: "更正：這題的答案改過，請再答一次。",
  yours: "✗ 你選的",
  yoursAndRight: "✓ 你選的，正確",
  missed: "→ 正確答案",
  progress: (/** @type {{ all: string | number, done: string | number, right: string | number }} */ { all, done, right }) => `共 ${all} 題，已做 ${done} 題，答對 ${right} 題`,
  shuffle: "打亂選項",
  reset: "重設本頁紀錄",
  list: "、",
  unreachable: "作答用的程式讀不進來。請檢查網路，再重新整理。",
};
