// Made from locales/zh-Hant.toml: change the words there, then python3 dev.py docs.

export const words = {
  points: (/** @type {{ got: string | number }} */ { got }) => `${got} 分，滿分 100 分`,
  alone: "這裡沒有接上學習平台：可以作答，但成績與進度不會保存。",
  changed: "題目更新過，上次沒交的作答用不上了，請從頭作答。",
  tooLong: (/** @type {{ number: string | number }} */ { number }) => `寫的字太多，平台放不下：有 ${number} 題離開再回來要重寫。請一次做完再離開。`,
  unkept: "平台現在沒有收下作答；再答一題會再試。還沒收下之前，先不要離開。",
  sent: "成績與作答紀錄已送到學習平台。",
  unsent: "學習平台沒有收下成績。請檢查網路，先不要關掉這一頁。",
  ungraded: (/** @type {{ number: string | number }} */ { number }) => `有 ${number} 題簡答不計分，請對照參考答案。`,
  back: "回到成績",
};
