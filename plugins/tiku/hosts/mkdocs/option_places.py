"""Where in mkdocs.yml an option of ours stands."""

from pathlib import Path

from tiku.loading.yaml_reader import Node, Record, Sequence, read
from tiku.model.place import Place


def place_of(config_file: str | None, option: str) -> Place | None:
    """Of its value, as far as mkdocs.yml can be read."""
    path = Path(config_file or "")
    if not path.is_file():
        return None
    root = read(path.read_bytes(), path.name).root
    plugins = root.values.get("plugins") if isinstance(root, Record) else None
    ours = _ours(plugins)
    return ours.values[option].at if ours and option in ours.values else None


def _ours(plugins: "Node | None") -> Record | None:
    """What stands below `tiku:`, in a list of plugins or in a record of them."""
    listed = plugins.items if isinstance(plugins, Sequence) else [plugins]
    for entry in listed:
        found = entry.values.get("tiku") if isinstance(entry, Record) else None
        if isinstance(found, Record):
            return found
    return None
