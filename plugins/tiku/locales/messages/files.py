"""A file cannot be read, or YAML goes wrong in it."""

from tiku.locales.messages.message import error, warning

MESSAGES = {
    "empty-file": error(
        "檔案是空的",
        "題庫檔至少要有 topic、title 與 questions",
        "the file is empty",
        "a bank has at least topic, title and questions",
    ),
    "file-too-large": error(
        "檔案超過 {limit}",
        "把題目按主題分成幾個檔",
        "the file is larger than {limit}",
        "split it by topic",
    ),
    "not-utf8": error(
        "這個位元組不是 UTF-8",
        "在編輯器裡另存為 UTF-8",
        "this byte is not UTF-8",
        "save the file as UTF-8",
    ),
    "unreadable-file": error(
        "檔案讀不出來：{why}",
        "檢查路徑與權限",
        "the file cannot be read: {why}",
        "check its path and permissions",
    ),
    "bad-character": error(
        "這裡有不能出現在 YAML 裡的控制字元",
        "刪掉它，重新輸入這一行",
        "a control character that YAML does not allow",
        "delete it and type the line again",
    ),
    "yaml-syntax": error(
        "YAML 讀不下去：{problem}",
        "檢查這一行與上一行的縮排、冒號與括號",
        "YAML cannot go on: {problem}",
        "look at indentation, colons and brackets of this line and the one before",
    ),
    "wide-colon": error(
        "鍵後面用了全形冒號「：」",
        "改成半形冒號加一個空格，例如 stem: 題幹",
        "a full-width colon after a key",
        "write a colon and a space, as in stem: text",
    ),
    "no-space-after-colon": error(
        "冒號後面少了一個空格",
        "寫成 stem: 題幹",
        "no space after the colon",
        "write stem: text",
    ),
    "unquoted-colon": error(
        "值裡面又有「: 」，YAML 會當成另一個鍵",
        '整個值加引號，例如 stem: "時間: 下午"，或改用全形冒號「：」',
        "a second “: ” inside a value",
        'quote the whole value: stem: "time: noon"',
    ),
    "unclosed-quote": error(
        "引號沒有成對",
        "在值的結尾補上同樣的引號；值裡面要用引號時，外面換另一種",
        "this quote is never closed",
        "close it at the end of the value, or use the other kind of quote outside",
    ),
    "needs-quotes": error(
        "值不能以「{character}」開頭",
        "整個值加上引號，例如 unit: '%'",
        "a value cannot begin with “{character}”",
        "quote the whole value, as in unit: '%'",
    ),
    "tab": error(
        "縮排用了定位字元（tab）",
        "改用空格，每層兩格",
        "a tab in the indentation",
        "indent with two spaces a level",
    ),
    "wide-space": error(
        "縮排用了全形空格",
        "改用半形空格，每層兩格",
        "a full-width space in the indentation",
        "indent with two ordinary spaces a level",
    ),
    "wrong-indentation": error(
        "這一行的縮排與上面對不齊",
        "同一層的行從同一欄開始，多一格少一格都不行；往下一層多縮兩格，「- 」與同層的「- 」對齊",
        "this line is not in line with those above",
        "lines of a level begin in the same column; a level deeper, two spaces more",
    ),
    "no-space-after-dash": error(
        "「-」後面少了一個空格",
        "寫成 - id: complaint-rate",
        "no space after the dash",
        "write - id: complaint-rate",
    ),
    "no-colon": error(
        "這一行不是「鍵: 值」",
        "若是新的一項，在鍵後面加半形冒號與空格；若是接著上一行的文字，多縮兩格",
        "this line is no key: value",
        "add a colon and a space after the key; if the text above goes on, indent it two more",
    ),
    "unclosed-bracket": error(
        "括號「{character}」沒有成對",
        "補上另一半，例如 [policy-complaints, iso-10002]；若是文字，整個值加引號",
        "the bracket “{character}” is never closed",
        "close it, as in [one, other]; if it is text, quote the whole value",
    ),
    "text-after-hash": warning(
        "「#」與後面的字會不見，YAML 當成註解",
        "是內容的話，整個值加引號；真的是註解，就寫在另外一行",
        "“#” and what follows is taken for a comment and lost",
        "quote the whole value; put a real comment on a line of its own",
    ),
    "yaml-alias": error(
        "題庫不用 YAML 的別名（*）",
        "把內容直接寫出來",
        "aliases (*) are not used in banks",
        "write the value itself",
    ),
    "yaml-tag": error(
        "題庫不用 YAML 的標籤（!）",
        "刪掉「!」開頭的字，或把值加上引號",
        "tags (!) are not used in banks",
        "delete the word that begins with “!”, or quote the value",
    ),
    "several-documents": error(
        "一個檔只能有一份文件",
        "刪掉這一行的 ---，或分成兩個檔",
        "a file holds one document",
        "delete this ---, or make two files",
    ),
    "complex-key": error(
        "鍵只能是文字",
        "寫成 鍵: 值；若這是值，整個加引號",
        "a key can only be text",
        "write key: value; if this is a value, quote it",
    ),
    "too-deep": error(
        "巢狀超過 {limit} 層",
        "題庫最多三、四層；檢查縮排與括號",
        "nested more than {limit} levels",
        "a bank needs three or four; look at indentation and brackets",
    ),
    "duplicate-key": error(
        "鍵「{key}」寫了兩次（第一次在第 {first} 行）",
        "留下一個；若是另一道題，前面要有「- 」",
        "the key “{key}” stands twice (first on line {first})",
        "keep one; if this is another question, begin it with “- ”",
    ),
}
