"""Joiners: nobody sees them, and some hold a sign or a word together.

A family 👨‍👩‍👧 is three people without its joiners; می‌خواهم is another word.
"""

_JOINED = (
    "\u0600-\u08ff\u0900-\u109f\u1780-\u18af\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff"
    "\ufe00-\ufe0f\U0001f000-\U0001faff"
)
"""Scripts whose letters join, and pictures."""
LOOSE_JOINER = f"(?<![{_JOINED}])[\u200c\u200d]|[\u200c\u200d](?![{_JOINED}])"
"""A pattern: one that stands between nothing that joins."""
