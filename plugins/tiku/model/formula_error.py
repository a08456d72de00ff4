"""Why a formula has no value."""

from tiku.locales.catalogue import Saying


class FormulaError(ValueError):
    """The text is no formula of this language, or has no finite value."""

    def __init__(self, reason: str, **details: object) -> None:
        """`reason`: a text below `formulas` in the catalogue, filled with the details."""
        super().__init__(reason)
        self.saying = Saying(f"formulas.{reason}", details)
