// Made from locales/zh-Hant.toml: change the words there, then python3 dev.py docs.

export const words = {
  checkAll: "全部對答案",
  left: (/** @type {{ number: string | number }} */ { number }) => `還有 ${number} 題沒有作答`,
};
