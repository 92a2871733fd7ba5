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
from time import monotonic
from typing import TYPE_CHECKING, Any, Self, TypeVar

from reader.arabic import lexicon_process
from reader.arabic.lexicon_likelihood import likelihood, load_counts
from reader.arabic.lexicon_readings import as_reading, fitting
from reader.errors import TranslationError
from reader.settings import is_frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.model import Reading

LONGEST_SPELLING = 200
"""Code points, vowel signs and tatweel counted, beyond which nothing is a word: the process is not asked for it."""

AT_ONCE = 500
"""Words of a request: some 50 ms of work, so that one that is not answered in seconds has a cause."""

STARTING = 20.0
"""Seconds for the process to start; it takes less than one, and several on a cold disk."""

LESS_LIKELY = 2.5
"""How much less likely than the likeliest (a logarithm) a reading may be and still count for what a word is."""

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
    raises TranslationError("lexicon.failed"). From then on nothing is waited for: the process is being started in the
    background, and until it is there the same error comes at once. ``timeout`` is seconds for an answer, ``cache_size``
    words remembered.
    """

    def __init__(self, timeout: float = 5.0, cache_size: int = 4000) -> None:
        self._timeout = timeout
        self._cache_size = cache_size
        self._cache: dict[str, tuple[Analysis, ...]] = {}
        self._roots: dict[str, str | None] = {}
        self._stems: dict[str, list[list[str]]] = {}
        self._asking = threading.Lock()
        self._changing = threading.Lock()
        self._process: _Process | None = None
        self._has_failed = False
        self._times_closed = 0
        self._counts: dict[str, float] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def load(self) -> None:
        """Starts the process and has it make what ``lemmas`` and ``stems`` are answered from, which takes a second or
        two, and waits for it. Raises TranslationError where the lexicon cannot work."""
        if self._counts is None:
            self._counts = load_counts()
        with self._asking:
            self._ask({"stems": []})

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
        """The same in full. Vowels written in a word leave out the readings that contradict them, unless none is
        left."""
        with self._asking:
            known = {word: self._cache[word] for word in words if word in self._cache}
            wanted = [word for word in dict.fromkeys(words) if word not in known and len(word) <= LONGEST_SPELLING]
            for start in range(0, len(wanted), AT_ONCE):
                some = wanted[start : start + AT_ONCE]
                found = {word: _unpack(word, one) for word, one in zip(some, self._ask(some), strict=True)}
                known |= found
                self._remember(self._cache, found)
            return [known.get(word, ()) for word in words]

    def lemmas(self, words: Sequence[str]) -> list[frozenset[str]]:
        """For each word the lemmas that it is likely to be of, by their names in the tables; none where the lexicon
        does not know it. Raises TranslationError where the lexicon cannot work."""
        if self._counts is None:
            self._counts = load_counts()
        answer = []
        for found in self.analyses(words):
            scores = {one: likelihood(one, self._counts) for one in found}
            least = max(scores.values(), default=0.0) - LESS_LIKELY
            answer.append(frozenset(one.lemma_id for one, score in scores.items() if score >= least))
        return answer

    def stems(self, lemmas: Iterable[str]) -> dict[str, tuple[Segment, ...]]:
        """The stems of each lemma, of which its forms are made (كتاب and كتب of one): each as it is written, and the
        tables' name of how it is inflected. Raises TranslationError where the lexicon cannot work."""
        with self._asking:
            answer = self._ask_of(lemmas, "stems", self._stems)
            return {lemma: tuple((stem, kind) for stem, kind in found) for lemma, found in answer.items()}

    def _roots_of(self, lemmas: Iterable[str]) -> dict[str, str | None]:
        """The root of each lemma, by its name in the tables; None where none is known."""
        with self._asking:
            return self._ask_of(lemmas, "roots", self._roots)

    def _ask_of(self, lemmas: Iterable[str], what: str, cache: dict[str, T]) -> dict[str, T]:
        """What the process says of lemmas, of which ``cache`` has some already."""
        lemmas = list(lemmas)
        known = {lemma: cache[lemma] for lemma in lemmas if lemma in cache}
        wanted = [lemma for lemma in lemmas if lemma not in known]
        for start in range(0, len(wanted), AT_ONCE):
            some = wanted[start : start + AT_ONCE]
            found = dict(zip(some, self._ask({what: some}), strict=True))
            known |= found
            self._remember(cache, found)
        return known

    def _remember(self, cache: dict[str, T], found: dict[str, T]) -> None:
        cache.update(found)
        while len(cache) > self._cache_size:
            del cache[next(iter(cache))]  # the oldest: a dict keeps the order of insertion

    def close(self) -> None:
        """Ends the process; whoever waits for an answer of it gets the error. The lexicon may be used again: it then
        starts afresh."""
        with self._changing:
            self._times_closed += 1
            if self._process is not None:
                self._process.kill()
        with self._asking:
            self._stop()
            self._has_failed = False

    def _ask(self, request: list[str] | dict[str, list[str]]) -> list[Any]:
        reason, times_closed = "", self._times_closed
        for _ in range(1 if self._has_failed else 2):
            try:
                answer = list(self._running(times_closed).exchange(request, self._timeout))
            except _NotYet as error:
                reason = str(error)
                if error.is_overdue:
                    self._stop()
                break
            except (OSError, ValueError) as error:  # died, killed for hanging, or an answer that is no JSON
                reason = str(error)
                self._stop()
            else:
                self._has_failed = False
                return answer
        self._has_failed = True
        with suppress(OSError):
            self._started(times_closed)  # for the next time
        raise TranslationError("lexicon.failed", reason=reason)

    def _running(self, times_closed: int) -> _Process:
        """The process once it has started; of one that failed before, nothing is awaited. Raises OSError."""
        process = self._started(times_closed)
        process.wait(0 if self._has_failed else STARTING)
        return process

    def _started(self, times_closed: int) -> _Process:
        """The process, which may still be loading. Raises OSError, also where the lexicon was closed meanwhile."""
        with self._changing:
            if self._times_closed != times_closed:
                raise OSError("it was closed")
            if self._process is None:
                self._process = _Process()
            return self._process

    def _stop(self) -> None:
        with self._changing:
            process, self._process = self._process, None
        if process is not None:
            process.stop()


class _NotYet(OSError):
    """The process has not started so far, and goes on doing so; ``is_overdue`` says that it is not to be believed."""

    def __init__(self, reason: str, is_overdue: bool) -> None:
        super().__init__(reason)
        self.is_overdue = is_overdue


class _Process:
    """One process, which starts at once. That it is ready is heard on a thread of its own, so that nobody needs to wait
    for it."""

    def __init__(self) -> None:
        self._popen = _start()
        self._began = monotonic()
        self._greeting: dict[str, Any] = {}
        self._listener = threading.Thread(target=self._listen, name="lexicon starts", daemon=True)
        self._listener.start()

    def _listen(self) -> None:
        assert self._popen.stdout is not None
        with suppress(OSError, ValueError):  # then there is no greeting
            self._greeting = json.loads(self._popen.stdout.readline())

    def wait(self, seconds: float) -> None:
        """Returns once the process is ready. Raises _NotYet where it is not within that time, and OSError where it
        never will be."""
        self._listener.join(seconds)
        if self._listener.is_alive():
            reason = f"it has not started within {seconds:g} s" if seconds else "it is being started again"
            raise _NotYet(reason, monotonic() - self._began > 2 * STARTING)
        if "ready" not in self._greeting:
            raise OSError(self._greeting.get("failed", "its process ended"))

    def exchange(self, request: object, seconds: float) -> Any:
        """Sends a line and reads the answer. A process that takes too long is killed, which ends the reading. Raises
        OSError and ValueError."""
        assert self._popen.stdin is not None and self._popen.stdout is not None
        watchdog = threading.Timer(seconds, self._popen.kill)
        watchdog.daemon = True
        watchdog.start()
        try:
            self._popen.stdin.write(json.dumps(request).encode() + b"\n")
            self._popen.stdin.flush()
            line = self._popen.stdout.readline()
        finally:
            watchdog.cancel()
        if not line.endswith(b"\n"):
            raise OSError(f"its process ended or gave no answer within {seconds:g} s")
        return json.loads(line)

    def kill(self) -> None:
        """Ends it from any thread; there is nothing in it to be lost."""
        self._popen.kill()

    def stop(self) -> None:
        """Ends it and lets go of its pipes."""
        self._popen.kill()
        self._popen.wait()
        self._listener.join()
        assert self._popen.stdin is not None and self._popen.stdout is not None
        with suppress(OSError):  # what a dead process left unread
            self._popen.stdin.close()
        self._popen.stdout.close()


def _start() -> subprocess.Popen[bytes]:
    """The lexicon's process, before its greeting. A bundle runs itself with an argument; from source, Python runs the
    module, and finds it wherever this one was found, not in the folder the user happens to be in. It is told where else
    to look rather than finding that out itself (-S), which would cost a sixth of its memory."""
    environment = dict(os.environ)
    if is_frozen():
        command = [sys.executable, lexicon_process.LEXICON_ARGUMENT]
    else:
        root = str(Path(__file__).resolve().parents[2])
        known = environment.get("PYTHONPATH")
        environment["PYTHONPATH"] = os.pathsep.join([root, known]) if known else root
        script = f"import sys; sys.path += sys.argv[1:]; from {lexicon_process.__name__} import serve; serve()"
        command = [sys.executable, "-P", "-S", "-c", script, *filter(None, sys.path)]
    return subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )


def _unpack(word: str, found: list[list[Any]]) -> tuple[Analysis, ...]:
    """The analyses that the process sent for a word, without those that its written vowels contradict."""
    analyses = [Analysis(*parts[:4], *(tuple(map(tuple, segments)) for segments in parts[4:])) for parts in found]
    return tuple(fitting(word, analyses))
