"""A question ignores what it cannot, or needlessly."""

from tiku.locales.messages.message import error, warning

MESSAGES = {
    "unknown-code": error(
        "沒有「{code}」這個檢查代碼",
        "代碼寫在訊息後面的方括號裡",
        "there is no code “{code}”",
        "it stands in brackets behind the message",
    ),
    "ignored-error": error(
        "「{code}」是錯誤，不能略過",
        "改正它",
        "“{code}” is an error and cannot be ignored",
        "mend it",
    ),
    "ignore-without-why": error(
        "略過「{code}」要說明為什麼",
        "寫在代碼後面，例如 {code}: 法規名稱不能縮短",
        "no reason for ignoring “{code}”",
        "write it behind the code: {code}: a statute's name cannot be shorter",
    ),
    "idle-ignore": warning(
        "ignore 的「{code}」已經沒有東西可略過",
        "刪掉這一行",
        "nothing is left to ignore for “{code}”",
        "delete the line",
    ),
}
