"""Learns, from parallel text, how firmly Arabic and English words are bound to each other: what word links lean on.

    python packaging/learn_links.py DATA_FOLDER [SENTENCES_LEFT_OUT]

DATA_FOLDER holds a folder for each corpus, with ar.txt and en.txt whose lines belong together. Lines whose Arabic
stands in SENTENCES_LEFT_OUT (Arabic, tab, English) are not learned from: links are judged on them. Writes
resources/lexicon/links.tsv (stem of an Arabic word, stem of an English word, per cent). No text of the corpora goes in.

How: expectation maximisation, as in IBM's first model, in both directions. The figure is the geometric mean of both
probabilities, three times over, since that of a word with three good translations is a third of what it is worth.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path

from reader.translation.link_words import arabic_stem, english_stem, target_content

CORPORA = ("tatoeba", "tico-19", "xquad-questions", "xquad-paragraphs", "mmlu-questions")
ROUNDS, LONGEST = 5, 60
LEAST_COUNT, LEAST_FIGURE = 1.5, 0.04
WORTH = 3
ARABIC = re.compile("[\u0620-\u065f\u0670\u066e-\u06d3]+")
ENGLISH = re.compile("[A-Za-z]+(?:['’][a-z]+)?")

Lines = list[tuple[list[str], list[str]]]
Table = dict[tuple[str, str], float]


def read(folder: Path, left_out: set[str]) -> Lines:
    lines: Lines = []
    for corpus in CORPORA:
        sides = ((folder / corpus / f"{side}.txt").read_text(encoding="utf-8").split("\n") for side in ("ar", "en"))
        for arabic, english in zip(*sides, strict=True):
            ours = [arabic_stem(word) for word in ARABIC.findall(arabic)]
            theirs = [english_stem(word) for word in ENGLISH.findall(english) if target_content(word) > 0.1]
            if arabic not in left_out and 0 < len(ours) <= LONGEST and 0 < len(theirs) <= LONGEST:
                lines.append((ours, theirs))
    return lines


def learn(lines: Lines) -> tuple[Table, Table]:
    """The probability of each word of the second side, given one of the first (or none: the empty word); the counts."""
    table: Table = {}
    counts: Table = {}
    for round_ in range(ROUNDS):
        counts, totals = defaultdict(float), defaultdict(float)
        for ours, theirs in lines:
            given = ["", *ours]
            for word in theirs:
                weights = [table.get((one, word), 1e-9) if round_ else 1.0 for one in given]
                total = sum(weights)
                for one, weight in zip(given, weights, strict=True):
                    share = weight / total
                    if share > 1e-3:
                        counts[one, word] += share
                        totals[one] += share
        table = {pair: count / totals[pair[0]] for pair, count in counts.items() if count / totals[pair[0]] > 1e-3}
    return table, counts


def main(folder: Path, left_out: set[str]) -> None:
    lines = read(folder, left_out)
    forward, counts = learn(lines)
    backward, _ = learn([(theirs, ours) for ours, theirs in lines])
    rows = []
    for (arabic, english), probability in forward.items():
        figure = (probability * backward.get((english, arabic), 0.0)) ** 0.5
        if arabic and counts[arabic, english] >= LEAST_COUNT and figure >= LEAST_FIGURE:
            rows.append(f"{arabic}\t{english}\t{min(100, round(100 * WORTH * figure))}\n")
    file = Path(__file__).parent.parent / "resources" / "lexicon" / "links.tsv"
    head = "# stem of an Arabic word\tstem of an English word\thow firmly they are bound, per cent\n"
    file.write_text(head + "".join(sorted(rows)), encoding="utf-8")
    print(f"{len(lines)} lines, {len(rows)} figures")


if __name__ == "__main__":
    known = Path(sys.argv[2]).read_text(encoding="utf-8").splitlines() if len(sys.argv) > 2 else []
    main(Path(sys.argv[1]), {line.partition("\t")[0] for line in known})
