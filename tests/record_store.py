"""A learning record store with a launch of its own: it takes what xAPI 1.0.3 and cmi5 allow, keeps
states, and writes down whatever it refuses."""

import json
import re
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

VERBS = "http://adlnet.gov/expapi/verbs/"
CMI5 = "https://w3id.org/xapi/cmi5/context/"
TYPES = {
    "html": "text/html",
    "js": "text/javascript",
    "css": "text/css",
    "json": "application/json",
}
KNOWN = {"id", "actor", "verb", "object", "result", "context", "timestamp"}
RESULTS = {"score", "success", "completion", "response", "duration", "extensions"}
INTERACTIONS = {
    "choice",
    "true-false",
    "fill-in",
    "long-fill-in",
    "matching",
    "sequencing",
    "numeric",
}
ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*:\S+")
DURATION = re.compile(r"PT\d+(\.\d+)?S")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")
AGENT = {"objectType": "Agent", "account": {"homePage": "https://platform.test", "name": "learner"}}
SESSION = {"https://w3id.org/xapi/cmi5/context/extensions/sessionid": "session"}


class RecordStore:
    """What it was told, and what of that it must not have been told."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self.files, self.address = files, ""
        self.registration = str(uuid.uuid4())
        self.statements: list[dict[str, Any]] = []
        self.faults: list[str] = []
        self.launch: dict[str, Any] = {
            "contextTemplate": {"extensions": SESSION},
            "launchMode": "Normal",
        }
        self.states: dict[str, bytes] = {}
        self.changed = threading.Condition()

    def opened(self) -> str:
        """The address by which a platform opens the lesson."""
        asked = {
            "endpoint": f"{self.address}/xapi",
            "fetch": f"{self.address}/token",
            "actor": json.dumps(AGENT),
            "registration": self.registration,
            "activityId": "https://platform.test/lesson",
        }
        return f"{self.address}/package/index.html?{urlencode(asked)}"

    def verbs(self) -> list[str]:
        return [one["verb"]["id"].removeprefix(VERBS) for one in self.statements]

    def wait_for(self, verb: str) -> None:
        with self.changed:
            assert self.changed.wait_for(lambda: verb in self.verbs(), 20), self.verbs()

    def keep(self, told: bytes) -> bool:
        """Whether every statement is one that a store may keep."""
        statements = json.loads(told)
        found = [fault for one in statements for fault in faults(one, self.registration)]
        with self.changed:
            self.faults += found
            self.statements += statements
            self.changed.notify_all()
        return not found


def faults(one: dict[str, Any], registration: str) -> Iterator[str]:
    """What xAPI and cmi5 do not allow in a statement."""
    verb = one["verb"]["id"].removeprefix(VERBS)
    context, result = one.get("context", {}), one.get("result", {})
    wrong = {
        "another key": set(one) - KNOWN or set(result) - RESULTS,
        "an id that is no UUID": str(uuid.UUID(one["id"])) != one["id"],
        "an actor who is not the learner": one["actor"] != AGENT,
        "a verb that is no address": not ADDRESS.fullmatch(one["verb"]["id"]),
        "an object that is no address": not ADDRESS.fullmatch(one["object"]["id"]),
        "no moment": not MOMENT.fullmatch(one["timestamp"]),
        "another registration": context.get("registration") != registration,
        "not the platform's context": not SESSION.items() <= context.get("extensions", {}).items(),
        "no duration": not DURATION.fullmatch(result.get("duration", "PT0S")),
        "a score that is none": _is_no_score(result.get("score", {})),
        "something empty": _is_empty({**one, "context": {**context, "extensions": None}}),
    }
    yield from (f"{verb}: {name}" for name, is_wrong in wrong.items() if is_wrong)
    yield from (f"{verb}: {text}" for text in _interaction(one["object"].get("definition")))
    yield from (f"{verb}: {text}" for text in _cmi5(verb, context, result))


def _is_empty(told: object) -> bool:
    """Whether there is an empty list, text or object in it."""
    parts = told.values() if isinstance(told, dict) else told if isinstance(told, list) else ()
    return told in ({}, [], "") or any(map(_is_empty, parts))


def _is_no_score(score: dict[str, float]) -> bool:
    least, most = score.get("min", 0), score.get("max", 100)
    return not (-1 <= score.get("scaled", 0) <= 1 and least <= score.get("raw", least) <= most)


def _interaction(definition: dict[str, Any] | None) -> Iterator[str]:
    if definition is None:
        return
    if definition["interactionType"] not in INTERACTIONS:
        yield definition["interactionType"]
    if not all(isinstance(text, str) for text in definition.get("correctResponsesPattern", ())):
        yield "a pattern that is no text"
    for name in ("choices", "source", "target"):
        ids = [part["id"] for part in definition.get(name, ())]
        if len(ids) != len(set(ids)):
            yield f"{name} named twice"


def _cmi5(verb: str, context: dict[str, Any], result: dict[str, Any]) -> Iterator[str]:
    categories = {one["id"] for one in context.get("contextActivities", {}).get("category", ())}
    defined = verb in ("initialized", "completed", "passed", "failed", "terminated")
    if defined != (f"{CMI5}categories/cmi5" in categories):
        yield "category cmi5"
    if (verb in ("completed", "passed", "failed")) != (f"{CMI5}categories/moveon" in categories):
        yield "category moveon"
    if verb in ("passed", "failed") and result.get("success") is not (verb == "passed"):
        yield "success"
    if verb == "completed" and (result.get("completion") is not True or "score" in result):
        yield "completion"
    if verb in ("completed", "passed", "failed", "terminated") and "duration" not in result:
        yield "duration"
    mark = context.get("extensions", {}).get(f"{CMI5}extensions/masteryscore")
    if mark is not None and (result["score"]["scaled"] >= mark) != (verb == "passed"):
        yield "not by the mark"


class _Handler(BaseHTTPRequestHandler):
    store: RecordStore

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        path, _, query = self.path.partition("?")
        if path.startswith("/package/"):
            name = path.removeprefix("/package/")
            return self._say(200, self.store.files[name], TYPES[name.rpartition(".")[2]])
        named = parse_qs(query).get("stateId", [""])[0]
        if named == "LMS.LaunchData":
            return self._say(200, json.dumps(self.store.launch).encode(), "application/json")
        kept = self.store.states.get(named)
        return self._say(200 if kept is not None else 404, kept or b"", "text/plain")

    def do_PUT(self) -> None:
        named = parse_qs(urlsplit(self.path).query)["stateId"][0]
        self.store.states[named] = self._read()
        self._say(204, b"", "text/plain")

    def do_POST(self) -> None:
        if self.path == "/token":
            return self._say(200, b'{"auth-token": "secret"}', "application/json")
        is_known = self.headers["Authorization"] == "Basic secret"
        is_right = is_known and self.headers["X-Experience-API-Version"] == "1.0.3"
        return self._say(
            200 if is_right and self.store.keep(self._read()) else 400, b"[]", "application/json"
        )

    def _read(self) -> bytes:
        return self.rfile.read(int(self.headers.get("Content-Length") or 0))

    def _say(self, status: int, body: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def record_store(files: dict[str, bytes]) -> Iterator[RecordStore]:
    """With the lesson beside it, at a port of its own."""
    store = RecordStore(files)
    handler = type("Handler", (_Handler,), {"store": store})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        store.address = f"http://127.0.0.1:{server.server_port}"
        yield store
        server.shutdown()
