"""Items, a test that names them in sections, and a manifest: a QTI package of either version."""

from collections.abc import Iterator
from itertools import groupby
from urllib.parse import quote

from tiku.formats.writers.exported import Bundle, Exported, Loss, Written, loss
from tiku.formats.writers.packing import zipped
from tiku.formats.writers.qti_dialect import Dialect
from tiku.formats.writers.qti_items import ItemWriter, identifier
from tiku.formats.writers.xml_text import HEADER, Xml, element

INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"


def package(bundle: Bundle, dialect: Dialect) -> Written:
    """The same builder for both."""
    writer = ItemWriter(dialect, bundle.words)
    files = {"imsmanifest.xml": _manifest(bundle, dialect), "test.xml": _test(bundle, dialect)}
    files |= {_item(question): writer.item(question) for question in bundle.questions}
    files |= {f"media/{path}": data for path, data in bundle.pictures.items()}
    losses = tuple(told for question in bundle.questions for told in _losses(question))
    return Written(zipped(files), losses)


def _item(question: Exported) -> str:
    return f"items/{identifier(question.id)}.xml"


def _test(bundle: Bundle, q: Dialect) -> bytes:
    groups = groupby(bundle.questions, key=lambda one: one.section or one.topic_title)
    sections = [
        q.tag(
            "assessment-section",
            *(_reference(question, q) for question in questions),
            identifier=f"section-{at}",
            title=title,
            visible="true",
        )
        for at, (title, questions) in enumerate(groups, 1)
    ]
    part = q.tag(
        "test-part",
        *sections,
        identifier="part",
        navigation_mode="nonlinear",
        submission_mode="individual",
    )
    made = q.tag("assessment-test", part, identifier="test", title=bundle.title)
    name, space, rest = made.partition(" ")
    location = f'xmlns:xsi="{INSTANCE}" xsi:schemaLocation="{q.namespace} {q.schema}"'
    return f'{HEADER}{name} xmlns="{q.namespace}" {location}{space}{rest}\n'.encode()


def _reference(question: Exported, q: Dialect) -> Xml:
    return q.tag("assessment-item-ref", identifier=identifier(question.id), href=_item(question))


def _manifest(bundle: Bundle, q: Dialect) -> bytes:
    kind = f"xmlv{q.version.replace('.', 'p')}"
    schema, version = q.package_schema
    items = [_item_resource(question, kind) for question in bundle.questions]
    made = element(
        "manifest",
        element("metadata", element("schema", schema), element("schemaversion", version)),
        element("organizations"),
        element("resources", _test_resource(bundle, kind), *items),
        xmlns=q.package,
        identifier="manifest",
    )
    return f"{HEADER}{made}\n".encode()


def _item_resource(question: Exported, kind: str) -> Xml:
    return element(
        "resource",
        element("file", href=_item(question)),
        *(element("file", href=f"media/{quote(path)}") for path in question.pictures()),
        identifier=identifier(question.id),
        type=f"imsqti_item_{kind}",
        href=_item(question),
    )


def _test_resource(bundle: Bundle, kind: str) -> Xml:
    needed = [element("dependency", identifierref=identifier(q.id)) for q in bundle.questions]
    return element(
        "resource",
        element("file", href="test.xml"),
        *needed,
        identifier="test",
        type=f"imsqti_test_{kind}",
        href="test.xml",
    )


def _losses(question: Exported) -> Iterator[Loss]:
    if question.case:
        yield loss("case-in-stem", question)
    if question.hint.markdown:
        yield loss("no-hint", question)
    if question.points:
        yield loss("checklist-for-grader", question)
    if any(prompt.why.markdown for prompt in question.prompts):
        yield loss("no-why", question)
