// Made from locales/zh-Hant.toml: change the words there, then python3 dev.py docs.

export const words = {
  best: "最符合",
  all: "全部",
  topic: "主題",
  difficulty: "難度",
  filters: "篩選結果",
  found: (/** @type {{ number: string | number }} */ { number }) => `找到 ${number} 筆`,
  nothing: (/** @type {{ typed: string | number }} */ { typed }) => `找不到「${typed}」`,
  nearest: "也許你要找的是這些術語",
  instead: "換個說法再試，或看：",
  faq: "常見問答",
  everything: "全部索引",
  more: (/** @type {{ number: string | number }} */ { number }) => `還有 ${number} 筆`,
  recent: "最近搜尋",
  clear: "清除紀錄",
  hint: "輸入詞語、整句問題、英文縮寫或拼音都可以。",
  failed: "搜尋資料讀不到，請檢查網路後再試。",
  failedLink: "也可以看全部索引",
  kinds: {
    clause: "條款與步驟",
    faq: "常見問答",
    page: "頁面",
    term: "術語",
    question: "題目",
    source: "出處",
  },
  difficulties: {
    easy: "易",
    medium: "中",
    hard: "難",
  },
};
