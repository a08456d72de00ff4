"""A question cannot be answered, or its key is wrong; and what it could still have."""

from tiku.locales.messages.message import advice, error, warning

MESSAGES = {
    "no-stem": error(
        "題幹是空的",
        "在 stem: 後面寫題幹",
        "the stem is empty",
        "write the stem after stem:",
    ),
    "no-answer": error(
        "沒有答案",
        "在 answer: 後面寫答案",
        "no answer",
        "write the answer after answer:",
    ),
    "no-choices": error(
        "沒有選項",
        "在 choices: 下面每行寫一個「id: 選項」",
        "no choices",
        "below choices:, one “id: text” a line",
    ),
    "one-choice": error(
        "只有一個選項",
        "至少再寫一個會有人選的錯誤選項",
        "only one choice",
        "add at least one plausible wrong choice",
    ),
    "empty-choice": error(
        "選項「{choice}」是空的",
        "寫上文字，或刪掉這一行",
        "the choice “{choice}” is empty",
        "write its text or delete the line",
    ),
    "duplicate-choice": error(
        "選項「{choice}」與「{first}」的文字相同",
        "全形半形與空白不算差別；改寫其中一個",
        "the choices “{choice}” and “{first}” read the same",
        "width and blanks make no difference; reword one of them",
    ),
    "alike-choice": warning(
        "選項「{choice}」與「{first}」只差標點、大小寫或字形",
        "改寫其中一個；真的要考這個差別，就在 ignore: 寫明為什麼",
        "the choices “{choice}” and “{first}” differ only in punctuation, case or script",
        "reword one of them; if this is what is asked, say why below ignore:",
    ),
    "unknown-choice": error(
        "答案「{answer}」不是任何選項的 id",
        "寫選項的 id：{known}；有好幾個時寫成 [甲, 乙]，用半形逗號",
        "the answer “{answer}” is no choice's id",
        "write ids of choices: {known}; several as [one, other]",
    ),
    "repeated-answer": error(
        "答案「{answer}」寫了兩次",
        "刪掉一個",
        "the answer “{answer}” stands twice",
        "delete one",
    ),
    "several-answers": error(
        "單選題有 {count} 個答案",
        "留下一個；若都對，改成 kind: multiple",
        "a single-choice question with {count} answers",
        "keep one, or make it kind: multiple",
    ),
    "one-answer": error(
        "多選題只有一個答案",
        "至少兩個；若只有一個對，改成 kind: single",
        "a multiple-choice question with one answer",
        "give two or more, or make it kind: single",
    ),
    "no-distractor": error(
        "多選題沒有錯誤選項",
        "至少要有一個選項不是答案；要排先後的話，加上 kind: ordering",
        "a multiple-choice question without a wrong choice",
        "at least one choice must not be an answer; for an order, make it kind: ordering",
    ),
    "why-unknown-choice": error(
        "why 的「{choice}」不是任何選項的 id",
        "選項有：{known}",
        "“{choice}” in why is no choice's id",
        "choices: {known}",
    ),
    "why-of-the-key": warning(
        "why 的「{choice}」是正確答案",
        "why 只寫錯誤選項錯在哪裡；為什麼對寫在 explanation",
        "“{choice}” in why is right",
        "why is for wrong choices; say why the key is right in explanation",
    ),
    "bad-formula": error(
        "算式讀不懂：{why}",
        "只能用數字、+ - * / **（乘寫 *，除寫 /）、括號與 sqrt round min max abs log exp",
        "the formula cannot be read: {why}",
        "numbers, + - * / **, parentheses, sqrt round min max abs log exp",
    ),
    "formula-differs": error(
        "算式得到 {result}，答案寫的是 {value}",
        "改正其中一個；四捨五入的誤差寫在 tolerance",
        "the formula gives {result}, the answer says {value}",
        "mend one of them; leave rounding to tolerance",
    ),
    "negative-tolerance": error(
        "容許誤差不能是負數",
        "寫 0 或正數",
        "a tolerance cannot be negative",
        "write 0 or more",
    ),
    "empty-variant": error(
        "「{text}」去掉標點與空白後什麼都不剩",
        "寫一個讀者真的會填的詞",
        "nothing is left of “{text}” without punctuation and spaces",
        "write what a reader would type",
    ),
    "joined-variants": warning(
        "「{text}」是一個寫法，裡面有逗號",
        "若是好幾個寫法，用半形逗號隔開：[升級, escalated]",
        "“{text}” is one variant, with a comma in it",
        "if it is several, put an ordinary comma between them: [one, other]",
    ),
    "no-questions": error(
        "案例沒有題目",
        "在 questions: 下面至少寫一題",
        "the case has no questions",
        "write at least one below questions:",
    ),
    "no-material": error(
        "案例沒有材料",
        "在 material: 後面寫發生了什麼事",
        "the case has no material",
        "write what happened after material:",
    ),
    "case-in-case": error(
        "案例裡不能再放案例",
        "把裡面的題目移到外層的 questions",
        "a case inside a case",
        "move its questions to the outer one",
    ),
    "incomplete": advice(
        "還可以補上：{missing}",
        "不補也能發布；讀者最需要的是解析與每個錯誤選項的說明",
        "could still have: {missing}",
        "optional; readers need the explanation and the notes on wrong choices most",
    ),
}
