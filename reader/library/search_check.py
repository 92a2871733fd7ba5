"""Whether the search index says what the pieces say."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from reader.library import search_index
from reader.library.query import COLUMNS

if TYPE_CHECKING:
    import apsw


def index_problems(connection: apsw.Connection) -> list[str]:
    """What is wrong with the index, a sentence each; ``search_index.rebuild`` mends it all. It takes about as long as
    that. Raises apsw.Error where a piece cannot be read."""
    import apsw

    search_index.register(connection)
    try:
        indexed = _indexed(connection)
        known = set(connection.execute("SELECT word, spelling FROM words"))
    except (apsw.CorruptError, apsw.SQLError) as error:
        return [f"the search index cannot be read ({error})"]
    problems = []
    query = "SELECT id FROM pieces WHERE trashed IS NULL ORDER BY id"
    pieces: list[tuple[int]] = connection.execute(query).fetchall()  # type: ignore[assignment]
    for (piece,) in pieces:
        texts, spelled = search_index.document(connection, piece)
        if indexed.pop(piece, 0) != _sum(texts):
            problems.append(f"the search index does not have piece {piece} as it is written")
        if not spelled <= known:
            problems.append(f"the search index lacks words of piece {piece}")
    problems += [f"the search index has piece {piece}, which is not in the library" for piece in sorted(indexed)]
    return problems


def _indexed(connection: apsw.Connection) -> dict[int, int]:
    """For each piece of the index a number that all its words and their places add up to."""
    connection.execute("CREATE VIRTUAL TABLE temp.search_words USING fts5vocab('main', 'search', 'instance')")
    try:
        sums: dict[int, int] = defaultdict(int)
        for word, piece, column, place in connection.execute('SELECT term, doc, col, "offset" FROM temp.search_words'):
            sums[piece] += hash((word, column, place))
        return dict(sums)
    finally:
        connection.execute("DROP TABLE temp.search_words")


def _sum(texts: list[str]) -> int:
    """The same number for what FTS5 would be given."""
    return sum(
        hash((word, column, place))
        for column, text in zip(COLUMNS, texts, strict=True)
        for place, word in enumerate(text.split(" ") if text else ())
    )
