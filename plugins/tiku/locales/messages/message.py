"""What a message is: severity, sentence and hint, in both languages."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Message:
    """`{name}` is filled from the problem's details; a hint says what would be right."""

    severity: str
    zh: str
    zh_hint: str
    en: str
    en_hint: str

    def text(self, language: str) -> str:
        """What is wrong."""
        return self.zh if language == "zh" else self.en

    def hint(self, language: str) -> str:
        """What would be right."""
        return self.zh_hint if language == "zh" else self.en_hint


def error(zh: str, zh_hint: str, en: str, en_hint: str) -> Message:
    """Nothing is published."""
    return Message("error", zh, zh_hint, en, en_hint)


def warning(zh: str, zh_hint: str, en: str, en_hint: str) -> Message:
    """Counted under `--strict`."""
    return Message("warning", zh, zh_hint, en, en_hint)


def advice(zh: str, zh_hint: str, en: str, en_hint: str) -> Message:
    """Never fails."""
    return Message("advice", zh, zh_hint, en, en_hint)
