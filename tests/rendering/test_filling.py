"""What stands in HTML is text until it is known to be HTML."""

from markupsafe import Markup

from tiku.rendering.filling import each, filled, together


def test_a_text_is_escaped_and_html_stays():
    told = filled('<a href="%s">%s %s</a>', 'x"y', "<i> & '%s'", Markup("<b>c</b>"))
    assert told == '<a href="x&#34;y">&lt;i&gt; &amp; &#39;%s&#39; <b>c</b></a>'
    assert isinstance(told, Markup)


def test_rows_are_filled_one_by_one():
    rows = each("<li>%s</li>", [("<",), (5,)])
    assert together([rows, rows]) == "<li>&lt;</li><li>5</li>" * 2
