"""What choices give away, or cannot mean once shuffled."""

from tiku.locales.messages.message import advice, error

MESSAGES = {
    "above-choice": error(
        "選項「{text}」說的是別的選項，但選項的順序會打亂",
        "把它的意思直接寫出來；若真的都對，改成 kind: multiple",
        "the choice “{text}” speaks of others, but choices are shuffled",
        "write out what it means, or make it kind: multiple",
    ),
    "choice-names-letter": error(
        "選項寫了「{text}」，但選項的順序會打亂",
        "改寫選項的內容",
        "a choice says “{text}”, but choices are shuffled",
        "name the content instead",
    ),
    "long-key": advice(
        "答案有 {length} 字，最長的錯誤選項只有 {next} 字",
        "縮短答案，或把錯誤選項寫得一樣具體",
        "the key has {length} characters, the longest wrong choice {next}",
        "shorten the key or make the others as specific",
    ),
    "absolute-distractors": advice(
        "只有錯誤選項用了「{found}」",
        "絕對的話不用想就知道錯；換成有人會信的說法",
        "only wrong choices say “{found}”",
        "absolutes are seen through; write what somebody would believe",
    ),
    "hedged-key": advice(
        "只有答案用了「{found}」",
        "把保留的話拿掉，或讓錯誤選項也這樣寫",
        "only the key says “{found}”",
        "drop the hedge, or hedge the others too",
    ),
    "echoed-stem": advice(
        "只有答案重複了題幹的「{found}」",
        "換個說法，或讓錯誤選項也用這個詞",
        "only the key repeats “{found}” of the stem",
        "reword it, or use it in the others too",
    ),
    "overlapping-choices": advice(
        "選項「{one}」與「{other}」互相重疊",
        "讓每個選項互相排斥；數字區間不要共用端點",
        "the choices “{one}” and “{other}” overlap",
        "make them exclude each other; ranges share no end",
    ),
    "unsorted-numbers": advice(
        "數字選項沒有照大小排",
        "由小到大排；--fix 會代勞",
        "numeric choices are out of order",
        "sort them; --fix does",
    ),
    "uneven-choices": advice(
        "選項的寫法不一致（句末標點或數字）",
        "全部有句號或全部沒有；數字都用阿拉伯數字",
        "choices are written differently (final stop, numerals)",
        "all with a stop or none; numerals of one kind",
    ),
    "choice-count": advice(
        "單選題有 {count} 個選項",
        "三到五個；刪掉沒有人會選的",
        "a single-choice question with {count} choices",
        "three to five; drop what nobody would pick",
    ),
}
