"""Runs a CTranslate2 model and SentencePiece: the one file that names either."""

from __future__ import annotations

import os
import sys
import threading
import types
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar
from weakref import WeakValueDictionary

from reader.translation import heap

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from reader.model import Span

BEAM_SIZE = 4
LENGTH_PENALTY = 0.2
"""Argos Translate's own options, with which its packages are tuned and measured."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The tokens of one result, without the prefix that was asked for, and their score: the mean log probability of
    a token, that of the end included. ``attention`` has a row for each token, and in it a weight for each token of
    the source."""

    tokens: list[str]
    score: float
    attention: list[list[float]]


def free_cores() -> int:
    """The cores this process may use but one, which is left to the window; one at least."""
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, allowed - 1)


class Decoder:
    """A loaded model: on a graphics card where CTranslate2 finds one that it can work with, else on ``threads`` cores.

    Loading peaks at the weights and their copies packed for the processor, 122 MB for a model of 61 MB, of which 91 MB
    stay. Without packing (CT2_PACKED_GEMM=0) it would be 89 MB, but decoding takes a fifth longer.

    Raises whatever CTranslate2 raises for a folder it cannot load, mostly RuntimeError.
    """

    def __init__(self, folder: Path, threads: int) -> None:
        ctranslate2 = _import_ctranslate2()
        self._model: Any = None
        if ctranslate2.get_cuda_device_count():
            try:
                # The card's own libraries are looked for when first something is decoded.
                self._model = ctranslate2.Translator(str(folder), device="cuda", compute_type="auto")
                self._model.translate_batch([["."]], max_decoding_length=1)
            except (RuntimeError, ValueError):
                self._model = None
        if self._model is None:
            with heap.for_loading():
                self._model = ctranslate2.Translator(
                    str(folder), device="cpu", compute_type="auto", inter_threads=1, intra_threads=threads
                )

    @property
    def device(self) -> str:
        """What it runs on: "cpu" or "cuda"."""
        return str(self._model.device)

    def begin(
        self,
        batch: Sequence[list[str]],
        prefix: Sequence[str],
        longest: int,
        *,
        shortest: int = 1,
        unlike_ngrams_of: int = 0,
    ) -> Decoding:
        """Has the model begin to look for the likeliest result for each token list, of ``shortest`` to ``longest``
        tokens each.

        ``prefix`` is the tokens that every result must begin with. With ``unlike_ngrams_of`` n, no n tokens come twice
        in a result. The attention costs nothing measurable: ``replace_unknowns`` needs it anyway.
        """
        running = self._model.translate_batch(
            list(batch),
            asynchronous=True,
            target_prefix=[list(prefix)] * len(batch) if prefix else None,
            beam_size=BEAM_SIZE,
            length_penalty=LENGTH_PENALTY,
            replace_unknowns=True,
            return_scores=True,
            return_attention=True,
            min_decoding_length=shortest,
            max_decoding_length=longest,
            no_repeat_ngram_size=unlike_ngrams_of,
        )
        return Decoding(running, prefix)


class Decoding:
    """A batch that a model works on, which it does on a thread of its own, one batch after the other."""

    def __init__(self, running: Sequence[Any], prefix: Sequence[str]) -> None:
        self._running, self._prefix = running, prefix

    def results(self) -> list[Decoded]:
        """The result for each token list, in order; waits for them. Raises what CTranslate2 raises where the model
        breaks down."""
        return [_decoded(one.result(), self._prefix) for one in self._running]


def _import_ctranslate2() -> Any:
    """CTranslate2 without its extensions, which nothing of ours uses: they would bring asyncio and ssl along, half of
    the time and 3 MB of the memory that the import takes."""
    name = "ctranslate2.extensions"
    if "ctranslate2" not in sys.modules:
        stand_in = types.ModuleType(name)
        stand_in.register_extensions = lambda: None  # type: ignore[attr-defined]
        sys.modules.setdefault(name, stand_in)
    try:
        import ctranslate2
    finally:
        if name in sys.modules and sys.modules[name].__spec__ is None:
            sys.modules.pop(name, None)
    return ctranslate2


class Decoders:
    """Loaded models, each once in memory for as long as anybody works with it, also where several do at once: their
    batches are then done in turn. May be asked from any thread."""

    def __init__(self) -> None:
        self._loaded: WeakValueDictionary[tuple[object, ...], Decoder] = WeakValueDictionary()
        self._loading = threading.Lock()

    def load(self, folder: Path, threads: int) -> Decoder:
        """The model of a folder, as ``Decoder`` loads it; another one where the folder was replaced meanwhile. Raises
        what that raises, and OSError."""
        state = folder.stat()
        key = folder, threads, state.st_ino, state.st_mtime_ns
        with self._loading:
            decoder = self._loaded.get(key)
            if decoder is None:
                decoder = self._loaded[key] = Decoder(folder, threads)
            return decoder

    def load_beside(self, folder: Path, threads: int, load_tokenizer: Callable[[], T]) -> tuple[T, Decoder]:
        """The tokenizer and the model, which loads on a thread beside: CTranslate2 lets go of Python while it reads.

        Raises whatever either raises.
        """
        decoders: list[Decoder] = []
        errors: list[Exception] = []

        def load() -> None:
            try:
                decoders.append(self.load(folder, threads))
            except Exception as error:  # raised again for who waits
                errors.append(error)

        thread = threading.Thread(target=load, name="model loads")
        thread.start()
        try:
            tokenizer = load_tokenizer()
        finally:
            thread.join()
        if errors:
            raise errors[0]
        return tokenizer, decoders[0]


def _decoded(result: Any, prefix: Sequence[str]) -> Decoded:
    tokens, score = result.hypotheses[0], result.scores[0]
    # CTranslate2 has divided the sum of log probabilities by the length, the end token counted, to the power of the
    # length penalty: what is missing to the mean is the rest of that power.
    mean = score * float(len(tokens) + 1) ** (LENGTH_PENALTY - 1)
    own = len(prefix) if tokens[: len(prefix)] == list(prefix) else 0
    return Decoded(tokens[own:], mean, result.attention[0][own:])


class Pieces:
    """A SentencePiece model. Raises whatever SentencePiece raises for a file it cannot load, mostly RuntimeError."""

    def __init__(self, file: Path) -> None:
        import sentencepiece

        self._processor: Any = sentencepiece.SentencePieceProcessor(model_file=str(file))

    def encode(self, text: str) -> tuple[list[str], list[Span]]:
        """The text's pieces, and where each stands in it in code points; the text itself, not what normalisation made
        of it. A piece may be empty there, and takes the space before it along."""
        found = self._processor.encode(text, return_type="offset_mapping")
        return found["pieces"], found["offsets"]

    def decode(self, pieces: list[str]) -> str:
        """The text of the pieces, spaces as spaces and underscores as underscores."""
        return str(self._processor.decode_pieces(pieces)).replace("\u2581", " ")
