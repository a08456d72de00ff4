"""Packages that are the same bytes for the same content."""

import io
import zipfile
from collections.abc import Mapping

DAWN = (1980, 1, 1, 0, 0, 0)
"""The first time that a zip can say."""


def zipped(files: Mapping[str, bytes], stored: frozenset[str] = frozenset()) -> bytes:
    """In the order given; the files named in `stored` are not compressed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, DAWN)
            info.external_attr = 0o644 << 16
            info.create_system = 3
            kind = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            package.writestr(info, data, kind)
    return stream.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    """Of a package that we made ourselves."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}
