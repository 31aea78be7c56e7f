"""Plain data as JSON, for other programs."""

import json
from dataclasses import asdict, is_dataclass
from datetime import date
from typing import Any


def dumps(value: Any) -> str:
    """A dataclass, or a tuple of them, with keys in the order declared, days as ISO 8601, and a newline at the end.

    Nothing is replaced or left out.  A lone surrogate, which UTF-8 cannot hold, is written as its JSON escape.
    """
    text = json.dumps(_plain(value), default=date.isoformat, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "backslashreplace").decode() + "\n"


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return asdict(value) if is_dataclass(value) and not isinstance(value, type) else value
