"""The Arabic–English lexicon: morphological readings of words, from an analyser that runs in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeVar

from reader.arabic import lexicon_process
from reader.arabic.lexicon_likelihood import likelihood, load_counts
from reader.arabic.lexicon_readings import as_reading, fitting
from reader.errors import TranslationError
from reader.settings import is_frozen

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from reader.model import Reading

T = TypeVar("T")
Segment = tuple[str, str]
"""A piece of a word, vocalised, and the analyser's tag for it: ("وَ", "CONJ")."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """One reading of a word, in full: what ``Reading`` says for people, with the facts that the gloss engine needs.

    ``vocalised`` and ``lemma`` are Arabic with its vowels (no case endings), ``lemma_id`` the lemma's name in the
    analyser's tables ("kitAb_1"). ``gloss`` is as the tables have it, alternatives between ";". ``prefixes``,
    ``stem`` and ``suffixes`` are the word's pieces in their order; the stem has more than one in a few function words.
    """

    vocalised: str
    lemma: str
    lemma_id: str
    gloss: str
    prefixes: tuple[Segment, ...]
    stem: tuple[Segment, ...]
    suffixes: tuple[Segment, ...]


class Lexicon:
    """A client of the lexicon's process, which starts when a word is first asked for.

    May be used from several threads. Where the process died or hangs, it is started once more; a second failure
    raises TranslationError("lexicon.failed"). ``timeout`` is seconds for an answer, ``cache_size`` words remembered.
    """

    def __init__(self, timeout: float = 30.0, cache_size: int = 4000) -> None:
        self._timeout = timeout
        self._cache_size = cache_size
        self._cache: dict[str, tuple[Analysis, ...]] = {}
        self._roots: dict[str, str | None] = {}
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._counts: dict[str, float] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def readings(self, words: Sequence[str]) -> list[tuple[Reading, ...]]:
        """For each word its readings, the likeliest in news first, an empty tuple where the lexicon knows none. Raises
        TranslationError where the lexicon cannot work."""
        if self._counts is None:
            self._counts = load_counts()
        counts = self._counts
        analyses = self.analyses(words)
        roots = self._roots_of(dict.fromkeys(one.lemma_id for found in analyses for one in found))
        return [
            tuple(
                dict.fromkeys(
                    as_reading(one, roots[one.lemma_id])
                    for one in sorted(found, key=lambda one: -likelihood(one, counts))
                )
            )
            for found in analyses
        ]

    def analyses(self, words: Sequence[str]) -> list[tuple[Analysis, ...]]:
        """The same in full. Vowels written in a word leave out the readings that contradict them, unless none is left.
        All words go down in one request."""
        with self._lock:
            wanted = [word for word in dict.fromkeys(words) if word not in self._cache]
            answers = self._ask(wanted) if wanted else []
            found = {word: _unpack(word, one) for word, one in zip(wanted, answers, strict=True)}
            answer = [self._cache[word] if word in self._cache else found[word] for word in words]
            self._remember(self._cache, found)
            return answer

    def _roots_of(self, lemmas: Collection[str]) -> dict[str, str | None]:
        """The root of each lemma, by its name in the tables; None where none is known."""
        with self._lock:
            wanted = [lemma for lemma in lemmas if lemma not in self._roots]
            found = dict(zip(wanted, self._ask({"roots": wanted}), strict=True)) if wanted else {}
            answer = {lemma: self._roots[lemma] if lemma in self._roots else found[lemma] for lemma in lemmas}
            self._remember(self._roots, found)
            return answer

    def _remember(self, cache: dict[str, T], found: dict[str, T]) -> None:
        cache.update(found)
        while len(cache) > self._cache_size:
            del cache[next(iter(cache))]  # the oldest: a dict keeps the order of insertion

    def close(self) -> None:
        """Ends the process. The lexicon may be used again: it then starts afresh."""
        with self._lock:
            self._stop()

    def _ask(self, request: list[str] | dict[str, list[str]]) -> list[Any]:
        reason = ""
        for _ in range(2):
            try:
                return list(self._exchange(request))
            except (OSError, ValueError) as error:  # died, killed for hanging, or an answer that is no JSON
                reason = str(error)
                self._stop()
        raise TranslationError("lexicon.failed", reason=reason)

    def _exchange(self, request: list[str] | dict[str, list[str]]) -> Any:
        if self._process is None:
            self._process = _start()
            greeting = self._within_time(self._process, b"")
            if "failed" in greeting:
                raise OSError(greeting["failed"])
        return self._within_time(self._process, json.dumps(request).encode() + b"\n")

    def _within_time(self, process: subprocess.Popen[bytes], request: bytes) -> Any:
        """Sends the request and reads one line; a process that takes too long is killed, which ends the reading."""
        assert process.stdin is not None and process.stdout is not None
        watchdog = threading.Timer(self._timeout, process.kill)
        watchdog.daemon = True
        watchdog.start()
        try:
            if request:
                process.stdin.write(request)
                process.stdin.flush()
            line = process.stdout.readline()
        finally:
            watchdog.cancel()
        if not line.endswith(b"\n"):
            raise OSError(f"its process ended or gave no answer within {self._timeout:g} s")
        return json.loads(line)

    def _stop(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        assert process.stdin is not None and process.stdout is not None
        with suppress(OSError):  # what a dead process left unread
            process.stdin.close()  # it ends by itself when its input closes
        try:
            process.wait(1)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdout.close()


def _start() -> subprocess.Popen[bytes]:
    """The lexicon's process, before its greeting. A bundle runs itself with an argument; from source, Python runs the
    module, and finds it wherever this one was found, not in the folder the user happens to be in."""
    environment = dict(os.environ)
    if is_frozen():
        command = [sys.executable, lexicon_process.LEXICON_ARGUMENT]
    else:
        root = str(Path(__file__).resolve().parents[2])
        known = environment.get("PYTHONPATH")
        environment["PYTHONPATH"] = os.pathsep.join([root, known]) if known else root
        command = [sys.executable, "-P", "-m", lexicon_process.__name__]
    return subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )


def _unpack(word: str, found: list[list[Any]]) -> tuple[Analysis, ...]:
    """The analyses that the process sent for a word, without those that its written vowels contradict."""
    analyses = [Analysis(*parts[:4], *(tuple(map(tuple, segments)) for segments in parts[4:])) for parts in found]
    return tuple(fitting(word, analyses))
