"""What the browser receives: our files without comments, line for line."""

import pytest

from tiku.publishing import assets, without_comments


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("a;\n// why\nb;\n", "a;\n\nb;\n"),
        ("/**\n * @param {string} a\n */\nf(a);\n", "\n\n\nf(a);\n"),
        ("  /* one line */\n.x {}\n", "\n.x {}\n"),
        ('const u = "https://example.org";\n', 'const u = "https://example.org";\n'),
        ("a(); // stays\n", "a(); // stays\n"),
    ],
)
def test_comments_go_and_lines_stay(text: str, published: str):
    assert without_comments(text) == published


def test_every_file_keeps_its_lines():
    for path, text in assets():
        assert not text.lstrip().startswith(("//", "/*")), path
