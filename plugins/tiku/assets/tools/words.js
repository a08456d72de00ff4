// Made from locales/zh-Hant.toml: change the words there, then python3 dev.py docs.

export const words = {
  list: "、",
  unreadable: "這裡填的讀不懂，或不在可以填的範圍裡。",
  nothing: "這些數字算不出來。",
  said: (/** @type {{ results: string | number }} */ { results }) => `結果：${results}`,
};
