// Made from locales/zh-Hant.toml: change the words there, then python3 dev.py docs.

export const words = {
  copy: "複製成文字",
  copied: "已複製",
  uncopied: "已選好：按 Ctrl+C（⌘C）",
  print: "只印這一張",
};
