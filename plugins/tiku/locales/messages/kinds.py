"""A matching, ordering or open question cannot be answered, or its key is not whole."""

from tiku.locales.messages.message import error, warning

MESSAGES = {
    "no-prompts": error(
        "配對題沒有題項",
        "在 prompts: 下面每行寫一個「id: 文字」",
        "a matching question without prompts",
        "below prompts:, one “id: text” a line",
    ),
    "one-prompt": error(
        "配對題只有一個題項",
        "至少再寫一個；若真的只有一個，改成 kind: single",
        "a matching question with one prompt",
        "add another, or make it kind: single",
    ),
    "empty-prompt": error(
        "題項「{prompt}」是空的",
        "寫上文字，或刪掉這一行",
        "the prompt “{prompt}” is empty",
        "write its text or delete the line",
    ),
    "duplicate-prompt": error(
        "題項「{prompt}」與「{first}」的文字相同",
        "全形半形與空白不算差別；改寫其中一個",
        "the prompts “{prompt}” and “{first}” read the same",
        "width and blanks make no difference; reword one of them",
    ),
    "alike-prompt": warning(
        "題項「{prompt}」與「{first}」只差標點、大小寫或字形",
        "改寫其中一個；真的要考這個差別，就在 ignore: 寫明為什麼",
        "the prompts “{prompt}” and “{first}” differ only in punctuation, case or script",
        "reword one of them; if this is what is asked, say why below ignore:",
    ),
    "unknown-prompt": error(
        "answer 的「{prompt}」不是任何題項的 id",
        "題項有：{known}",
        "“{prompt}” in answer is no prompt's id",
        "prompts: {known}",
    ),
    "unmatched-prompt": error(
        "題項「{prompt}」沒有配上選項",
        "在 answer: 下面加一行「{prompt}: 選項 id」",
        "no choice is given for the prompt “{prompt}”",
        "below answer:, add “{prompt}: id of a choice”",
    ),
    "why-unknown-prompt": error(
        "why 的「{prompt}」不是任何題項的 id",
        "題項有：{known}",
        "“{prompt}” in why is no prompt's id",
        "prompts: {known}",
    ),
    "choice-without-place": error(
        "選項「{choice}」不在答案的順序裡",
        "answer 要把每個選項的 id 各寫一次，照正確的順序",
        "the choice “{choice}” has no place in the answer",
        "answer names every choice once, in the right order",
    ),
    "no-checklist": error(
        "簡答題沒有自評的要點",
        "在 checklist: 下面每行寫一個「id: 好的回答會寫到什麼」",
        "an open question without a checklist",
        "below checklist:, one “id: what a good answer contains” a line",
    ),
    "empty-point": error(
        "要點「{point}」是空的",
        "寫上文字，或刪掉這一行",
        "the point “{point}” is empty",
        "write its text or delete the line",
    ),
    "duplicate-point": error(
        "要點「{point}」與「{first}」的文字相同",
        "全形半形與空白不算差別；改寫其中一個",
        "the points “{point}” and “{first}” read the same",
        "width and blanks make no difference; reword one of them",
    ),
    "alike-point": warning(
        "要點「{point}」與「{first}」只差標點、大小寫或字形",
        "改寫其中一個；真的要考這個差別，就在 ignore: 寫明為什麼",
        "the points “{point}” and “{first}” differ only in punctuation, case or script",
        "reword one of them; if this is what is asked, say why below ignore:",
    ),
}
