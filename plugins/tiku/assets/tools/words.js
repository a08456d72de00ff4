// Made from locales/zh-Hant.toml: change the words there, then python3 dev.py docs.

export const words = {
  list: "、",
  nothing: "這些數字算不出來。",
  said: (/** @type {{ results: string | number }} */ { results }) => `結果：${results}`,
};
