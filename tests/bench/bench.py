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

from reader.arabic.sentences import sentence_spans

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
SMALL = ROOT / "tests" / "models" / "translate-ar_en-0_1.argosmodel"
TOKENS = 24
"""How many tokens both sides write for a sentence; people write 30 for one of these."""
ARTICLE = (10, 2)
BRIEF = (2, 2)
"""Paragraphs of an article, and sentences of a paragraph. The hundred articles are briefs, or the run would take half
an hour; Muwazi gains less on them than on long ones."""
LEARNED_FROM = ("tico-19", "xquad-paragraphs", "tatoeba", "mmlu-questions")

REAL_SECONDS, REAL_MB = 5.8, 333
"""What argostranslate takes to its first sentence with the real stanza and PyTorch, and the small package of the tests:
measured apart, since PyTorch is not installed for a benchmark."""


@dataclass(frozen=True)
class Run:
    """One child process: seconds from its start until it had imported what it needs, had the first paragraph, was
    done; its peak memory in MB when it had imported, and in the end, with that of a process beside it; the seconds of
    all its threads together, and of that process."""

    ready: float
    first: float
    done: float
    imported: float
    peak: float
    worked: float


def main() -> None:
    repetitions = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    data = Path(os.environ.get("MUWAZI_DATA", ""))
    if not (data / "flores-dev" / "ar.txt").is_file():
        sys.exit("bench: MUWAZI_DATA does not name the folder with the parallel data (flores-dev/ar.txt and others)")
    cache = cache_folder()
    python, model = argos_environment(cache), bench_package(cache, data)
    small = unpacked(SMALL, cache / "small")
    lines = (data / "flores-dev" / "ar.txt").read_text(encoding="utf-8").splitlines()
    one = articles(cache / "article.json", lines, 1, *ARTICLE)
    hundred = articles(cache / "hundred.json", lines, 100, *BRIEF)
    cores = len(os.sched_getaffinity(0))
    ours = [sys.executable, str(HERE / "side_muwazi.py")]

    def theirs(file: Path, folder: Path = model) -> Run:
        command = [str(python), str(HERE / "side_argos.py"), str(file), str(TOKENS)]
        return measured(command, argos_variables(cache, folder.parent))

    def own(file: Path, threads: int = 0, folder: Path = model) -> Run:
        return measured([*ours, str(file), str(TOKENS), str(folder), str(threads)], our_variables())

    theirs(one), own(one)  # so that both find their files in memory
    table = Table()
    for _ in range(repetitions):  # in turns, so that a busy machine hits both
        table.add("small package", theirs(one, small), own(one, folder=small))
        argos = theirs(one)
        table.add("article", argos, own(one))
        table.add("article, as many threads", argos, own(one, cores))
    argos = theirs(hundred)
    table.add("100 articles", argos, own(hundred))
    table.add("100 articles, as many threads", argos, own(hundred, cores))
    command = [*ours, str(one), str(TOKENS), str(model), "0", "bare"]
    turns = json.loads(subprocess.run(command, env=our_variables(), check=True, capture_output=True).stdout)
    table.show()
    shares = [100 * bare / full for full, bare in zip(turns["ours"], turns["bare"], strict=True)]
    print(f"our rate, of that of bare translate_batch on the same batches: {spread(shares, '%')}")


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
        texts = [str(data / corpus / f"{side}.txt") for corpus in LEARNED_FROM for side in ("ar", "en")]
        # In a process of its own: a child's peak memory counts from that of the process it comes from.
        subprocess.run([sys.executable, str(HERE / "package.py"), str(file.with_suffix(".new")), *texts], check=True)
        file.with_suffix(".new").rename(file)
    return unpacked(file, installed)


def unpacked(file: Path, folder: Path) -> Path:
    """The one folder below ``folder`` that the package is unpacked to, once."""
    if not folder.is_dir():
        beside = folder.with_suffix(".new")
        with zipfile.ZipFile(file) as archive:
            archive.extractall(beside)
        for top in beside.iterdir():
            (top / "stanza").mkdir(exist_ok=True)  # published packages have one, and so Argos asks stanza for sentences
        beside.rename(folder)
    (top,) = folder.iterdir()
    return top


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


def argos_variables(cache: Path, packages: Path) -> dict[str, str]:
    home = cache / "home"
    home.mkdir(exist_ok=True)
    variables = {name: value for name, value in os.environ.items() if not name.startswith(("ARGOS", "PYTHON", "XDG"))}
    return variables | {
        "HOME": str(home),
        "PYTHONPATH": str(HERE / "stand_in"),
        "ARGOS_PACKAGES_DIR": str(packages),
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
    ready, first, done = (times[name] - begun for name in ("ready", "first", "done"))
    worked = usage.ru_utime + usage.ru_stime
    return Run(ready, first, done, times["imported"], usage.ru_maxrss / 1024 + times.get("beside", 0.0), worked)


def spread(values: list[float], unit: str) -> str:
    digits = 0 if unit == "MB" else 2
    least, middle, most = (f"{value:.{digits}f}" for value in (min(values), statistics.median(values), max(values)))
    return f"{middle:>6} {unit}" + (f" ({least} to {most})" if len(values) > 1 else "")


class Table:
    """The runs of both sides by what they are of; shown as medians and ratios."""

    def __init__(self) -> None:
        self._runs: dict[str, list[tuple[Run, Run]]] = {}

    def add(self, name: str, theirs: Run, own: Run) -> None:
        self._runs.setdefault(name, []).append((theirs, own))

    def show(self) -> None:
        """Prints a line for each kind of run and figure: argostranslate, Muwazi, the ratio, and the ratio with what
        the real stanza and PyTorch add to the stand-ins, by the small package's first sentence."""
        small = [theirs for theirs, _ in self._runs["small package"]]
        seconds = max(0.0, REAL_SECONDS - statistics.median(run.first for run in small))
        megabytes = max(0.0, REAL_MB - statistics.median(run.peak for run in small))
        print(f"{'':48}{'argostranslate':30}{'Muwazi':30}ratio")
        for name, runs in self._runs.items():
            added = {"first": seconds, "done": seconds, "worked": seconds, "peak": megabytes}
            for what, more in added.items():
                unit = "MB" if what == "peak" else "s"
                theirs, own = ([getattr(run, what) for run in side] for side in zip(*runs, strict=True))
                ratio = statistics.median(theirs) / statistics.median(own)
                real = (statistics.median(theirs) + more) / statistics.median(own)
                both = f"{spread(theirs, unit):30}{spread(own, unit):30}"
                print(f"{name + ', ' + FIGURES[what]:48}{both}{ratio:5.1f} x   with PyTorch {real:5.1f} x")


FIGURES = {"first": "to first paragraph", "done": "to the end", "worked": "processor time", "peak": "peak memory"}


if __name__ == "__main__":
    main()
