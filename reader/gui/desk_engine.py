"""The engine of the open article, on the lane on which it works."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from reader.gui.services import App
    from reader.gui.staleness import Staleness
    from reader.model import Article, Engine, Package, Pair
    from reader.translation.translator import Translator


class DeskEngine:
    """The translator: made, used and closed on its lane, kept from article to article until the models change."""

    def __init__(self, app: App, choice: str) -> None:
        self._app, self._choice = app, choice
        self._translator: Translator | None = None

    def pairs(
        self, article: Article, known: Sequence[Pair], is_stale: Staleness, is_wanted: Callable[[], bool]
    ) -> Iterator[Engine | Pair]:
        """The engine that is asked, then the pairs as they are done; those known ones that are stale are made anew."""
        if self._translator is None:
            self._translator = self._app.translator(self._choice)
        engine = self._translator.engine
        yield engine
        again = frozenset(pair.index for pair in known if is_stale(pair, engine))
        yield from self._app.pair(article, self._translator, known, again, is_wanted)

    def renew(self) -> Iterator[None]:
        """Lets go of the translator, for the models have changed."""
        self.close()
        yield

    def install(self, file: Path) -> Iterator[Package]:
        """Installs a model; the next pairs are made anew with what is then the best."""
        package = self._app.packages().install(file)
        self.close()
        yield package

    def close(self) -> None:
        """Lets go of the translator."""
        if self._translator is not None:
            self._translator.close()
            self._translator = None
