"""How a stem asks."""

from tiku.locales.messages.message import advice

MESSAGES = {
    "unmarked-negative": advice(
        "題幹問的是否定（{found}），沒有標出來",
        "否定詞加粗，例如 **不**屬於",
        "the stem asks for what is not so ({found}) without marking it",
        "put the negation in bold: **不**屬於",
    ),
    "double-negative": advice(
        "雙重否定，讀者要想兩次",
        "改成肯定的說法；否定的題幹不配否定的選項",
        "negated twice, to be read twice",
        "say it positively; no negative choices under a negative stem",
    ),
    "topicless-stem": advice(
        "題幹沒有主題，要看完選項才知道問什麼",
        "寫出關於什麼，例如：關於近因效應，下列敘述正確的是（　）。",
        "the stem has no topic before one reads the choices",
        "say what it is about",
    ),
    "long-stem": advice(
        "題幹有 {length} 字，超過 {limit} 字",
        "刪掉與作答無關的話；需要情境就寫成 kind: case",
        "the stem has {length} characters, more than {limit}",
        "drop what is not needed to answer, or make it a case",
    ),
    "several-blanks": advice(
        "題幹有 {count} 個空格",
        "一題考一件事；拆成幾題，或留一個空格",
        "the stem has {count} blanks",
        "one thing a question: split it, or keep one blank",
    ),
    "statement-asks": advice(
        "判斷題寫成了問句",
        "寫成一句可以判斷對錯的話",
        "a true-false item that is a question",
        "write a statement",
    ),
}
