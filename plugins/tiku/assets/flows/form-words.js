// Made from locales/zh-Hant.toml: change the words there, then python3 dev.py docs.

export const words = {
  copy: "複製成文字",
  copied: "已複製",
  print: "只印這一張",
};
