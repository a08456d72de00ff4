// What the page 出題 says.

export const writingWords = {
  key: "答案",
  answer: "答案與解析",
  verdicts: { true: "正確", false: "錯誤" },
  intro: "這一頁不讀也不存任何東西，離開就沒有了。題目當純文字看待：預覽裡不會有粗體或連結。",
  labels: {
    kind: "題型",
    id: "id（小寫英文字母、數字與連字號）",
    stem: "題幹",
    lines: "選項，每行一個，正確的前面加星號（*）",
    variants: "接受的寫法，每行一個，第一個當標準答案",
    answer: "答案",
    tolerance: "容許誤差",
    unit: "單位",
    explanation: "解析",
  },
  preview: "讀者看到的樣子",
  problems: "檢查",
  good: "沒有發現錯誤。id 有沒有別人用過、出處與連結對不對，要等 tiku check。",
  yaml: "YAML，貼到題庫檔的 questions 下面",
  copy: "複製",
  copied: "已複製。",
  uncopied: "瀏覽器不讓複製，請自己選取。",
  add: "在 GitHub 開一個新檔",
};
