"""make bench: the reading window against a bare QTextBrowser that shows the same Arabic text in one column.

    MUWAZI_DATA=FOLDER python tests/bench/window.py [REPETITIONS]

FOLDER holds the parallel data (flores-dev/ar.txt and en.txt), of which the articles are put together: two sentences a
paragraph, their translations beside them. Both windows are off screen, of one size, in one run and in turns. A figure
is the time until what is asked for is painted, the median of the repetitions, with the least and the most in brackets.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

os.environ["QT_QPA_PLATFORM"] = "offscreen"
HERE = Path(__file__).parent

from library import data_folder  # noqa: E402
from PySide6.QtCore import QEventLoop, Qt, QTimer  # noqa: E402
from PySide6.QtGui import QTextOption  # noqa: E402
from PySide6.QtWidgets import QMainWindow, QTextBrowser, QWidget  # noqa: E402

from reader.gui import fonts, theme  # noqa: E402
from reader.gui.pair_view import PairView  # noqa: E402
from reader.gui.start import keep_what_is_loaded, prepare  # noqa: E402
from reader.model import Article, Block, EngineName, Pair, Role, Sentence, Status  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SIZE = (1360, 900)
LENGTHS = (10, 300, 3000)
Step = Callable[[], object]


def paragraphs(data: Path, count: int) -> list[tuple[str, str]]:
    """So many paragraphs and their translations, no two alike."""
    texts = [(data / "flores-dev" / f"{side}.txt").read_text(encoding="utf-8").splitlines() for side in ("ar", "en")]
    lines = list(zip(*texts, strict=True))
    both = [(lines[n % len(lines)], lines[(n * 7 + n // len(lines) + 1) % len(lines)]) for n in range(count)]
    return [(f"{one[0]} {other[0]}", f"{one[1]} {other[1]}") for one, other in both]


def article_of(texts: Sequence[tuple[str, str]]) -> tuple[Article, list[Pair]]:
    blocks = tuple(Block(Role.PARAGRAPH, source) for source, _ in texts)
    pairs = [
        Pair(
            index,
            Role.PARAGRAPH,
            source,
            target,
            EngineName.ARGOS,
            Status.TRANSLATED,
            (Sentence((0, len(source)), (0, len(target))),),
        )
        for index, (source, target) in enumerate(texts)
    ]
    return Article(blocks=blocks), pairs


class Bare(QMainWindow):
    """A window with nothing but a QTextBrowser, in the face and size of ours."""

    def __init__(self) -> None:
        super().__init__()
        self.browser = QTextBrowser()
        self.browser.setFont(fonts.arabic(20.0))
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        self.browser.document().setDefaultTextOption(option)
        self.setCentralWidget(self.browser)
        self.resize(*SIZE)

    def show_text(self, texts: Sequence[tuple[str, str]]) -> None:
        self.browser.setPlainText("\n".join(source for source, _ in texts))

    def set_size(self, points: float) -> None:
        self.browser.setFont(fonts.arabic(points))

    def scroll_to(self, paragraph: int) -> None:
        document = self.browser.document()
        block = document.findBlockByNumber(paragraph)
        top = document.documentLayout().blockBoundingRect(block).top()
        self.browser.verticalScrollBar().setValue(round(top))


class Table:
    """Milliseconds of ours and of the bare window, by what was done."""

    def __init__(self) -> None:
        self.times: dict[str, tuple[list[float], list[float]]] = defaultdict(lambda: ([], []))

    def add(self, name: str, ours: Callable[[], float], bare: Callable[[], float]) -> None:
        self.times[name][0].append(ours())
        self.times[name][1].append(bare())

    def show(self) -> None:
        print(f"{'milliseconds until painted':46}{'Muwazi':>24}{'bare QTextBrowser':>24}{'ratio':>10}")
        for name, (ours, bare) in self.times.items():
            ratio = statistics.median(ours) / statistics.median(bare)
            print(f"{name:46}{spread(ours):>24}{spread(bare):>24}{ratio:>9.2f}x")


def spread(values: Sequence[float]) -> str:
    return f"{statistics.median(values):.1f} ({min(values):.1f}–{max(values):.1f})"


def timed(widget: QWidget, *steps: Step) -> float:
    """Milliseconds that the steps take, and the paint that follows."""
    start = time.perf_counter()
    for step in steps:
        step()
    widget.grab()
    return 1000 * (time.perf_counter() - start)


def wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def measure_views(table: Table, data: Path, repetitions: int) -> None:
    """What the view itself does, beside what the browser does with the same text."""
    view, bare = PairView(), Bare()
    view.resize(*SIZE)
    view.show()
    bare.show()
    wait(50)
    for length in LENGTHS:
        texts = paragraphs(data, length)
        for turn in range(repetitions):
            view.set_article(*article_of(texts[:1]))
            bare.show_text(())
            wait(1)
            for name, ours, bares in steps(view, bare, texts, turn):
                table.add(f"{name}, {length} paragraphs", partial(timed, view, *ours), partial(timed, bare, *bares))
    view.close()
    bare.close()


def steps(
    view: PairView, bare: Bare, texts: Sequence[tuple[str, str]], turn: int
) -> Iterator[tuple[str, list[Step], list[Step]]]:
    """What is measured, one after the other: its name, and how it is done to ours and to the bare window."""
    article, pairs = article_of(texts)
    odd = turn % 2
    width = SIZE[0] - 40 * (odd + 1)
    paper = f"background: {('#222222', '#fffdf8')[odd]}"
    yield "opening", [partial(view.set_article, article, pairs)], [partial(bare.show_text, texts)]
    yield "a size step", [partial(view.set_arabic_size, 21.0 + odd)], [partial(bare.set_size, 21.0 + odd)]
    yield "a resize", [partial(view.resize, width, SIZE[1])], [partial(bare.resize, width, SIZE[1])]
    colours = (theme.DARK, theme.LIGHT)[odd]
    yield "another theme", [partial(view.set_theme, colours)], [partial(bare.browser.setStyleSheet, paper)]
    ours: list[Step] = []
    bares: list[Step] = []
    for place in range(1, 11):
        block = len(texts) * place // 11
        ours += [partial(view.set_reading_place, (block, 0.0)), view.grab]
        bares += [partial(bare.scroll_to, block), bare.grab]
    yield "ten jumps through", ours, bares


def measure_start(table: Table, file: Path, home: Path, repetitions: int) -> None:
    """From the start of the command to its first paints, beside that of a bare window on the same file."""

    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(home.parent / "bytecode")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # what is installed has been compiled, by the first child here

    def child(*arguments: str) -> float:
        command = [sys.executable, str(HERE / "first_paint.py"), *arguments]
        started = time.time()
        painted = float(subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout)
        return 1000 * (painted - started)

    bare = partial(child, "bare", str(file))
    bare()
    for what in ("frame", "window", "article"):
        ours = partial(child, what, str(file), str(home))
        ours()
        for _ in range(repetitions):
            table.add(f"cold start to the first paint of the {what}", ours, bare)


def main() -> None:
    repetitions = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    data = data_folder()
    prepare()
    keep_what_is_loaded()
    table = Table()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "article.txt"
        file.write_text("\n\n".join(source for source, _ in paragraphs(data, 10)), encoding="utf-8")
        measure_start(table, file, Path(folder) / "home", repetitions)
        measure_views(table, data, repetitions)
        table.show()


if __name__ == "__main__":
    main()
