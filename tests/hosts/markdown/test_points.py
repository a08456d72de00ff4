"""Points of clauses can be led to."""

from xml.etree.ElementTree import fromstring

from tiku.hosts.markdown.points import name_points

PAGE = """<div><ol><li>before</li></ol>
<h2 id="pay">Pay</h2><p>First.</p><ol><li>one<ol><li>inner</li></ol></li><li>two</li></ol>
<ol><li>again</li></ol>
<h2 id="late">Late</h2><ol start="3"><li>three</li></ol>
<h2 id="own">Own</h2><ol><li id="mine">one</li></ol>
<h2 id="_1">Unnamed</h2><ol><li>one</li></ol></div>"""


def test_the_first_numbered_list_of_a_clause_names_its_points():
    root = fromstring(PAGE)
    name_points(root, {"pay", "late", "own"})
    named = [point.get("id") for point in root.iter("li") if point.get("id")]
    assert named == ["pay-1", "pay-2", "mine"]
