"""make bench: Muwazi's engine against argostranslate itself, on the same package and sentences, in one run.

    MUWAZI_DATA=FOLDER python tests/bench/bench.py [REPETITIONS]

FOLDER holds the parallel data (flores-dev/ar.txt, from which the articles are put together, and texts that a tokenizer
is learned from). argostranslate is installed, pinned, in an environment of its own below the cache folder
(BENCH_CACHE), its stanza and spaCy replaced by stand-ins, so that it runs offline and without PyTorch. The package has
the published one's dimensions and random weights; both sides write the same number of tokens for each sentence.
Figures are medians, with the least and the most in brackets.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
import zipfile
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_cache_path

sys.path.insert(0, str(Path(__file__).parent))
import package

from reader.arabic.sentences import sentence_spans

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
TOKENS = 24
"""How many tokens both sides write for a sentence; people write 30 for one of these."""
ARTICLE = (10, 2)
BRIEF = (2, 2)
"""Paragraphs of an article, and sentences of a paragraph. The hundred articles are briefs, or the run would take half
an hour; Muwazi gains less on them than on long ones."""
LEARNED_FROM = ("tico-19", "xquad-paragraphs", "tatoeba", "mmlu-questions")

REAL_IMPORT_SECONDS, REAL_IMPORT_MB = 2.6, 320
"""What `import argostranslate.translate` takes with the real stanza, spaCy and PyTorch, before any model: measured
apart (2.3 to 2.9 s, 320 MB), since PyTorch is not installed for a benchmark. What stanza's pipeline takes comes on
top."""


@dataclass(frozen=True)
class Run:
    """One child process: seconds from its start until it had imported what it needs, had the first paragraph, was
    done; its peak memory in MB when it had imported, and in the end."""

    ready: float
    first: float
    done: float
    imported: float
    peak: float


def main() -> None:
    repetitions = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    data = Path(os.environ.get("MUWAZI_DATA", ""))
    if not (data / "flores-dev" / "ar.txt").is_file():
        sys.exit("bench: MUWAZI_DATA does not name the folder with the parallel data (flores-dev/ar.txt and others)")
    cache = cache_folder()
    python, model = argos_environment(cache), bench_package(cache, data)
    lines = (data / "flores-dev" / "ar.txt").read_text(encoding="utf-8").splitlines()
    one = articles(cache / "article.json", lines, 1, *ARTICLE)
    hundred = articles(cache / "hundred.json", lines, 100, *BRIEF)
    argos = [str(python), str(HERE / "side_argos.py")]
    ours = [sys.executable, str(HERE / "side_muwazi.py")]

    def start_argos(file: Path) -> Run:
        return measured([*argos, str(file), str(TOKENS)], argos_variables(cache))

    def start_ours(file: Path, threads: int = 0) -> Run:
        return measured([*ours, str(file), str(TOKENS), str(model), str(threads)], our_variables())

    start_argos(one), start_ours(one)  # so that both find their files in memory
    theirs, mine, equal = [], [], []
    for _ in range(repetitions):  # in turns, so that a busy machine hits both
        theirs.append(start_argos(one))
        mine.append(start_ours(one))
        equal.append(start_ours(one, len(os.sched_getaffinity(0))))
    many_theirs, many_mine = start_argos(hundred), start_ours(hundred)
    command = [*ours, str(one), str(TOKENS), str(model), "0", "bare"]
    turns = json.loads(subprocess.run(command, env=our_variables(), check=True, capture_output=True).stdout)
    report(theirs, mine, equal, many_theirs, many_mine, turns)


def cache_folder() -> Path:
    """Where environment, package and articles are kept from run to run."""
    cache = Path(os.environ.get("BENCH_CACHE") or user_cache_path("muwazi-bench"))
    cache.mkdir(parents=True, exist_ok=True)
    return cache


def argos_environment(cache: Path) -> Path:
    """The Python of an environment that holds argostranslate, made where it is not there."""
    python, stamp = cache / "argos" / "bin" / "python", cache / "argos" / "made-from"
    pins = (HERE / "argos.txt").read_text(encoding="utf-8")
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") != pins:
        print("bench: installing argostranslate in an environment of its own …", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(cache / "argos")], check=True)
        install = [str(python), "-m", "pip", "install", "-qq", "--no-deps", "--require-hashes"]
        subprocess.run([*install, "-r", str(HERE / "argos.txt")], check=True)
        stamp.write_text(pins, encoding="utf-8")
    return python


def bench_package(cache: Path, data: Path) -> Path:
    """The folder of the unpacked package, where Argos Translate looks for its packages; made where it is not there."""
    file, installed = cache / "bench.argosmodel", cache / "packages"
    if not file.is_file():
        print("bench: making a package of the published one's dimensions …", file=sys.stderr)
        texts = [
            line
            for corpus in LEARNED_FROM
            for side in ("ar", "en")
            for line in (data / corpus / f"{side}.txt").read_text(encoding="utf-8").splitlines()
        ]
        package.build_package(file.with_suffix(".new"), texts, package.Dimensions())
        file.with_suffix(".new").rename(file)
    if not installed.is_dir():
        with zipfile.ZipFile(file) as archive:
            archive.extractall(cache / "packages.new")
        (folder,) = (cache / "packages.new").iterdir()
        (folder / "stanza").mkdir()  # the published package has one, and so Argos asks stanza for the sentences
        (cache / "packages.new").rename(installed)
    (folder,) = installed.iterdir()
    return folder


def articles(file: Path, lines: list[str], count: int, paragraphs: int, sentences: int) -> Path:
    """Writes articles made of the lines, in turn, to ``file``, and beside it how each paragraph is cut."""
    made, cuts, at = [], {}, 0
    for _ in range(count):
        article = []
        for _ in range(paragraphs):
            text = " ".join(lines[(at + place) % len(lines)] for place in range(sentences))
            at += sentences
            article.append(text)
            cuts[text] = [text[start:end] for start, end in sentence_spans(text)]
        made.append(article)
    file.write_text(json.dumps(made, ensure_ascii=False), encoding="utf-8")
    known = file.with_name("sentences.json")
    cuts |= json.loads(known.read_text(encoding="utf-8")) if known.is_file() else {}
    known.write_text(json.dumps(cuts, ensure_ascii=False), encoding="utf-8")
    return file


def argos_variables(cache: Path) -> dict[str, str]:
    home = cache / "home"
    home.mkdir(exist_ok=True)
    variables = {name: value for name, value in os.environ.items() if not name.startswith(("ARGOS", "PYTHON", "XDG"))}
    return variables | {
        "HOME": str(home),
        "PYTHONPATH": str(HERE / "stand_in"),
        "ARGOS_PACKAGES_DIR": str(cache / "packages"),
        "BENCH_SENTENCES": str(cache / "sentences.json"),
    }


def our_variables() -> dict[str, str]:
    return dict(os.environ) | {"PYTHONPATH": str(ROOT)}


def measured(command: list[str], variables: dict[str, str]) -> Run:
    begun = time.time()
    with subprocess.Popen(command, env=variables, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        answer = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"bench: {command[1]} failed")
    times = json.loads(answer.splitlines()[-1])
    return Run(
        times["ready"] - begun, times["first"] - begun, times["done"] - begun, times["imported"], usage.ru_maxrss / 1024
    )


def spread(values: list[float], unit: str) -> str:
    return f"{statistics.median(values):7.2f} {unit} ({min(values):.2f}-{max(values):.2f})"


def report(
    theirs: list[Run],
    mine: list[Run],
    equal: list[Run],
    many_theirs: Run,
    many_mine: Run,
    turns: dict[str, list[float]],
) -> None:
    """Prints the table; "with PyTorch" is what was measured with its import exchanged for what the real one takes."""

    def row(name: str, argos: list[float], own: list[float], unit: str, more: float | None = None) -> None:
        ratio = statistics.median(argos) / statistics.median(own)
        real = (
            ""
            if more is None
            else f"   with PyTorch {(statistics.median(argos) + more) / statistics.median(own):5.1f} x"
        )
        print(f"{name:34}{spread(argos, unit):34}{spread(own, unit):34}{ratio:5.1f} x{real}")

    # What the real import takes beyond the stand-ins'.
    seconds = max(0.0, REAL_IMPORT_SECONDS - statistics.median(run.ready for run in theirs))
    megabytes = max(0.0, REAL_IMPORT_MB - statistics.median(run.imported for run in theirs))
    print(f"{'':34}{'argostranslate':34}{'Muwazi':34}ratio")
    row("start to first paragraph", [run.first for run in theirs], [run.first for run in mine], "s", seconds)
    row("start to imported", [run.ready for run in theirs], [run.ready for run in mine], "s", seconds)
    row("whole article, from start", [run.done for run in theirs], [run.done for run in mine], "s", seconds)
    row("the same, on as many threads", [run.done for run in theirs], [run.done for run in equal], "s", seconds)
    row("100 articles, from start", [many_theirs.done], [many_mine.done], "s", seconds)
    row(
        "peak memory, one article",
        [run.peak for run in theirs],
        [run.peak for run in mine],
        "MB",
        REAL_IMPORT_MB,
    )
    row("peak memory, 100 articles", [many_theirs.peak], [many_mine.peak], "MB", megabytes)
    shares = [100 * bare / ours for ours, bare in zip(turns["ours"], turns["bare"], strict=True)]
    print(f"rate of bare translate_batch: {spread(shares, '%')}")


if __name__ == "__main__":
    main()
