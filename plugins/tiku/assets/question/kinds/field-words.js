// Made from locales/zh-Hant.toml: change the words there, then python3 dev.py docs.

export const words = {
  missedIs: (/** @type {{ text: string | number }} */ { text }) => `→ 正確答案：${text}`,
  wrote: (/** @type {{ text: string | number, verdict: string | number }} */ { text, verdict }) => `${verdict}，你寫的是「${text}」。`,
  unwritten: "先寫下答案再檢查。",
};
