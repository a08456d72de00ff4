"""A site whose every text is hostile: each payload in every text field of every kind of file.

What counts as harm is looked for in the finished page, where it does not matter by which way it
came: something that runs, something that loads from elsewhere, an element that no renderer makes.
"""

import json
from collections.abc import Iterable, Sequence
from itertools import zip_longest
from pathlib import Path

from playwright.sync_api import BrowserContext

FLAG = "window.hacked = 1"
ELSEWHERE = "https://elsewhere.invalid/x"
EXTENSIONS = (
    *("admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "abbr", "smarty"),
    *("pymdownx.details", "pymdownx.superfences", "pymdownx.snippets", "pymdownx.inlinehilite"),
    *("pymdownx.magiclink", "pymdownx.emoji", "pymdownx.keys", "pymdownx.critic"),
    *("pymdownx.blocks.html", "pymdownx.tabbed", "pymdownx.tasklist", "pymdownx.betterem"),
)
TAGS = (
    *("a", "audio", "base", "body", "button", "details", "embed", "form", "frame", "iframe", "img"),
    *("input", "link", "marquee", "math", "meta", "object", "p", "picture", "script", "select"),
    *("source", "style", "svg", "table", "template", "textarea", "tiku-question", "title", "track"),
    *("video", "xmp", "plaintext", "noscript", "dialog", "slot", "portal", "animate", "set"),
)
ATTRIBUTES = (
    f"onclick='{FLAG}' onmouseover='{FLAG}' onfocus='{FLAG}' onload='{FLAG}' onerror='{FLAG}' "
    f"ontoggle='{FLAG}' onbegin='{FLAG}' open autofocus tabindex=1 src={ELSEWHERE} "
    f"href={ELSEWHERE} data={ELSEWHERE} poster={ELSEWHERE} srcset='{ELSEWHERE} 1x' "
    f"srcdoc='<script>parent.{FLAG}</script>' style='background:url({ELSEWHERE})' ping={ELSEWHERE}"
)
SMALL = (
    f"甲<script>{FLAG}</script>",
    f"甲<img src=x alt=x onerror='{FLAG}'>乙",
    f"</title></textarea></style></script><script>{FLAG}</script>",
    f"--><script>{FLAG}</script><!--",
    f"\"><img src=x alt=x onerror='{FLAG}'>",
    f"'><svg onload='{FLAG}'>",
    f'" onmouseover="{FLAG}" x="',
    f"[連結](javascript:{FLAG.replace(' ', '')})",
    f"[連結](&#106;ava&#9;script&colon;{FLAG.replace(' ', '')})",
    f'[連結](x "\\" onmouseover={FLAG.replace(" ", "")} \\"")',
    f"![圖]({ELSEWHERE})",
    "![圖](/\\elsewhere.invalid/x)",
    "![圖](\\\\\\\\elsewhere.invalid/x)",
    "<img src=' //elsewhere.invalid/x' alt=x>",
    "<img src='&#9;//elsewhere.invalid/x' alt=x><img src='/&#10;/elsewhere.invalid/x' alt=x>",
    f"<audio src={ELSEWHERE} autoplay></audio>",
    f"**粗**{{: onclick='{FLAG}' }}",
    f"標題 {{ onmouseover='{FLAG}' style='background:url({ELSEWHERE})' }}",
    f"段落\n{{: onclick='{FLAG}' }}",
    f"例如：\n\n    x\n    ~~~ {{.python data-x='1\" onmouseover=\"{FLAG}'}}\n    y\n    ~~~\n",
    f"例如：\n\n```{{.python onclick='{FLAG}'}}\n<img src=x alt=x onerror='{FLAG}'>\n```\n",
    "一\n\n    ```quiz\n    topic: hostile-0\n    ```\n",
    "```quiz\nids: [no-such-question]\n```",
    "```holdings\n```",
    f"<div markdown='1'>\n~~~ {{.x onclick='{FLAG}'}}\ny\n~~~\n</div>",
    f"!!! note\n    <script>{FLAG}</script>",
    f"/// html | div[onclick='{FLAG}']\n文\n///",
    '--8<-- "mkdocs.yml"',
    '甲\n--8<-- "mkdocs.yml"\n乙',
    f"*[甲]: \" onmouseover='{FLAG}'",
    f"[^1]\n\n[^1]: <script>{FLAG}</script>",
    "{{ config.site_name }}{% raw %}{# 註 #}${7*7}",
    "{++甲++}{>>乙<<} ++ctrl+alt++ :smile: ==光==",
    "<!--tiku 0-->甲<!--/tiku-->",
    "<!--part 0-->甲",
    "甲klzzwxh:0000乙wzxhzdk:0",
    f"<tiku-question id=color data-key='x' onclick='{FLAG}'>",
    "<a name=x id=y>甲</a><form id=store name=catalog><input name=questions>",
    "</li></ol></fieldset></form></tiku-question></article>甲",
    "# 標題\n\n## 二\n\n---\n\n- [ ] 三",
    f"&lt;script&gt;{FLAG}&lt;/script&gt;",
    f"<math><mtext></form><form><mglyph><style></math><img src alt=x onerror='{FLAG}'>",
    f"<noscript><p title=\"</noscript><img src=x alt=x onerror='{FLAG}'>\">",
    f"$\\href{{javascript:{FLAG}}}{{x}}$ 與 $\\text{{<img src=x alt=x onerror='{FLAG}'>}}$",
    "__proto__ constructor %s{0.__class__}",
)
HANDLERS_AND_LOADS = """() => {
  const own = [...document.querySelectorAll("article *")];
  const alive = own.filter((one) => one.getAttributeNames().some((name) => /^(on|srcdoc|srcset|ping|formaction)/.test(name))
    || /^[\\u0000-\\u0020]*(javascript|vbscript|data):/i.test(one.getAttribute("href") ?? one.getAttribute("src") ?? "")
    || (one.matches("[style]") && /url/.test(one.getAttribute("style")))
    || one.matches("script:not([src*='assets/']), iframe, object, embed, link:not([href*='assets/']), meta, base, svg animate"));
  return alive.map((one) => one.outerHTML.slice(0, 300));
}"""


def every_tag() -> list[str]:
    """A payload for each tag that can do harm."""
    return [f"甲<{tag} {ATTRIBUTES}>乙</{tag}>" for tag in TAGS]


def write(folder: Path, payloads: Sequence[str]) -> None:
    """A site of these texts; each field holds each payload once."""
    questions = folder / "questions"
    for name in ("exams", "tools", "flows", "calendars"):
        (questions / name).mkdir(parents=True)
    (folder / "docs").mkdir()
    named = list(enumerate(payloads))
    files: dict[str, object] = {
        "vocabulary.yml": {
            "tags": {f"t-{n}": text for n, text in named},
            "syllabus": {f"s-{n}": text for n, text in named},
            "jurisdiction": {f"j-{n}": text for n, text in named},
        },
        "sources.yml": {"sources": [_source(n, text) for n, text in named]},
        "glossary.yml": {"terms": [_term(n, text) for n, text in named]},
        "faq.yml": {
            "groups": {f"g-{n}": text for n, text in named},
            "entries": [_entry(n, text) for n, text in named],
        },
        "metrics.yml": {"metrics": [_metric(n, text) for n, text in named]},
        "scoring.yml": {"profiles": [_profile(n, text) for n, text in named]},
        "asked.yml": {"sections": [_asked(n, text) for n, text in named]},
        "clauses.yml": {"clauses": [_clause(n, text) for n, text in named]},
        "zh-hans.yml": {"rewordings": [_rewording(n, text) for n, text in named]},
    }
    for n, text in named:
        files[f"hostile-{n}.yml"] = _bank(n, text)
        files[f"exams/hostile-{n}.yml"] = _exam(n, text)
        files[f"tools/tool-{n}.yml"] = _tool(n, text)
        files[f"flows/flow-{n}.yml"] = _flow(n, text)
        files[f"calendars/days-{n}.yml"] = _calendar(n, text)
    for name, data in files.items():
        (questions / name).write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    pages = {
        f"page-{n}.md": _page(text, other)
        for n, (text, other) in enumerate(zip_longest(payloads[::2], payloads[1::2], fillvalue=""))
    }
    for name, text in {"index.md": "# 首頁\n", **pages}.items():
        (folder / "docs" / name).write_text(text, encoding="utf-8")
    extensions = "".join(f"  - {name}\n" for name in EXTENSIONS)
    (folder / "mkdocs.yml").write_text(
        "site_name: 敵\nsite_url: http://127.0.0.1/\nplugins: [tiku: {editions: [zh-hans]}]\n"
        "theme: {name: material, language: zh-Hant, font: false}\nextra: {generator: false}\n"
        f"markdown_extensions:\n{extensions}",
        encoding="utf-8",
    )


def _source(n: int, text: str) -> dict[str, object]:
    told = dict.fromkeys(("author", "locator", "year", "note"), text)
    address = f"https://e.invalid/{''.join(text.split())}"
    return {
        "id": f"src-{n}",
        "title": f"{text} {n} 詞{n}詞",
        "kind": "report",
        "url": address,
        **told,
    }


def _term(n: int, text: str) -> dict[str, object]:
    names = {"term": f"{text} {n}", "hans": f"{text} {n}", "en": f"{text} {n}"}
    return {"id": f"term-{n}", **names, "aliases": [f"{text} a{n}"], "definition": text}


def _entry(n: int, text: str) -> dict[str, object]:
    question = {"question": f"{text} {n}？", "asked": [f"{text} b{n}"], "answer": text}
    return {"id": f"faq-{n}", "group": f"g-{n}", **question, "sources": [f"src-{n}"]}


def _metric(n: int, text: str) -> dict[str, object]:
    told = ("formula", "numerator", "denominator", "window", "risk", "remedy")
    names = {"name": f"{text} m{n}", "hans": f"{text} m{n}", "en": f"{text} m{n}"}
    kind = {"family": "result", "measured": "quality", "direction": "lower"}
    return {
        "id": f"metric-{n}",
        **names,
        **kind,
        **dict.fromkeys(told, text),
        "aliases": [f"{text} c{n}"],
        "example": {"text": text},
        "sources": [f"src-{n}"],
    }


def _profile(n: int, text: str) -> dict[str, object]:
    return {"id": f"p-{n}", "title": f"{text} {n}", "rule": text, "note": text, "partial": 0.5}


def _asked(n: int, text: str) -> dict[str, object]:
    return {"see": [f"page-{n // 2}.md#c"], "asked": [f"{text} d{n}"]}


def _clause(n: int, text: str) -> dict[str, object]:
    return {"see": f"page-{n // 2}.md#c", "fingerprint": text}


def _rewording(n: int, text: str) -> dict[str, object]:
    """Put in wherever the word stands, in the title of a source."""
    return {"hant": f"詞{n}詞", "hans": text}


def _tool(n: int, text: str) -> dict[str, object]:
    """A remark may name numbers in braces; there, braces are wide."""
    said = text.translate(str.maketrans("{}", "｛｝"))
    number = {"name": "n", "label": text, "unit": text, "help": text, "default": "1"}
    option = {"label": text, "value": 1}
    choice = {"name": "c", "label": text, "kind": "choice", "options": {"o": option}}
    rows = {"name": "rows", "label": text, "kind": "rows", "columns": {"k": text}, "default": "1"}
    days = {"name": "d", "label": text, "kind": "calendar", "calendars": [f"days-{n}"]}
    remarks = ("impossible", "verdicts", "warnings", "lines")
    return {
        "id": f"tool-{n}",
        "title": f"{text} t{n}",
        "aliases": [f"{text} e{n}"],
        "asked": [f"{text} f{n}"],
        **dict.fromkeys(("lead", "banner", "formula"), text),
        "inputs": [number, choice, rows, days],
        "outputs": [{"name": "x", "label": text, "formula": "n * c + sum(k)", "unit": text}],
        **{name: [{"when": "n > 0", "text": said}] for name in remarks[1:]},
        "impossible": [{"when": "n < 0", "text": said}],
        "picture": {"title": text, "most": "2", "bars": [{"label": text, "value": "x"}]},
        "examples": [{"title": text, "gives": {"x": f"2.00{text}"}}],
        "see": [f"page-{n // 2}.md#c"],
        "sources": [f"src-{n}"],
    }


def _flow(n: int, text: str) -> dict[str, object]:
    """Until when stands word for word in a page, and that is trusted."""
    told = {"title": text, "who": text, "do": text, "say": [text]}
    ways = [{"answer": f"{text} {way}", "to": "b"} for way in (1, 2)]
    return {
        "id": f"flow-{n}",
        "title": f"{text} w{n}",
        "asked": [f"{text} g{n}"],
        "lead": text,
        "calendars": [f"days-{n}"],
        "states": [{"id": "a", **told, "ask": text, "ways": ways}, {"id": "b", **told}],
        "card_title": text,
        "card": ["a", "b"],
        "sources": [f"src-{n}"],
    }


def _calendar(n: int, text: str) -> dict[str, object]:
    year = {"first": "2026-01-01", "last": "2027-12-31", "off": ["2026-12-25"]}
    return {"id": f"days-{n}", "title": text, **year, "sources": [f"src-{n}"]}


def _page(text: str, other: str) -> str:
    """Whose pages are read as Markdown is trusted; what their front matter says is shown as text."""
    told = {"owner": text, "version": other, "effective": "2026-01-01", "review": "2036-01-01"}
    policy = json.dumps(told, ensure_ascii=False)
    return f"---\npolicy: {policy}\n---\n\n# 頁\n\n## 條 {{ #c }}\n\n文\n"


def _bank(n: int, text: str) -> dict[str, object]:
    bank = f"hostile-{n}"
    choices = {"a": f"{text} a", "b": f"{text} b", "c": f"{text} c"}
    common: dict[str, object] = {
        "hint": text,
        "explanation": text,
        "objective": "aim",
        "tags": [f"t-{n}"],
        "syllabus": [f"s-{n}"],
        "jurisdiction": f"j-{n}",
        "as_of": "2026-01-01",
        "see": [f"page-{n // 2}.md#c"],
        "sources": [f"src-{n}"],
    }
    kinds: list[dict[str, object]] = [
        {"choices": choices, "answer": "a", "why": {"b": text, "c": text}},
        {"choices": choices, "answer": ["a", "b"], "why": {"c": text}},
        {"answer": True},
        {"kind": "numeric", "answer": {"value": 1, "unit": text}},
        {"answer": [f"{text} x"]},
        {
            "kind": "matching",
            "prompts": choices,
            "choices": choices,
            "answer": {k: k for k in choices},
        },
        {"kind": "ordering", "choices": choices, "answer": ["a", "b", "c"]},
        {"kind": "open", "answer": text, "checklist": {"one": f"{text} 1", "two": f"{text} 2"}},
    ]
    questions: list[dict[str, object]] = [
        {"id": f"q-{n}-{number}", "stem": f"{text}\n\n{text} {number}", **common, **kind}
        for number, kind in enumerate(kinds)
    ]
    inside = {"id": "s", "stem": text, "answer": True, "explanation": text, "sources": [f"src-{n}"]}
    case = {"id": f"case-{n}", "kind": "case", "title": f"{text} {n}", "material": text}
    questions.append({**case, "questions": [inside], "see": [f"page-{n // 2}.md#c"]})
    return {
        "topic": bank,
        "title": f"{text} {n}",
        "objectives": {"aim": text},
        "questions": questions,
    }


def _exam(n: int, text: str) -> dict[str, object]:
    section = {"id": "one", "title": text, "kinds": ["single"], "count": 1, "scoring": f"p-{n}"}
    named = {"exam": f"e-{n}", "title": f"{text} {n}", "modelled": text, "note": text}
    asked = {"syllabus": [f"s-{n}"], "minutes": 5, "pass_mark": 0.5, "sources": [f"src-{n}"]}
    return {**named, **asked, "as_of": "2026-01-01", "sections": [section]}


def harm(
    context: BrowserContext, base: str, addresses: Iterable[str], *, assets: bool
) -> list[str]:
    """What was done on these pages that nobody but us should do; without our own scripts and
    styles a page is there at once."""
    done: list[str] = []
    context.on("request", lambda one: None if one.url.startswith(base) else done.append(one.url))
    context.on("dialog", lambda one: done.append(one.message))
    page = context.new_page()
    if not assets:
        browser = context.new_cdp_session(page)
        browser.send("Network.enable")
        browser.send("Network.setBlockedURLs", {"urls": ["*/assets/*"]})
    for address in addresses:
        page.goto(base + address, wait_until="networkidle" if assets else "load")
        found = page.evaluate(HANDLERS_AND_LOADS)
        done += [f"{address}: {one}" for one in found]
        if page.evaluate("window.hacked"):
            done.append(f"{address}: something ran")
    return done
