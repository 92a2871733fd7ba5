"""The documents of the pair view: those that show, and those of what is going to show, made beforehand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.gui.reading_options import ReadingOptions
from reader.gui.row_document import RowDocument
from reader.model import Side

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.gui.page import Page
    from reader.gui.page_rows import Row
    from reader.model import Article

    Columns = Sequence[tuple[Side, ...]]


@dataclass(frozen=True, slots=True)
class _Made:
    """The documents of ``rows``, one for each column, as these options have them."""

    rows: list[Row]
    options: ReadingOptions
    documents: list[RowDocument]

    def fit(self, page: Page) -> bool:
        """Whether they are what a page shows now."""
        shown = [document.rows.sides for document in self.documents]
        letters = page.typography.options.letters
        return self.rows is page.rows and self.options.letters == letters and shown == page.columns()


class PageDocuments:
    """To make the documents of three thousand paragraphs takes as long as to set them out, and a reader feels both in
    one go: so they may be made in turns of the event loop before. What shows stays as it is till then."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._shown = self._prepared = _Made([], ReadingOptions(), [])

    def preparing(self, article: Article, rows: list[Row]) -> Iterator[None]:
        """Makes the documents of an article that is about to be the page's, with these rows, in steps."""
        yield from self._making(article, rows, self._page.columns())

    def preparing_columns(self, article: Article, columns: Columns) -> Iterator[None]:
        """Makes those of other columns for the page's own rows, in steps; none where it has these columns."""
        if columns != self._page.columns():
            yield from self._making(article, self._page.rows, columns)

    def note_row(self) -> None:
        """A row of the page is another now, which what was prepared lacks; what shows is told of it."""
        if self._prepared.rows is self._page.rows:
            self._prepared = self._shown

    def take(self, article: Article) -> list[RowDocument]:
        """Those of the page as it is now, one for each column, which show from now on."""
        page = self._page
        if not any(made.fit(page) for made in (self._prepared, self._shown)):
            for _ in self._making(article, page.rows, page.columns()):
                pass
        self._shown = self._prepared = next(made for made in (self._prepared, self._shown) if made.fit(page))
        return self._shown.documents

    def _making(self, article: Article, rows: list[Row], columns: Columns) -> Iterator[None]:
        """Prepares the texts of the columns and then their documents, in two steps, unless something else is to be."""
        self._prepared = made = _Made(rows, self._page.typography.options, [])
        texts = [self._page.whole(rows, sides) for sides in columns]
        rtl = article.direction == "rtl"
        yield
        if self._prepared is made:  # and no pair has come since, say
            made.documents.extend(
                RowDocument(self._page, rows, sides, text, right_to_left=rtl and Side.SOURCE in sides)
                for sides, text in zip(columns, texts, strict=True)
            )
