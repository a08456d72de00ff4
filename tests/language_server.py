"""The real yaml-language-server, spoken to over stdio as an editor does."""

import json
import subprocess
from pathlib import Path
from typing import Any

from conftest import ROOT

SERVER = ROOT / "tests" / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
SCHEMAS = ROOT / "docs" / "develop" / "schema"


class LanguageServer:
    """One process; every text is a file of its own that was never saved."""

    def __init__(self, node: Path) -> None:
        command = [str(node), str(SERVER), "--stdio"]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.number = 0
        self.published: dict[str, list[dict[str, Any]]] = {}
        self.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
        self.tell("initialized", {})
        self.tell("workspace/didChangeConfiguration", {"settings": {"yaml": {"hover": True}}})

    def close(self) -> None:
        self.process.terminate()
        self.process.communicate()

    def open(self, text: str, schema: str = "bank") -> str:
        """The address of a new file; its first line names the schema, as in an editor."""
        self.number += 1
        uri = f"file:///banks/{self.number}.yml"
        line = f"# yaml-language-server: $schema={(SCHEMAS / schema).as_uri()}.json\n"
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": line + text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        return uri

    def diagnostics(self, text: str, schema: str = "bank") -> list[tuple[int, str]]:
        """(line of the text from 1, message)."""
        uri = self.open(text, schema)
        while uri not in self.published:
            self._take(self._read())
        return [(d["range"]["start"]["line"], d["message"]) for d in self.published[uri]]

    def completions(self, text: str, line: int, column: int) -> set[str]:
        found = self.ask("textDocument/completion", self._at(self.open(text), line, column))
        return {item["label"] for item in found["items"]}

    def hover(self, text: str, line: int, column: int) -> str:
        found = self.ask("textDocument/hover", self._at(self.open(text), line, column))
        return found["contents"]["value"] if found else ""

    def _at(self, uri: str, line: int, column: int) -> dict[str, Any]:
        position = {"line": line, "character": column}
        return {"textDocument": {"uri": uri}, "position": position}

    def tell(self, method: str, params: object) -> None:
        self._write({"jsonrpc": "2.0", "method": method, "params": params})

    def ask(self, method: str, params: object) -> Any:
        self.number += 1
        wanted = self.number
        self._write({"jsonrpc": "2.0", "id": wanted, "method": method, "params": params})
        while True:
            message = self._read()
            if message.get("id") == wanted and "method" not in message:
                return message.get("result")
            self._take(message)

    def _take(self, message: dict[str, Any]) -> None:
        """Notes diagnostics; answers what the server asks of an editor with nothing."""
        if message.get("method") == "textDocument/publishDiagnostics":
            self.published[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "id" in message and "method" in message:
            self._write({"jsonrpc": "2.0", "id": message["id"], "result": None})

    def _write(self, message: object) -> None:
        body = json.dumps(message).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self.process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        out, length = self.process.stdout, 0
        assert out
        while line := out.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        return json.loads(out.read(length))
