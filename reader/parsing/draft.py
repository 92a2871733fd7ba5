"""An article in the making: where each line of the page is put, and the Article that comes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.arabic.direction import direction_of, language_of
from reader.model import Article, Block, Detail, Image, Role, SetAside

if TYPE_CHECKING:
    from reader.parsing.dates import DateLine
    from reader.parsing.lines import Line


class Draft:
    """Takes the lines of a page in any order. Whatever is put in stands in the article that ``finish`` gives."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.details: list[Detail] = []
        self.aside: list[SetAside] = []
        self.dates: list[tuple[int, DateLine]] = []

    def block(self, line: Line, role: Role, text: str | None = None, label: str | None = None) -> None:
        """The line as a block; ``text`` is the part of it that is meant, where not the whole."""
        self.blocks.append(Block(role, text or line.text, (line.number,), label))

    def set_aside(self, line: Line, reason: str, text: str | None = None) -> None:
        """The line, or ``text`` of it, as page furniture."""
        self.aside.append(SetAside(line.number, text or line.text, reason))

    def image(self, line: Line) -> None:
        """The line as the name of a picture's file."""
        self.details.append(Detail(line.number, line.text, "images"))

    def credit(self, line: Line) -> None:
        """The line as the credit of the caption before it."""
        caption = self.blocks.pop()
        self.blocks.append(Block(Role.CAPTION, f"{caption.text} {line.text}", (*caption.lines, line.number), None))

    def clock(self, line: Line) -> None:
        """The line as the time of day that belongs to the date on the line beside it."""
        self.details.append(Detail(line.number, line.text, "published"))

    def date(self, line: Line, found: DateLine) -> None:
        """The line as a date line; which of several dates counts is settled in the end."""
        self.dates.append((line.number, found))

    def has(self, role: Role) -> bool:
        """Whether a block of that role is there already."""
        return any(block.role is role for block in self.blocks)

    def finish(self, source: str | None) -> Article:
        """The article."""
        published, place = self._settle_dates()
        blocks = tuple(sorted(self.blocks, key=lambda block: block.lines[0]))
        body = " ".join(block.text for block in blocks)
        language = language_of(body)

        def first(role: Role) -> str | None:
            return next((block.text for block in blocks if block.role is role), None)

        return Article(
            language=language,
            direction=direction_of(language),
            title=first(Role.TITLE),
            kicker=first(Role.KICKER),
            byline=first(Role.BYLINE),
            published=published,
            place=place,
            images=self._images(blocks),
            related=tuple(block.text for block in blocks if block.role is Role.RELATED),
            source=source,
            blocks=blocks,
            details=tuple(sorted(self.details, key=lambda detail: detail.line)),
            set_aside=tuple(sorted(self.aside, key=lambda aside: aside.line)),
        )

    def _settle_dates(self) -> tuple[str | None, str | None]:
        """The date that counts: the first that is one of publication, else the first of the last change. The lines of
        the others are set aside."""
        dated = [entry for entry in self.dates if entry[1].published]
        first = [entry for entry in dated if not entry[1].updated]
        # Over the headline stands today's date as well, and under the text that of printing or of a comment.
        head = [entry for entry in first if self._is_below_title(entry[0])]
        chosen = next(iter((*head, *first, *dated)), None)
        place = next((found.place for _, found in self.dates if found.place), None)
        for entry in self.dates:
            number, found = entry
            if entry is chosen:
                self.details.append(Detail(number, found.own, "published"))
            else:
                reason = found.reason or ("time of last change" if found.updated else "another date")
                self.aside.append(SetAside(number, found.own, reason))
        return (chosen[1].published if chosen else None), place

    def _is_below_title(self, number: int) -> bool:
        """Whether a line stands between the headline and the first paragraph below it."""
        title = next((block.lines[0] for block in self.blocks if block.role is Role.TITLE), None)
        if title is None or number < title:
            return False
        return not any(title < block.lines[0] < number for block in self.blocks if block.role is Role.PARAGRAPH)

    def _images(self, blocks: tuple[Block, ...]) -> tuple[Image, ...]:
        """Each picture file with the caption that follows it before the next file, and each caption without a file."""
        files = [(detail.line, detail.text, None) for detail in self.details if detail.field == "images"]
        captions = [(block.lines[0], None, block.text) for block in blocks if block.role is Role.CAPTION]
        images: list[Image] = []
        for _, file, caption in sorted([*files, *captions], key=lambda entry: entry[0]):
            if caption and images and images[-1].caption is None:
                images[-1] = Image(images[-1].file, caption)
            else:
                images.append(Image(file, caption))
        return tuple(images)
