"""Translates through a middle language, where no package leads straight to the target."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.model import Engine
from reader.translation.translator import Translation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.model import Package, WordLink
    from reader.translation.translator import Context, Translator

AT_ONCE = 12
"""How many sentences go down to the first engine before the second has its turn with them: results come up early, and
the batches are still worth their while."""


class PivotTranslator:
    """Two engines, the second of which takes what the first one gives. ``middle`` is the language between them (ISO
    639-1). A sentence stays one sentence throughout."""

    def __init__(self, first: Translator, second: Translator, middle: str) -> None:
        self._first = first
        self._second = second
        self._middle = middle

    @property
    def engine(self) -> Engine:
        """The first engine's name, and both packages and versions: "ar_fr+fr_en"."""
        one, other = self._first.engine, self._second.engine
        package = "+".join(filter(None, (one.package, other.package))) or None
        version = "+".join(filter(None, (one.version, other.version))) or None
        return Engine(one.name, package, version, "+".join(filter(None, (one.options, other.options))))

    def translate(self, sentences: Sequence[str], context: Context) -> Iterator[Translation]:
        """See ``Translator``. Scores are of both ways together: the sum of their mean log probabilities. Word links
        are those of the first way led on by those of the second."""
        ahead = [index for index in dict.fromkeys(context.first) if 0 <= index < len(sentences)]
        order = ahead + [index for index in range(len(sentences)) if index not in set(ahead)]
        for start in range(0, len(order), AT_ONCE):
            yield from self._some(sentences, order[start : start + AT_ONCE], context)

    def close(self) -> None:
        """Closes both engines."""
        self._first.close()
        self._second.close()

    def _some(self, sentences: Sequence[str], chosen: Sequence[int], context: Context) -> Iterator[Translation]:
        half_way: list[Translation] = []
        request = replace(context, target_language=self._middle, first=tuple(range(len(chosen))))
        for result in self._first.translate([sentences[index] for index in chosen], request):
            result = replace(result, index=chosen[result.index])
            if result.text is None:
                yield result
            else:
                half_way.append(result)
        if not half_way:
            return
        request = replace(context, source_language=self._middle, first=tuple(range(len(half_way))))
        for end in self._second.translate([str(result.text) for result in half_way], request):
            begin = half_way[end.index]
            score = None if begin.score is None or end.score is None else begin.score + end.score
            words = None if end.text is None else composed(begin.words, end.words)
            yield Translation(begin.index, end.text, score if end.text is not None else None, words, end.error)


def composed(first: Sequence[WordLink] | None, second: Sequence[WordLink] | None) -> tuple[WordLink, ...] | None:
    """The links from the source to the target by way of the words between that both speak of; None where either
    engine knows no links."""
    if first is None or second is None:
        return None
    found = {(a, b, e, f) for a, b, start, end in first for from_, to, e, f in second if from_ < end and to > start}
    return tuple(sorted(found))


def find_way(packages: Sequence[Package], source: str, target: str) -> tuple[Package, Package] | None:
    """The two packages that lead from one language to another through a third, English before others, then by name;
    None where there are none."""
    ways = [
        (one, other)
        for one in packages
        for other in packages
        if one.source_language == source
        and other.target_language == target
        and one.target_language == other.source_language
        and one.target_language not in (source, target)
    ]
    ways.sort(key=lambda way: (way[0].target_language != "en", way[0].target_language, way[0].name, way[1].name))
    return ways[0] if ways else None
