"""Values that Python worked out when it loaded a module -> the JavaScript that is these values."""

import json
import re
from collections.abc import Callable, Mapping
from decimal import Decimal

from patterns import script

Refer = Callable[[object], str]


def constant(value: object, refer: Refer) -> str:
    """`refer` names functions and classes."""
    if value is None or isinstance(value, str | int | float):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, Decimal):
        return f"py.decimal({json.dumps(str(value))})"
    if isinstance(value, re.Pattern) or hasattr(value, "groupindex"):
        return script(value)  # type: ignore[arg-type]
    if isinstance(value, Mapping):
        pairs = ((constant(k, refer), constant(v, refer)) for k, v in value.items())
        return f"py.dictOf({', '.join(f'[{k}, {v}]' for k, v in pairs)})"
    if isinstance(value, frozenset | set):
        return f"py.set([{', '.join(sorted(constant(one, refer) for one in value))}])"
    if isinstance(value, tuple | list):
        return f"[{', '.join(constant(one, refer) for one in value)}]"
    return refer(value)
