"""A whole bank gives something away, or leaves something out."""

from tiku.locales.messages.message import advice

MESSAGES = {
    "longest-keys": advice(
        "單選題有 {found}／{of} 題的答案最長，多得不像巧合",
        "縮短答案，或把錯誤選項寫得一樣具體",
        "the key is the longest in {found} of {of}, more than chance",
        "shorten keys or lengthen the others",
    ),
    "key-places": advice(
        "答案排在第 {place} 個的有 {found}／{of} 題，多得不像巧合",
        "換一換選項的順序；紙本與沒有指令碼的頁面照檔案的順序",
        "the key stands in place {place} in {found} of {of}, more than chance",
        "reorder choices; on paper they stand as written",
    ),
    "verdict-ratio": advice(
        "判斷題有 {right} 題對、{wrong} 題錯，太偏一邊",
        "兩種大約各半",
        "{right} statements are right and {wrong} wrong",
        "make it about half and half",
    ),
    "objective-without-questions": advice(
        "學習目標「{id}」沒有題目",
        "出一題，或刪掉目標",
        "no question asks for the objective “{id}”",
        "write one, or drop the objective",
    ),
}
