// Made from locales/zh-Hant.toml: change the words there, then python3 dev.py docs.

export const words = {
  back: "上一步",
  again: "從頭開始",
  copy: "複製成案件紀錄",
  copied: "已複製",
  uncopied: "已選好：按 Ctrl+C（⌘C）",
  until: (/** @type {{ day: string | number }} */ { day }) => `最晚 ${day}`,
  beyond: "日曆還沒有到這一天",
  trail: "走過的路",
};
