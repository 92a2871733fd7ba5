"""Counts, in parallel text, how often each English rendering of each Arabic lemma was the translators' own choice.

    python packaging/learn_glosses.py DATA_FOLDER

DATA_FOLDER holds a folder for each corpus, with ar.txt and en.txt whose lines belong together. Writes the tables of
figures resources/lexicon/figures.tsv (lemma, rendering, count) and resources/lexicon/articles.tsv (English noun, per
cent of its uses without "the" that have "a", per cent of all that have "the"). No text of the corpora goes into them.

How: expectation maximisation. A word's candidates are the renderings of all its analyses. A candidate that stands in
the English line is worth the more the rarer it is there in general; one that does not is worth less. Each occurrence
is shared out among the candidates by that and by the counts so far.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

from reader.arabic.lexicon import Lexicon
from reader.translation.gloss_english import plural, stem
from reader.translation.gloss_renderings import key, renderings
from reader.translation.gloss_tokens import Kind, tokenise

CORPORA = {
    "tico-19": 1.0,
    "xquad-paragraphs": 1.0,
    "xquad-questions": 1.0,
    "tatoeba": 0.7,
    "mmlu-questions": 0.4,
    "mmlu-options": 0.4,
    "interface-strings": 0.2,
    "bible": 0.1,
}
"""The corpora and what an occurrence in each counts: what is nearer to news, and translated by people, counts more."""

ROUNDS = 6
HIT, MISS = 0.6, 0.4
LEAST_COUNT = 0.8
SMALL = frozenset({"be", "a", "an", "the", "to", "of", "in", "on", "at", "for", "with", "by"})

Candidate = tuple[tuple[str, str], tuple[str, ...]]


def english_words(line: str) -> list[str]:
    return re.findall(r"[a-z]+(?:'[a-z]+)?", line.lower())


def content_stems(rendering: str) -> tuple[str, ...]:
    words = english_words(rendering)
    return tuple(stem(word) for word in words if word not in SMALL) or tuple(map(stem, words))


def main(folder: Path) -> None:
    lines: list[tuple[list[str], frozenset[str], float]] = []
    articles: dict[str, Counter[str]] = defaultdict(Counter)
    spread: Counter[str] = Counter()
    for corpus, weight in CORPORA.items():
        arabic = (folder / corpus / "ar.txt").read_text(encoding="utf-8").split("\n")
        english = (folder / corpus / "en.txt").read_text(encoding="utf-8").split("\n")
        for source, target in zip(arabic, english, strict=True):
            words = [token.text for token in tokenise(source) if token.kind is Kind.WORD]
            translated = english_words(target)
            for first, before, word in zip(["", *translated], translated, translated[1:], strict=False):
                # "a" may stand before an adjective: "a large campaign".
                article = next((w for w in (before, first) if w in ("a", "an", "the")), "bare")
                articles[word]["a" if article == "an" else article] += 1
            stems = frozenset(map(stem, translated))
            if words and stems:
                lines.append((words, stems, weight))
                spread.update(stems)
    print(len(lines), "lines")

    candidates: dict[str, list[Candidate]] = {}
    with Lexicon(cache_size=1) as lexicon:
        vocabulary = sorted({word for words, _, _ in lines for word in words})
        for start in range(0, len(vocabulary), 5000):
            part = vocabulary[start : start + 5000]
            for word, analyses in zip(part, lexicon.analyses(part), strict=True):
                options = {key(a, r): content_stems(r) for a in analyses for r in renderings(a.gloss)}
                candidates[word] = [(name, stems) for name, stems in options.items() if stems]
    print(len(candidates), "words")

    total = len(lines)
    counts: dict[tuple[str, str], float] = {}
    for round_number in range(ROUNDS):
        new: dict[tuple[str, str], float] = defaultdict(float)
        for words, stems, weight in lines:
            for word in words:
                shares = []
                for name, wanted in candidates[word]:
                    chance = min(spread[piece] for piece in wanted) / total
                    found = all(piece in stems for piece in wanted)
                    evidence = HIT / max(chance, 1e-4) if found else MISS / (1 - min(chance, 0.9))
                    shares.append((name, (counts.get(name, 0.0) + 0.1) * evidence, found))
                whole = sum(share for _, share, _ in shares)
                for name, share, found in shares:
                    if found:
                        new[name] += weight * share / whole
        counts = dict(new)
        print("round", round_number + 1, len(counts))

    out = Path(__file__).resolve().parent.parent / "resources" / "lexicon"
    rows = sorted((lemma, english, count) for (lemma, english), count in counts.items() if count >= LEAST_COUNT)
    text = "".join(f"{lemma}\t{english}\t{count:.3g}\n" for lemma, english, count in rows)
    (out / "figures.tsv").write_text("# lemma\trendering\tcount\n" + text, encoding="utf-8")
    nouns = {form for _, english, _ in rows if " " not in english for form in (english, plural(english))}
    text = ""
    for noun in sorted(nouns):
        seen = articles[noun]
        if sum(seen.values()) >= 8:
            with_a = 100 * seen["a"] // max(1, seen["a"] + seen["bare"])
            text += f"{noun}\t{with_a}\t{100 * seen['the'] // sum(seen.values())}\n"
    (out / "articles.tsv").write_text("# noun\tper cent with a\tper cent with the\n" + text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
