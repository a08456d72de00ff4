"""What scraping, converting and typing leave behind."""

from tiku.locales.messages.message import advice, warning

MESSAGES = {
    "invisible-character": warning(
        "「{found}」裡有看不見或不該有的字元",
        "刪掉；--fix 會代勞",
        "an invisible or odd character in “{found}”",
        "delete it; --fix does",
    ),
    "html-entity": warning(
        "「{found}」裡有 HTML 代碼",
        "直接寫那個字；--fix 會代勞",
        "an HTML entity in “{found}”",
        "write the character; --fix does",
    ),
    "half-width": warning(
        "「{found}」用了半形標點",
        "中文裡用全形；--fix 會代勞",
        "half-width punctuation in “{found}”",
        "use full width in Chinese; --fix does",
    ),
    "space-inside": advice(
        "「{found}」中間有多餘的空格",
        "刪掉；--fix 會代勞",
        "a needless space in “{found}”",
        "delete it; --fix does",
    ),
    "mixed-script": warning(
        "繁簡混用：{found}",
        "一個題庫檔用一種字體；換成對應的字",
        "traditional and simplified mixed: {found}",
        "one script a bank; replace these",
    ),
    "conversion-trap": warning(
        "「{found}」像是簡轉繁留下的字，可能是「{meant}」",
        "照上下文改字",
        "“{found}” looks half converted, perhaps “{meant}”",
        "choose the character the context needs",
    ),
    "scraping-noise": advice(
        "「{found}」中間的「{noise}」像是抓網頁時混進來的",
        "刪掉那個字",
        "“{noise}” in “{found}” looks scraped in",
        "delete it",
    ),
    "discouraged-term": advice(
        "用了「{found}」",
        "詞彙表的寫法是「{meant}」",
        "“{found}” is used",
        "the glossary says “{meant}”",
    ),
}
