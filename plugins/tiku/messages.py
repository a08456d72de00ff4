"""What is said of each problem, in both languages: the catalogue a new rule adds one entry to.

`{name}` is filled from the problem's details. A hint says what would be right.
"""

from dataclasses import dataclass

NEAR = {"zh": "是不是要寫「{near}」？", "en": "Did you mean “{near}”?"}


@dataclass(frozen=True, slots=True)
class Message:
    """One code's severity, sentence and hint."""

    severity: str
    zh: str
    zh_hint: str
    en: str
    en_hint: str

    def text(self, language: str) -> str:
        return self.zh if language == "zh" else self.en

    def hint(self, language: str) -> str:
        return self.zh_hint if language == "zh" else self.en_hint


def _error(zh: str, zh_hint: str, en: str, en_hint: str) -> Message:
    return Message("error", zh, zh_hint, en, en_hint)


def _warning(zh: str, zh_hint: str, en: str, en_hint: str) -> Message:
    return Message("warning", zh, zh_hint, en, en_hint)


def _advice(zh: str, zh_hint: str, en: str, en_hint: str) -> Message:
    return Message("advice", zh, zh_hint, en, en_hint)


FILES = {
    "empty-file": _error(
        "檔案是空的",
        "題庫檔至少要有 topic、title 與 questions",
        "the file is empty",
        "a bank has at least topic, title and questions",
    ),
    "file-too-large": _error(
        "檔案超過 {limit}",
        "把題目按主題分成幾個檔",
        "the file is larger than {limit}",
        "split it by topic",
    ),
    "not-utf8": _error(
        "這個位元組不是 UTF-8",
        "在編輯器裡另存為 UTF-8",
        "this byte is not UTF-8",
        "save the file as UTF-8",
    ),
    "unreadable-file": _error(
        "檔案讀不出來：{why}",
        "檢查路徑與權限",
        "the file cannot be read: {why}",
        "check its path and permissions",
    ),
    "bad-character": _error(
        "這裡有不能出現在 YAML 裡的控制字元",
        "刪掉它，重新輸入這一行",
        "a control character that YAML does not allow",
        "delete it and type the line again",
    ),
    "yaml-syntax": _error(
        "YAML 讀不下去：{problem}",
        "檢查這一行與上一行的縮排、冒號與括號",
        "YAML cannot go on: {problem}",
        "look at indentation, colons and brackets of this line and the one before",
    ),
    "wide-colon": _error(
        "鍵後面用了全形冒號「：」",
        "改成半形冒號加一個空格，例如 stem: 題幹",
        "a full-width colon after a key",
        "write a colon and a space, as in stem: text",
    ),
    "no-space-after-colon": _error(
        "冒號後面少了一個空格",
        "寫成 stem: 題幹",
        "no space after the colon",
        "write stem: text",
    ),
    "unquoted-colon": _error(
        "值裡面又有「: 」，YAML 會當成另一個鍵",
        '整個值加引號，例如 stem: "時間: 下午"，或改用全形冒號「：」',
        "a second “: ” inside a value",
        'quote the whole value: stem: "time: noon"',
    ),
    "unclosed-quote": _error(
        "引號沒有成對",
        "在值的結尾補上同樣的引號；值裡面要用引號時，外面換另一種",
        "this quote is never closed",
        "close it at the end of the value, or use the other kind of quote outside",
    ),
    "needs-quotes": _error(
        "值不能以「{character}」開頭",
        "整個值加上引號",
        "a value cannot begin with “{character}”",
        "quote the whole value",
    ),
    "tab": _error(
        "縮排用了定位字元（tab）",
        "改用空格，每層兩格",
        "a tab in the indentation",
        "indent with two spaces a level",
    ),
    "yaml-alias": _error(
        "題庫不用 YAML 的別名（*）",
        "把內容直接寫出來",
        "aliases (*) are not used in banks",
        "write the value itself",
    ),
    "yaml-tag": _error(
        "題庫不用 YAML 的標籤（!）",
        "刪掉「!」開頭的字，或把值加上引號",
        "tags (!) are not used in banks",
        "delete the word that begins with “!”, or quote the value",
    ),
    "several-documents": _error(
        "一個檔只能有一份文件",
        "刪掉這一行的 ---，或分成兩個檔",
        "a file holds one document",
        "delete this ---, or make two files",
    ),
    "complex-key": _error(
        "鍵只能是文字",
        "寫成 鍵: 值；若這是值，整個加引號",
        "a key can only be text",
        "write key: value; if this is a value, quote it",
    ),
    "too-deep": _error(
        "巢狀超過 {limit} 層",
        "題庫最多三、四層；檢查縮排與括號",
        "nested more than {limit} levels",
        "a bank needs three or four; look at indentation and brackets",
    ),
    "duplicate-key": _error(
        "鍵「{key}」寫了兩次（第一次在第 {first} 行）",
        "留下一個；若是另一道題，前面要有「- 」",
        "the key “{key}” stands twice (first on line {first})",
        "keep one; if this is another question, begin it with “- ”",
    ),
}

VALUES = {
    "unknown-key": _error(
        "沒有「{key}」這個欄位",
        "可用的欄位：{known}",
        "there is no field “{key}”",
        "fields: {known}",
    ),
    "not-text": _error(
        "「{key}」要寫文字",
        "寫在冒號後面；有多行時用 |",
        "“{key}” takes text",
        "write it after the colon; use | for several lines",
    ),
    "not-list": _error(
        "「{key}」要寫一份清單",
        "寫成 [甲, 乙]，或每行一項、前面加「- 」",
        "“{key}” takes a list",
        "write [a, b], or one item a line after “- ”",
    ),
    "not-record": _error(
        "「{key}」要寫成一組「鍵: 值」",
        "每行一個鍵，半形冒號後空一格",
        "“{key}” takes a record of key: value",
        "one key a line, a colon and a space",
    ),
    "not-date": _error(
        "「{key}」要寫日期，這裡是「{text}」",
        "寫成 2026-11-23",
        "“{key}” takes a date, not “{text}”",
        "write 2026-11-23",
    ),
    "not-number": _error(
        "「{key}」要寫數字，這裡是「{text}」",
        "只寫數字，單位寫在 unit",
        "“{key}” takes a number, not “{text}”",
        "write the number alone; its unit goes into unit",
    ),
    "not-boolean": _error(
        "「{key}」要寫 true 或 false，這裡是「{text}」",
        "正確寫 true，錯誤寫 false",
        "“{key}” takes true or false, not “{text}”",
        "write true or false",
    ),
    "not-one-of": _error(
        "「{key}」沒有「{text}」這個值",
        "可用的值：{known}",
        "“{key}” cannot be “{text}”",
        "values: {known}",
    ),
    "bad-id": _error(
        "「{text}」不能當 id",
        "只用小寫英文字母、數字與連字號，例如 complaint-rate",
        "“{text}” is no id",
        "use lower-case letters, digits and hyphens, as in complaint-rate",
    ),
    "bad-reference": _error(
        "「{text}」不是頁面連結",
        "寫 docs/ 底下的路徑與標題 id，例如 policies/handling.md#intake",
        "“{text}” is no reference to a page",
        "write a path below docs/ and a heading id: policies/handling.md#intake",
    ),
    "bad-address": _error(
        "「{text}」不是網址",
        "寫 https:// 開頭的完整網址",
        "“{text}” is no address",
        "write a whole address that begins with https://",
    ),
    "unknown-kind": _error(
        "沒有「{text}」這種題型",
        "可用的題型：{known}",
        "there is no kind “{text}”",
        "kinds: {known}",
    ),
}

IDENTITY = {
    "no-id": _error(
        "少了 id",
        "加上一個不再更改的 id，例如 id: complaint-rate",
        "no id",
        "give it an id that never changes: id: complaint-rate",
    ),
    "duplicate-id": _error(
        "id「{id}」已經用在 {first}",
        "換一個 id；用過的 id 連退役後也不能再用",
        "the id “{id}” is already used at {first}",
        "choose another; an id is never used again, even after retiring",
    ),
    "no-topic": _error(
        "題庫檔少了 topic",
        "在檔首加上 topic: 主題 id",
        "the bank has no topic",
        "begin the file with topic: topic-id",
    ),
    "duplicate-topic": _error(
        "主題「{topic}」已經是 {first} 的",
        "一個主題一個檔；換一個 topic 或併成一個檔",
        "the topic “{topic}” already belongs to {first}",
        "one file a topic: rename it or merge the files",
    ),
    "no-title": _error(
        "少了 {key}",
        "加上 {key}: 給讀者看的名稱",
        "no {key}",
        "add {key}: what readers call it",
    ),
}

KEYS = {
    "no-stem": _error(
        "題幹是空的",
        "在 stem: 後面寫題幹",
        "the stem is empty",
        "write the stem after stem:",
    ),
    "no-answer": _error(
        "沒有答案",
        "在 answer: 後面寫答案",
        "no answer",
        "write the answer after answer:",
    ),
    "no-choices": _error(
        "沒有選項",
        "在 choices: 下面每行寫一個「id: 選項」",
        "no choices",
        "below choices:, one “id: text” a line",
    ),
    "one-choice": _error(
        "只有一個選項",
        "至少再寫一個會有人選的錯誤選項",
        "only one choice",
        "add at least one plausible wrong choice",
    ),
    "empty-choice": _error(
        "選項「{choice}」是空的",
        "寫上文字，或刪掉這一行",
        "the choice “{choice}” is empty",
        "write its text or delete the line",
    ),
    "duplicate-choice": _error(
        "選項「{choice}」與「{first}」的文字相同",
        "全形半形與標點不算差別；改寫其中一個",
        "the choices “{choice}” and “{first}” read the same",
        "width and punctuation make no difference; reword one of them",
    ),
    "unknown-choice": _error(
        "答案「{answer}」不是任何選項的 id",
        "選項有：{known}",
        "the answer “{answer}” is no choice's id",
        "choices: {known}",
    ),
    "repeated-answer": _error(
        "答案「{answer}」寫了兩次",
        "刪掉一個",
        "the answer “{answer}” stands twice",
        "delete one",
    ),
    "several-answers": _error(
        "單選題有 {count} 個答案",
        "留下一個；若都對，改成 kind: multiple",
        "a single-choice question with {count} answers",
        "keep one, or make it kind: multiple",
    ),
    "one-answer": _error(
        "多選題只有一個答案",
        "至少兩個；若只有一個對，改成 kind: single",
        "a multiple-choice question with one answer",
        "give two or more, or make it kind: single",
    ),
    "no-distractor": _error(
        "多選題沒有錯誤選項",
        "至少要有一個選項不是答案",
        "a multiple-choice question without a wrong choice",
        "at least one choice must not be an answer",
    ),
    "why-unknown-choice": _error(
        "why 的「{choice}」不是任何選項的 id",
        "選項有：{known}",
        "“{choice}” in why is no choice's id",
        "choices: {known}",
    ),
    "why-of-the-key": _warning(
        "why 的「{choice}」是正確答案",
        "why 只寫錯誤選項錯在哪裡；為什麼對寫在 explanation",
        "“{choice}” in why is right",
        "why is for wrong choices; say why the key is right in explanation",
    ),
    "bad-formula": _error(
        "算式讀不懂：{why}",
        "只能用數字、+ - * / **、括號與 sqrt round min max abs log exp",
        "the formula cannot be read: {why}",
        "numbers, + - * / **, parentheses, sqrt round min max abs log exp",
    ),
    "formula-differs": _error(
        "算式得到 {result}，答案寫的是 {value}",
        "改正其中一個；四捨五入的誤差寫在 tolerance",
        "the formula gives {result}, the answer says {value}",
        "mend one of them; leave rounding to tolerance",
    ),
    "negative-tolerance": _error(
        "容許誤差不能是負數",
        "寫 0 或正數",
        "a tolerance cannot be negative",
        "write 0 or more",
    ),
    "empty-variant": _error(
        "「{text}」去掉標點與空白後什麼都不剩",
        "寫一個讀者真的會填的詞",
        "nothing is left of “{text}” without punctuation and spaces",
        "write what a reader would type",
    ),
    "no-questions": _error(
        "案例沒有題目",
        "在 questions: 下面至少寫一題",
        "the case has no questions",
        "write at least one below questions:",
    ),
    "no-material": _error(
        "案例沒有材料",
        "在 material: 後面寫發生了什麼事",
        "the case has no material",
        "write what happened after material:",
    ),
    "case-in-case": _error(
        "案例裡不能再放案例",
        "把裡面的題目移到外層的 questions",
        "a case inside a case",
        "move its questions to the outer one",
    ),
    "incomplete": _advice(
        "還可以補上：{missing}",
        "不補也能發布；讀者最需要的是解析與每個錯誤選項的說明",
        "could still have: {missing}",
        "optional; readers need the explanation and the notes on wrong choices most",
    ),
}

REFERENCES = {
    "unknown-source": _error(
        "sources.yml 裡沒有「{id}」",
        "先在 sources.yml 加上這個出處",
        "sources.yml has no “{id}”",
        "add the source to sources.yml first",
    ),
    "unknown-objective": _error(
        "這個題庫沒有學習目標「{id}」",
        "本檔的目標：{known}",
        "this bank has no objective “{id}”",
        "objectives of this file: {known}",
    ),
    "unknown-tag": _error(
        "vocabulary.yml 的 {list} 裡沒有「{id}」",
        "可用的有：{known}",
        "{list} of vocabulary.yml has no “{id}”",
        "known: {known}",
    ),
    "unknown-group": _error(
        "faq.yml 的 groups 裡沒有「{id}」",
        "可用的有：{known}",
        "groups of faq.yml has no “{id}”",
        "known: {known}",
    ),
    "unknown-page": _error(
        "沒有 {page} 這一頁",
        "路徑從 docs/ 底下算起",
        "there is no page {page}",
        "paths begin below docs/",
    ),
    "unknown-clause": _error(
        "{page} 沒有標題 id「{clause}」",
        "這一頁有：{known}",
        "{page} has no heading id “{clause}”",
        "it has: {known}",
    ),
    "unknown-question": _error(
        "沒有 id 是「{id}」的題目",
        "檢查題庫檔裡的 id；案例小題寫成 案例id/小題id",
        "there is no question “{id}”",
        "look up the id in its bank; inside a case it is case-id/question-id",
    ),
    "retired-question": _error(
        "題目「{id}」已經退役",
        "換一題：{instead}",
        "the question “{id}” is retired",
        "use another: {instead}",
    ),
}

FENCES = {
    "unknown-topic": _error(
        "沒有主題「{id}」",
        "可用的主題：{known}",
        "there is no topic “{id}”",
        "topics: {known}",
    ),
    "unclosed-fence": _error(
        "```quiz 沒有結尾",
        "在最後加一行 ```",
        "this ```quiz has no end",
        "close it with a line of ```",
    ),
    "empty-fence": _error(
        "這個 ```quiz 選不到任何題目",
        "放寬條件，或寫 ids",
        "this ```quiz selects no question",
        "ask for less, or name ids",
    ),
    "too-few": _warning(
        "要 {count} 題，符合的只有 {found} 題",
        "改小 count，或放寬條件",
        "{count} questions asked for, {found} found",
        "lower count, or ask for less",
    ),
    "twice-on-page": _error(
        "題目「{id}」在這一頁出現兩次",
        "前一次在第 {first} 行；改用別的條件或 seed",
        "the question “{id}” stands twice on this page",
        "first on line {first}; choose others, or another seed",
    ),
    "id-is-clause": _error(
        "題目 id「{id}」與這一頁第 {first} 行的標題 id 相同",
        "改標題的 id",
        "the question id “{id}” is also a heading id on line {first}",
        "rename the heading's id",
    ),
}

MESSAGES: dict[str, Message] = FILES | VALUES | IDENTITY | KEYS | REFERENCES | FENCES
