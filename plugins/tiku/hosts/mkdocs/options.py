"""What mkdocs.yml may say below `tiku:`."""

from mkdocs.config import config_options as options
from mkdocs.config.base import Config, ConfigErrors, ConfigWarnings, ValidationError

from tiku.formats.writers import WRITERS
from tiku.hosts.mkdocs.option_places import place_of
from tiku.loading.layout import OPTIONS
from tiku.locales.catalogue import AUTHORITY
from tiku.locales.language import reader_words
from tiku.model import Options
from tiku.model.fields import fields_of
from tiku.text.suggestions import closest


class TikuConfig(Config):  # type: ignore[no-untyped-call]
    """Options with their types and what they are when left out."""

    questions = options.Type(str, default="questions")
    """The folder of banks, from where mkdocs.yml stands."""
    language = options.Type(str, default="")
    """Of what we say: zh-Hant, zh-Hans, en …; without it, the language of the theme."""
    words = options.Type(dict, default={})
    """Texts of the catalogue that this site says otherwise, by table and name."""
    editions = options.ListOfItems(options.Choice(["zh-hans"]), default=[])
    """What the site is published in besides: zh-hans, made from Traditional Chinese."""
    exports = options.ListOfItems(options.Choice(list(WRITERS)), default=[])
    """The formats in which the questions of a bank and of an exam can be taken along."""
    cache = options.Type(bool, default=True)
    """Whether builds remember what they worked out of files that are still the same."""

    def validate(self) -> tuple[ConfigErrors, ConfigWarnings]:
        """A wrong option stops the build, and so does one that nobody knows."""
        failed, warned = super().validate()
        known = [name for name, _ in self._schema]
        unknown = [(name, _unknown(name, known)) for name in self.data if name not in known]
        told: ConfigErrors = [
            (name, ValidationError(self._placed(name, error))) for name, error in failed
        ]
        told += [(name, ValidationError(self._placed(name, error))) for name, error in unknown]
        return told, [] if unknown else warned

    def not_in(self, language: str) -> str | None:
        """What is wrong with its editions on a site that speaks this language."""
        if not self.editions or language == AUTHORITY:
            return None
        return self._placed("editions", reader_words()("options.no-edition", language=language))

    def _placed(self, name: str, error: object) -> str:
        place = place_of(self.config_file_path, name)
        return f"{place} {error}" if place else str(error)


def _unknown(name: str, known: list[str]) -> str:
    if name in {field.name for field in fields_of(Options)}:
        return reader_words()("options.elsewhere", name=name, file=OPTIONS)
    return reader_words()(
        "options.unknown", name=name, near=closest(name, known) or ", ".join(known)
    )
