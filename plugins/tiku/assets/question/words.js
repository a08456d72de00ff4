// Made from locales/zh-Hant.toml: change the words there, then python3 dev.py docs.

export const words = {
  resetQuestion: "要清掉這一組題目的作答紀錄嗎？清掉之後，這些題目會回到沒做過的樣子。",
  checkAll: "全部對答案",
  left: (/** @type {{ number: string | number }} */ { number }) => `還有 ${number} 題沒有作答`,
};
