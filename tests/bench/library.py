"""make bench-library: a library of 1,000 and one of 10,000 pieces: how large the file, how quick search and the rest.

    MUWAZI_DATA=FOLDER python tests/bench/library.py [--locked] [PIECES…]

FOLDER holds the parallel data (flores-dev/ar.txt and en.txt), of which the pieces are put together at random: ten
paragraphs of two sentences, with their translations, and word by word links; every twentieth has the sample article
too. Every second one has a note. Figures are milliseconds, the median and the 95th percentile, and with several sizes
what they have grown to, of the first. Searching as one types is a query for every letter that is typed, asked with the
lexicon, which runs already. With --locked the same is measured of the same library locked by a passphrase, and how many
times as long it takes.
"""

from __future__ import annotations

import gc
import os
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from reader import settings
from reader.arabic.lemmas import Lemmas
from reader.arabic.lexicon import Lexicon
from reader.library.keys import Keys
from reader.library.locking import relock
from reader.library.store import Library
from reader.model import Article, Block, Engine, EngineName, Pair, PairedArticle, Place, Role, Sentence, Side, Status
from reader.pipeline import parse
from reader.sources import files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

SIZES = (1_000, 10_000)
PARAGRAPHS = 10
AT_ONCE = 250
"""How many pieces are put in together while a library is made."""
REPETITIONS = 100
Figures = tuple[float, float]
ENGINE = Engine(EngineName.ARGOS, "ar_en", "1.0")
TYPED = {
    "Arabic": (
        "الحكومة الصينية",
        "حكومة",
        "الرئيس الأمريكي",
        "علماء من جامعة",
        "سرطان الثدي",
        "في المدينة القديمة",
        "والماء",
    ),
    "English": (
        "the government",
        "scientists",
        "president of the united states",
        "water and food",
        "earthquake",
    ),
}
FINISHED = ("الحكومة", "المدينة", "في", "من العالم", '"الولايات المتحدة"', '""الماء""', "the", "cities", "-the water")


def main() -> None:
    data = data_folder()
    locked = "--locked" in sys.argv
    sizes = [int(size) for size in sys.argv[1:] if size != "--locked"] or SIZES
    first: dict[str, Figures] = {}
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            path = Path(folder) / f"library-{size}.sqlite3"
            pieces = made(data, size + REPETITIONS)
            gc.freeze()  # else each round of Python's garbage collector goes through all of them, and is measured too
            fill(path, pieces[:size])
            print(f"{size:,} pieces, {path.stat().st_size / 1e6:,.0f} MB")
            if locked:
                compare_locked(path, pieces[size:])
                continue
            for name, (median, most) in measure(path, pieces[size:]):
                before = first.setdefault(name, (median, most))
                growth = f"  × {median / before[0]:.1f}, {most / before[1]:.1f}" if size != sizes[0] else ""
                print(f"  {name:<32}{median:>8.1f}{most:>8.1f}{growth}")


def data_folder() -> Path:
    """The folder with the parallel data, by MUWAZI_DATA; ends the process where that does not name it."""
    data = Path(os.environ.get("MUWAZI_DATA", ""))
    if not (data / "flores-dev" / "ar.txt").is_file():
        sys.exit("bench: MUWAZI_DATA does not name the folder with the parallel data (flores-dev/ar.txt and en.txt)")
    return data


def compare_locked(path: Path, more: Sequence[PairedArticle]) -> None:
    """Measures a library, and a copy of it that is locked."""
    copy, keys = path.with_name("locked.sqlite3"), Keys()
    with Library(path) as library:
        library.back_up(copy)
    print(f"  locking it: {timed(lambda: relock(copy, 'kettle moon hat snow', keys)):,.0f} ms")
    fresh = Keys()
    fresh.add("kettle moon hat snow")
    print(f"  its key out of the passphrase, once a run: {timed(lambda: fresh.key_at(copy)):,.0f} ms")
    both = zip(measure(path, more), measure(copy, more, keys), strict=True)
    for (name, (median, most)), (_, (median_locked, most_locked)) in both:
        print(
            f"  {name:<32}{median:>8.1f}{most:>8.1f}  locked{median_locked:>8.1f}{most_locked:>8.1f}"
            f"  × {median_locked / median:.2f}, {most_locked / most:.2f}"
        )


def made(data: Path, count: int) -> list[PairedArticle]:
    """So many pieces, no two alike, the same each time."""
    texts = [(data / "flores-dev" / f"{side}.txt").read_text(encoding="utf-8").splitlines() for side in ("ar", "en")]
    lines = list(zip(*texts, strict=True))
    sample = parse(files.read(str(settings.sample_article()), None))
    draw = random.Random(count)
    pieces = []
    for number in range(count):
        title, *sentences = draw.sample(lines, 1 + 2 * PARAGRAPHS)
        body = [
            (Role.PARAGRAPH, f"{one[0]} {other[0]}", f"{one[1]} {other[1]}")
            for one, other in zip(sentences[::2], sentences[1::2], strict=True)
        ]
        texts_of = [(Role.TITLE, f"{title[0][:80]} {number}", f"{title[1][:80]} {number}"), *body]
        blocks = tuple(Block(role, source, (line,)) for line, (role, source, _) in enumerate(texts_of, 1))
        if number % 20 == 0:
            blocks = (*blocks, *sample.blocks)
        published = f"20{number % 25:02}-{number % 12 + 1:02}-{number % 28 + 1:02}"
        article = Article(title=blocks[0].text, published=published, source=f"paste {number}", blocks=blocks)
        pairs = tuple(pair_of(index, *text) for index, text in enumerate(texts_of))
        pieces.append(PairedArticle(article, pairs, ENGINE))
    return pieces


def pair_of(index: int, role: Role, source: str, target: str) -> Pair:
    links = tuple((*one, *other) for one, other in zip(word_spans(source), word_spans(target), strict=False))
    sentence = Sentence((0, len(source)), (0, len(target)), -0.5, links)
    return Pair(index, role, source, target, EngineName.ARGOS, Status.TRANSLATED, (sentence,))


def word_spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for word in text.split(" "):
        yield start, start + len(word)
        start += len(word) + 1


def fill(path: Path, pieces: Sequence[PairedArticle]) -> None:
    """A library of these pieces, with a note in every second one."""
    with Library(path) as library:
        for start in range(0, len(pieces), AT_ONCE):
            with library.recording():
                for number, paired in enumerate(pieces[start : start + AT_ONCE]):
                    piece, _ = library.add(paired)
                    if number % 2:
                        quote = library.annotations.select(piece, Side.SOURCE, [Place(1 + number % PARAGRAPHS, 0, 30)])
                        library.annotations.add(piece, [quote], note=f"note {number} on {quote.exact}")


def measure(path: Path, more: Sequence[PairedArticle], keys: Keys | None = None) -> Iterator[tuple[str, Figures]]:
    """What is measured in a library, and its figures."""
    with Library(path, Lemmas(Lexicon()), keys) as library:
        search = library.search
        search.find("كتاب")  # the lexicon starts
        draw = random.Random(1)
        known = [summary.id for summary in library.summaries()]
        yield "opening the library", figures([timed(lambda: Library(path, keys=keys).close()) for _ in range(20)])
        for name, texts in TYPED.items():
            starts = [text[:length] for text in texts for length in range(1, len(text) + 1)]
            times = [timed(lambda query=query: search.find(query, typing=True)) for query in starts]
            yield f"searching as one types, {name}", figures(times)
        yield "searching", figures([timed(lambda query=query: search.find(query)) for query in FINISHED * 5])
        opened = [timed(lambda: library.get(draw.choice(known))) for _ in range(REPETITIONS)]
        yield "opening a piece", figures(opened)
        yield "adding a piece", figures([timed(lambda paired=paired: library.add(paired)) for paired in more])
        yield "the list", figures([timed(library.summaries) for _ in range(20)])


def timed(step: Callable[[], object]) -> float:
    """Milliseconds that the step takes."""
    started = time.perf_counter()
    step()
    return (time.perf_counter() - started) * 1000


def figures(times: list[float]) -> Figures:
    return statistics.median(times), statistics.quantiles(times, n=20)[-1]


if __name__ == "__main__":
    main()
