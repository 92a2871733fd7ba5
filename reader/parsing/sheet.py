"""The lines of one page with the evidence about each, and where the running text begins and ends."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reader.arabic.list_marks import list_mark
from reader.parsing import signals
from reader.parsing.clauses import clause
from reader.parsing.dates import DateLine, read_clock_line, read_date_line
from reader.parsing.signals import Finding

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.parsing.lines import Line

_NOT_BARE = (".", "،", "؛", "؟", "?", ":")
CERTAIN = 3.4
"""The weight from which the wording of a line alone makes it furniture."""

LIKELY = 2.0
"""The weight from which wording and place together do."""


class Sheet:
    """The lines of a page. Indices count them from 0; each finding is worked out once."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        # Where blank lines stand between all lines, or nearly all, they tell nothing.
        self.gaps_tell = sum(line.gap for line in lines) < 0.9 * (len(lines) - 1)
        self._alone = [_with_hints(line, signals.furniture(line)) for line in lines]
        self.dates = [_date(line) for line in lines]
        self.clocks = [line.words <= 6 and read_clock_line(line.text) for line in lines]
        self.joined = {index for index in range(len(lines)) if self._join_clock(index)}
        self.furniture = [self._beside_neighbours(index) for index in range(len(lines))]
        self.related = [signals.related(line) for line in lines]
        self.prose = [self._is_text(index) for index in range(len(lines))]
        self.start, self.end = self._find_body()
        # The first line behind the running text that its wording names.
        foot = range(self.end, len(lines))
        self.broken_off = next((index for index in foot if self.is_named(index)), len(lines))
        for index in range(self.start):
            if self.related[index] and lines[index].tokens[:1] in signals.HEADLINE_LABELS:
                self.related[index] = None  # over the text it is the headline that says "watch"
        longer = [lines[index] for index in range(self.start, len(lines)) if self._could_be_text(index, words=7)]
        self.text_stops = sum(line.stops for line in longer) >= 0.6 * max(len(longer), 1)

    def is_furniture(self, index: int, at_least: float = LIKELY) -> bool:
        """Whether the line is furniture, all evidence taken together."""
        return self.furniture[index].weight >= at_least

    def is_named(self, index: int) -> bool:
        """Whether the line is furniture, a date, a time or a related headline."""
        return bool(self.is_furniture(index) or self.dates[index] or self.clocks[index] or self.related[index])

    def is_bare(self, index: int) -> bool:
        """Whether the line is short, ends as no sentence does, and its wording names nothing."""
        line = self.lines[index]
        if self.is_named(index) or self.prose[index] or line.words > 12 or line.text.endswith(_NOT_BARE):
            return False
        if list_mark(line.text):
            return False
        return not signals.image_file(line) and signals.caption(line) < LIKELY and not line.hints.get("heading")

    def in_run(self, index: int) -> bool:
        """Whether the line is one of three bare lines or more in a row: verses, rows of a table, short paragraphs."""
        first = last = index
        while first > 0 and index - first < 3 and self.is_bare(first - 1):
            first -= 1
        while last + 1 < len(self.lines) and last - index < 3 and self.is_bare(last + 1):
            last += 1
        return self.is_bare(index) and last - first >= 2

    def is_key_point(self, index: int) -> bool:
        """Whether the line is one of the key points listed under a label such as "in brief"."""
        for above in range(index - 1, max(index - 9, -1), -1):
            if signals.opens_key_points(self.lines[above]):
                return self.lines[index].words <= 30 and not self.lines[index].stops
            if self.prose[above] or self.dates[above] or self.lines[above].stops:
                return False
        return False

    def _join_clock(self, index: int) -> bool:
        """Gives a time of day on a line of its own to the date on the line before or after it, where that has none."""
        if not self.clocks[index] or sum(self.clocks) > 1:
            return False  # among several time stamps it is a live blog's
        for beside in (index - 1, index + 1):
            date = self.dates[beside] if 0 <= beside < len(self.lines) else None
            if date and date.published and len(date.published) == len("2021-02-24"):
                joined = read_date_line(f"{self.lines[beside].text} {self.lines[index].text}")
                if joined and joined.published and joined.published.startswith(f"{date.published}T"):
                    self.dates[beside] = replace(date, published=joined.published)
                    return True
        return False

    def _beside_neighbours(self, index: int) -> Finding:
        """Short lines among certain furniture are more likely furniture themselves."""
        own = self._alone[index]
        if own.weight == 0.0 or self.lines[index].words > 8:
            return own
        beside = self._alone[max(index - 1, 0) : index] + self._alone[index + 1 : index + 2]
        return replace(own, weight=own.weight + 0.6 * sum(1 for other in beside if other.weight >= CERTAIN))

    def _is_text(self, index: int) -> bool:
        """Whether the line is running text of the article, going by the line itself."""
        line = self.lines[index]
        if self.is_furniture(index) or self.dates[index] or self.clocks[index] or self.related[index]:
            return False
        return line.is_prose and signals.caption(line) < LIKELY and line.hints.get("caption", 0.0) < LIKELY

    def _find_body(self) -> tuple[int, int]:
        """The indices of the first and behind the last line of running text; both 0 where there is none."""
        found = [index for index, prose in enumerate(self.prose) if prose and not self._is_headline_with_stop(index)]
        if not found:
            # A page of short lines without full stops: the longer ones are its text.
            found = [index for index in range(1, len(self.lines)) if self._could_be_text(index, words=12)]
        if not found:
            return 0, 0
        # Paragraphs without a full stop may end a text that has some.
        end = max(index for index in range(len(self.lines)) if index in found or self._could_be_text(index, words=9))
        # So may short ones that go on where it seems to end.
        for index in range(end + 1, len(self.lines)):
            if self.is_named(index) or signals.caption(self.lines[index]) >= LIKELY:
                break
            if clause(self.lines[index]):
                end = index
        return found[0], end + 1

    def _could_be_text(self, index: int, words: int) -> bool:
        """Whether the line is long enough, and nothing that its wording names."""
        line = self.lines[index]
        named = self.is_furniture(index) or self.dates[index] or self.related[index] or signals.caption(line) >= LIKELY
        return line.words >= words and not named

    def _is_headline_with_stop(self, index: int) -> bool:
        """Whether what looks like a short first sentence is a headline with a full stop: a date, a picture or a font
        widget follows before the running text does."""
        line = self.lines[index]
        if line.hints.get("title", 0.0) >= LIKELY:
            return True
        if line.words > 20 or any(self.prose[:index]):
            return False
        for later in range(index + 1, min(index + 6, len(self.lines))):
            if self.prose[later]:
                return False
            if self.dates[later] or signals.image_file(self.lines[later]):
                return True
            if self.furniture[later].reason == "font widget":
                return True
        return False


def _with_hints(line: Line, finding: Finding) -> Finding:
    """The finding with what mark-up says for or against furniture."""
    weight = line.hints.get("furniture", 0.0)
    return Finding(finding.weight + weight, finding.reason or "outside the article") if weight else finding


def _date(line: Line) -> DateLine | None:
    return read_date_line(line.text) if line.words <= 24 and len(line.text) <= 300 else None
