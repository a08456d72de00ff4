"""The catalogue of everything a check can say; a new rule adds one entry to its family's file."""

from collections.abc import Mapping

from tiku.locales.messages import (
    access,
    balance,
    choices,
    clauses,
    draws,
    exams,
    explanations,
    files,
    identity,
    ignoring,
    keys,
    kinds,
    metrics,
    references,
    repeats,
    searching,
    stems,
    validity,
    values,
    wording,
)
from tiku.locales.messages.message import Message

MESSAGES: Mapping[str, Message] = {
    **files.MESSAGES,
    **values.MESSAGES,
    **identity.MESSAGES,
    **keys.MESSAGES,
    **kinds.MESSAGES,
    **references.MESSAGES,
    **draws.MESSAGES,
    **exams.MESSAGES,
    **metrics.MESSAGES,
    **searching.MESSAGES,
    **stems.MESSAGES,
    **choices.MESSAGES,
    **explanations.MESSAGES,
    **wording.MESSAGES,
    **access.MESSAGES,
    **validity.MESSAGES,
    **clauses.MESSAGES,
    **repeats.MESSAGES,
    **balance.MESSAGES,
    **ignoring.MESSAGES,
}
NEAR = {"zh": "是不是要寫「{near}」？", "en": "Did you mean “{near}”?"}
"""Said in place of a hint where a word was nearly right."""
NOTHING_PUBLISHED = {"zh": "題庫有 {errors} 個錯誤，沒有發布", "en": "{errors} errors in the banks"}
"""What a build says last when it stops."""
LAST_GOOD = {
    "zh": "這裡看到的是上一個沒有錯誤的版本",
    "en": "this is the last version without errors",
}
"""What the pages of a preview add to that."""
