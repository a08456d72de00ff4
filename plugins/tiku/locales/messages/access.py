"""Not everybody can read it, or somebody is exposed by it."""

from tiku.locales.messages.message import advice, error

MESSAGES = {
    "image-without-alt": error(
        "圖片沒有替代文字",
        "在方括號裡寫圖上有什麼：![受理流程](flow.png)",
        "an image without a text alternative",
        "say what it shows in the brackets",
    ),
    "table-without-header": error(
        "表格沒有標題列",
        "第一列寫每一欄是什麼",
        "a table without headers",
        "name every column in the first row",
    ),
    "colour-only": advice(
        "「{found}」只靠顏色分辨",
        "再加文字、符號或位置",
        "“{found}” is told by colour alone",
        "add words, a sign or a place",
    ),
    "personal-data": error(
        "像是真實的個人資料：{found}",
        "改成虛構的代稱；公開的題庫不放證件號、手機與私人信箱",
        "looks like personal data: {found}",
        "use an invented name; no ids, mobile numbers or mailboxes",
    ),
}
