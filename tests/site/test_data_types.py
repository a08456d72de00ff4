"""What the browser is told by JSON is what its typedefs say."""

import subprocess
from pathlib import Path

from conftest import ROOT, Served
from dev import node

ASSETS = ROOT / "plugins" / "tiku" / "assets"
TSC = ROOT / "tests" / "node_modules" / "typescript" / "bin" / "tsc"
STRICT = [
    "--allowJs",
    "--checkJs",
    "--noEmit",
    "--strict",
    "--target",
    "es2022",
    "--module",
    "es2022",
]
BUNDLED = ["--moduleResolution", "bundler", "--lib", "es2024,dom,dom.iterable"]
TYPES = {
    "catalog.json": "core/catalog.js#Written",
    "search/first.json": "search/preload.js#First",
    "search/later-*.json": "search/preload.js#Later",
    "*/writing.json": "authoring/lists.js#Lists",
    "*/importing.json": "importing/saying.js#Said",
}


def test_built_files_are_of_their_types(small_served: Served, tmp_path: Path):
    data = small_served.target / "assets" / "tiku"
    scripts = []
    for number, (pattern, named) in enumerate(TYPES.items()):
        module, _, name = named.partition("#")
        (built,) = data.glob(pattern)
        script = tmp_path / f"{number}-{name}.js"
        kind = f'/** @type {{import("{(ASSETS / module).as_posix()}").{name}}} */'
        script.write_text(f"{kind}\nexport const built = {built.read_text('utf-8')};\n", "utf-8")
        scripts.append(str(script))
    done = subprocess.run(
        [node(), TSC, *STRICT, *BUNDLED, *scripts], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
