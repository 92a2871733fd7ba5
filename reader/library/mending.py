"""What becomes of a row of a damaged library where a value of it means nothing: what can be done without is dropped."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from reader.arabic.folding import fold_key
from reader.library.rows import LISTS, UnreadableError
from reader.library.salvage import Spoilt
from reader.model import COLOURS, EngineName, ReadState, Role, Side, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

MAX_NUMBER = 2**53
"""No row has a number beyond this. SQLite gives a new row the number after the highest, and knows an end to them."""

AT_THE_END = 2**31
"""The place of a block that does not know its own."""

_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d.*", re.S)
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d(T.*)?)?)?", re.S)

_WORDS: dict[str, tuple[str, ...]] = {
    "role": tuple(Role),
    "status": tuple(Status),
    "engine": tuple(EngineName),
    "direction": ("rtl", "ltr"),
    "read_state": tuple(ReadState),
    "side": tuple(Side),
    "colour": tuple(COLOURS),
}
"""The words that a column may hold."""

_INSTEAD: dict[str, Any] = {
    "role": Role.PARAGRAPH.value,
    "engine": EngineName.GLOSS.value,
    "language": "ar",
    "direction": "rtl",
    "read_state": ReadState.UNREAD.value,
    "colour": COLOURS[0],
    "position": AT_THE_END,
    "starred": 0,
    "undone": 0,
    "place_block": 0,
    "place_fraction": 0,
    "engine_options": "",
    "prefix": "",
    "suffix": "",
    "start": 0,
    **dict.fromkeys(LISTS, "[]"),
}
"""What a column holds that must hold something, where what it held means nothing. A column that is not here, and that
has no moment, takes its row with it, unless it may be empty."""

_STATE = ("status", "sentences", "flags", "engine", "engine_options", "made")
"""The columns of a state in the history of edits that are all filled, or, where there was no pair, all empty."""

_MOMENTS = ("created", "updated", "made", "trashed")
_COUNTS = ("position", "place_block", "start", "starred", "undone")


def is_readable(column: str, value: Any) -> bool:
    """Whether a value of a column means something."""
    if column in _WORDS:
        return value in _WORDS[column]
    if column in LISTS:
        return _is_list(column, value)
    if column in _MOMENTS:
        return isinstance(value, str) and _MOMENT.fullmatch(value) is not None
    if column == "published":
        return isinstance(value, str) and _DATE.fullmatch(value) is not None
    if column in _COUNTS:
        return isinstance(value, int) and 0 <= value < AT_THE_END
    if column == "place_fraction":
        return isinstance(value, int | float) and 0 <= value <= 1
    return not isinstance(value, int) or 0 < value <= MAX_NUMBER


def mend(row: dict[str, Any], types: dict[str, tuple[type, ...]], nullable: set[str]) -> dict[str, Any] | None:
    """The row with what means nothing replaced, None where too little is left of it. ``nullable`` are the columns that
    may be empty."""
    if any(row.get(column) is not None for column in _STATE):
        nullable = nullable - set(_STATE) if "undone" in row else nullable
    mended: dict[str, Any] = {}
    for column, value in row.items():
        if value is None and column in nullable:
            mended[column] = None
        elif isinstance(value, types[column]) and is_readable(column, value):
            mended[column] = value
        elif column in nullable:
            mended[column] = None
        elif column in _MOMENTS:
            mended[column] = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        elif column in _INSTEAD:
            mended[column] = _INSTEAD[column]
        elif column == "fold_key":
            mended[column] = f"rescued {row.get('id')}"
        elif column == "status":
            mended[column] = (Status.FAILED if row.get("target") is None else Status.TRANSLATED).value
        else:
            return None
    if "status" in mended and mended["status"] is not None and "target" in mended:
        if mended["target"] is None:
            mended["status"] = Status.FAILED.value
        elif mended["status"] == Status.FAILED:
            mended["status"] = Status.TRANSLATED.value
    return mended


def recogniser(columns: Sequence[str]) -> Callable[[Sequence[Any]], bool]:
    """Tells rows of a table by what its columns mean."""

    def is_own(row: Sequence[Any]) -> bool:
        values = dict(zip(columns, row, strict=False))
        named = values.get("name", values.get("source"))
        if "fold_key" in values and "language" not in values and fold_key(str(named)) != values["fold_key"]:
            return False
        return all(value is None or is_readable(column, value) for column, value in values.items())

    return is_own


def empty_piece(number: int) -> dict[str, Any]:
    """A piece of which nothing is known but its number."""
    now = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    lists = dict.fromkeys(("images", "related", "details", "set_aside"), "[]")
    plain = {"language": "ar", "direction": "rtl", "engine": EngineName.GLOSS.value, "created": now, "updated": now}
    return {"id": number, "fold_key": f"rescued {number}", **plain, **lists}


def is_spoilt(value: Any) -> bool:
    """Whether a text has letters that could not be read."""
    return isinstance(value, Spoilt)


def _is_list(column: str, value: Any) -> bool:
    try:
        LISTS[column](value)
    except UnreadableError:
        return False
    return True
