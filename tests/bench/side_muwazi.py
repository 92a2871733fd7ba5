"""The other side of the benchmark: Muwazi's own flow, from an article to its pairs.

    python side_muwazi.py ARTICLES.json TOKENS PACKAGE_FOLDER THREADS [bare]

THREADS 0 means as many as the app takes. Prints the same JSON object as the other side; with "bare" the first article
is translated again and again, in turns with bare calls of translate_batch on the same token batches, and the object
holds the seconds of each.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader import pipeline
from reader.model import Article, Block, EngineName, Package, Role, Status

if TYPE_CHECKING:
    from reader.arabic.lexicon import Lexicon
    from reader.translation.argos import ArgosTranslator

TURNS = 11


def engine(folder: Path, threads: int, tokens: int, lexicon: Lexicon) -> ArgosTranslator:
    from reader.translation.argos import ArgosTranslator, Options
    from reader.translation.meanings import Meanings

    package = Package("ar_en", "1.0", "ar", "en", 1, EngineName.ARGOS, True, str(folder))
    options = Options(threads=threads or None, longest_target=tokens, shortest_target=tokens)
    return ArgosTranslator(package, options, Meanings(lexicon))


def peak_beside(lexicon: Lexicon) -> float:
    """The peak memory of the lexicon's process in MB, 0 where there is none or the system does not tell."""
    process = lexicon._process
    try:
        lines = Path(f"/proc/{process._popen.pid if process else 0}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM:")), 0.0)


def article_of(paragraphs: list[str]) -> Article:
    return Article(blocks=tuple(Block(Role.PARAGRAPH, text) for text in paragraphs))


def main(articles: Path, tokens: int, folder: Path, threads: int, *, bare: bool) -> None:
    texts = json.loads(articles.read_text(encoding="utf-8"))
    from reader.arabic.lexicon import Lexicon

    lexicon = Lexicon()
    translator = engine(folder, threads, tokens, lexicon)
    if bare:
        print(json.dumps(in_turns(article_of(texts[0]), translator, tokens)))
        translator.close()
        return
    times = {"ready": time.time(), "imported": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}
    for paragraphs in texts:
        for pair in pipeline.pair(article_of(paragraphs), translator):
            times.setdefault("first", time.time())
            assert pair.status is Status.TRANSLATED
    times |= {"done": time.time(), "beside": peak_beside(lexicon)}
    translator.close()
    print(json.dumps(times))


def in_turns(article: Article, translator: ArgosTranslator, tokens: int) -> dict[str, list[float]]:
    """Seconds for the article's pairs, and for nothing but the decoding of their batches, turn by turn."""
    from reader.translation import decoding

    batches: list[list[list[str]]] = []
    begin = decoding.Decoder.begin

    def noted(self: decoding.Decoder, batch: Any, *arguments: Any, **options: Any) -> decoding.Decoding:
        batches.append(list(batch))
        return begin(self, batch, *arguments, **options)

    decoding.Decoder.begin = noted  # type: ignore[method-assign]
    list(pipeline.pair(article, translator))  # also loads everything
    decoding.Decoder.begin = begin  # type: ignore[method-assign]
    model = translator._load().decoder._model
    options: dict[str, Any] = {"beam_size": decoding.BEAM_SIZE, "length_penalty": decoding.LENGTH_PENALTY}
    options |= {"replace_unknowns": True, "min_decoding_length": tokens, "max_decoding_length": tokens}
    seconds: dict[str, list[float]] = {"ours": [], "bare": []}
    for _ in range(TURNS):
        start = time.perf_counter()
        list(pipeline.pair(article, translator))
        seconds["ours"].append(time.perf_counter() - start)
        start = time.perf_counter()
        for batch in batches:
            model.translate_batch(batch, **options)
        seconds["bare"].append(time.perf_counter() - start)
    return seconds


main(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]), bare="bare" in sys.argv[5:])
