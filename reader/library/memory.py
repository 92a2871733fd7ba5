"""The translation memory: what engines answered to the sentences of the pieces that were saved.

It is no store of its own but an index over the pairs, so that it holds nothing the reader did not ask to keep, grows
only with the library, and forgets a piece when that is removed. A row says that a sentence stands in a block; the
block's pair says what was made of it, by whom and when.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from reader.library import rows
from reader.model import EngineName, Remembered, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import apsw

    from reader.model import Engine, Sentence

TARGET_LANGUAGE = "en"
"""The language of every target in a library."""

UNREMEMBERED = (EngineName.GLOSS, EngineName.PERSON)
"""Whose pairs are not indexed. The gloss engine is quicker than a look into the file, and always says the same until
its tables change, when the old should not come back; what a person wrote was meant for its place."""

_PAIRS = "SELECT block, text, status, engine, sentences FROM blocks JOIN pairs ON block = id"


def index(connection: apsw.Connection, block: int) -> None:
    """Makes the index say what the block's pair holds now. To be called in a transaction."""
    connection.execute("DELETE FROM memory WHERE block = ?", (block,))
    _insert(connection, connection.execute(f"{_PAIRS} WHERE id = ?", (block,)))


def index_all(connection: apsw.Connection) -> None:
    """The same for every pair of a library whose index is empty."""
    _insert(connection, connection.execute(_PAIRS))


def out_of_step(connection: apsw.Connection) -> set[int]:
    """The blocks of which the index does not say what their pairs hold. Blocks that cannot be read are left out."""
    found = set(connection.execute("SELECT sentence, block FROM memory"))
    wanted: set[tuple[int, int]] = set()
    unreadable: set[int] = set()
    for row in connection.execute(_PAIRS):
        try:
            wanted.update(_entries([row]))
        except rows.UnreadableError:
            unreadable.add(row[0])
    return {block for _, block in wanted ^ found} - unreadable


def _insert(connection: apsw.Connection, found: Iterable[tuple[Any, ...]]) -> None:
    connection.executemany("INSERT INTO memory VALUES (?, ?)", _entries(found))


def _entries(found: Iterable[tuple[Any, ...]]) -> Iterator[tuple[int, int]]:
    """The rows of the index for rows of _PAIRS."""
    for block, text, status, engine, sentences in found:
        if status == Status.TRANSLATED and engine not in UNREMEMBERED:
            for key in {_key(text[slice(*sentence.source)]) for sentence in rows.to_sentences(sentences)}:
                yield key, block


def lookup(
    connection: apsw.Connection, sentences: Iterable[str], engine: Engine, source_language: str, target_language: str
) -> dict[str, Remembered]:
    """For those of the sentences that this very engine has translated: what it answered last. Equal is what is equal
    to the letter. To be called in a read transaction."""
    if target_language != TARGET_LANGUAGE or engine.name in UNREMEMBERED:
        return {}
    query = """
        SELECT block, piece, blocks.text, target, sentences
        FROM memory JOIN pairs USING (block) JOIN blocks ON blocks.id = block JOIN pieces ON pieces.id = piece
        WHERE sentence = ? AND pieces.language = ? AND pairs.engine = ? AND pairs.engine_package IS ?
            AND pairs.engine_version IS ? AND pairs.engine_options = ?
        ORDER BY made DESC, block DESC"""
    answers: dict[int, dict[str, Remembered]] = {}
    found: dict[str, Remembered] = {}
    for sentence in sentences:
        values = (_key(sentence), source_language, *rows.engine_row(engine))
        for block, piece, *pair in connection.execute(query, values):
            if block not in answers:
                with rows.values_of(piece):
                    answers[block] = dict(_answers(*pair))
            if sentence in answers[block]:
                found[sentence] = answers[block][sentence]
                break
    return found


def _answers(source: str, target: str, sentences: str) -> Iterator[tuple[str, Remembered]]:
    """The sentences of a pair with what was answered to each."""
    for one in rows.to_sentences(sentences):
        yield source[slice(*one.source)], Remembered(target[slice(*one.target)], one.score, _own_links(one))


def _own_links(sentence: Sentence) -> tuple[tuple[int, int, int, int], ...] | None:
    """The word links of a sentence in code points of the sentence rather than of its pair."""
    if sentence.words is None:
        return None
    (start, _), (target_start, _) = sentence.source, sentence.target
    return tuple((a - start, b - start, c - target_start, d - target_start) for a, b, c, d in sentence.words)


def _key(sentence: str) -> int:
    """The number a sentence is found by. Two may share one: whoever looks compares the sentences too."""
    digest = hashlib.blake2b(sentence.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
