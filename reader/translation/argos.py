"""The Argos engine: an installed package's tokenizer and model, over all sentences of an article at once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import PackageError, TranslationError
from reader.model import Engine
from reader.translation import decoding, packages
from reader.translation.translator import Translation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.model import Package
    from reader.translation.translator import Context

CLAUSE_END = re.compile(r"(?<=[،؛:,;])\s+")
LOOP_TIMES = 4
LOOP_LENGTH = 12
"""A result goes round in a loop where up to LOOP_LENGTH tokens come LOOP_TIMES in a row."""


@dataclass(frozen=True, slots=True)
class Options:
    """How the engine works; all lengths are in the model's tokens.

    ``batch_tokens`` bounds a batch, padding counted: at 512 the sums come out as in Argos's own batches (of 300
    sentences none differs, at 2,048 two do). ``longest_source`` is what is decoded in one go: the models have seen
    hardly anything longer, and Argos itself stops its results at ``longest_target``.

    With ``guards`` a result is bounded by ``target_per_source`` times its source and ``target_extra`` more (of Argos's
    own results for the 997 sentences of FLORES-dev the longest has 1.9 times its source), and one that reaches the
    bound or goes round in a loop is decoded again with no ``unlike_ngrams_of`` tokens coming twice.
    """

    threads: int | None = None
    batch_tokens: int = 512
    longest_source: int = 160
    longest_target: int = 256
    guards: bool = True
    target_per_source: float = 2.0
    target_extra: int = 24
    unlike_ngrams_of: int = 3


@dataclass(frozen=True, slots=True)
class _Part:
    """A sentence, or the ``number``-th part of a long one, as tokens."""

    sentence: int
    number: int
    tokens: list[str]


@dataclass(frozen=True, slots=True)
class _Loaded:
    tokenizer: packages.Tokenizer
    decoder: decoding.Decoder
    prefix: tuple[str, ...]


class ArgosTranslator:
    """Translates with one installed package. It is loaded when the first sentence is asked for."""

    def __init__(self, package: Package, options: Options | None = None) -> None:
        self._package = package
        self._options = options or Options()
        self._loaded: _Loaded | None = None

    @property
    def engine(self) -> Engine:
        """The package and its version."""
        return Engine(self._package.engine, self._package.name, self._package.version)

    def translate(self, sentences: Sequence[str], context: Context) -> Iterator[Translation]:
        """Translates batch by batch: what the reader looks at first, then the rest, the short before the long.

        Raises TranslationError where the package does not load.
        """
        if not sentences:
            return
        model = self._load()
        parts = [self._split(model, index, sentence) for index, sentence in enumerate(sentences)]
        results: dict[int, dict[int, decoding.Decoded]] = {index: {} for index in range(len(sentences))}
        for index, own in enumerate(parts):
            if not own:
                yield Translation(index, None, error="there is nothing to translate in it")
        for batch in self._batches(parts, context.first):
            try:
                decoded = self._decode(model, batch)
            except (RuntimeError, ValueError, MemoryError) as error:
                for index in dict.fromkeys(part.sentence for part in batch):
                    if results.pop(index, None) is not None:
                        yield Translation(index, None, error=f"the model broke down on it ({error})")
                continue
            for part, one in zip(batch, decoded, strict=True):
                done = results.get(part.sentence)
                if done is None:
                    continue  # another part of the sentence broke down
                done[part.number] = one
                if len(done) == len(parts[part.sentence]):
                    yield self._join(model, part.sentence, sentences[part.sentence], done)

    def close(self) -> None:
        """Lets go of the model."""
        self._loaded = None

    def _load(self) -> _Loaded:
        if self._loaded is None:
            folder = Path(self._package.path)
            try:
                metadata = packages.parse_metadata((folder / "metadata.json").read_bytes(), folder)
                tokenizer = packages.load_tokenizer(folder)
                tokenizer.encode("سلام")
                threads = self._options.threads or decoding.free_cores()
                decoder = decoding.Decoder(folder / "model", threads)
            except (PackageError, OSError, RuntimeError, ValueError, AttributeError, MemoryError) as error:
                address = f"{self._package.name}@{self._package.version}"
                reason = str(error).partition("\n")[0][:200]
                raise TranslationError("translation.model", package=address, reason=reason) from error
            prefix = (metadata.target_prefix,) if metadata.target_prefix else ()
            self._loaded = _Loaded(tokenizer, decoder, prefix)
        return self._loaded

    def _split(self, model: _Loaded, index: int, sentence: str) -> list[_Part]:
        """The sentence in parts that the model takes, cut at clause marks, else at spaces, else between tokens."""
        longest = self._options.longest_source
        chunks: list[list[str]] = []
        for text in self._cut(model, sentence.strip()):
            tokens = model.tokenizer.encode(text)
            chunks += [tokens[start : start + longest] for start in range(0, len(tokens), longest)]
        return [_Part(index, number, tokens) for number, tokens in enumerate(chunks)]

    def _cut(self, model: _Loaded, text: str) -> list[str]:
        """The text in as few runs of whole clauses as fit, those of whole words where a clause does not."""

        def fits(some: str) -> bool:
            return len(model.tokenizer.encode(some)) <= self._options.longest_source

        if fits(text):
            return [text]
        pieces = CLAUSE_END.split(text)
        if len(pieces) == 1:
            pieces = text.split()
        if len(pieces) == 1:
            return [text]
        runs: list[str] = []
        for piece in pieces:
            if runs and fits(f"{runs[-1]} {piece}"):
                runs[-1] = f"{runs[-1]} {piece}"
            else:
                runs.append(piece)
        return [shorter for run in runs for shorter in self._cut(model, run)]

    def _batches(self, parts: Sequence[list[_Part]], first: Sequence[int]) -> Iterator[list[_Part]]:
        """All parts: those of ``first`` in its order, then the others by length, in batches of much the same length."""
        ahead = [index for index in dict.fromkeys(first) if 0 <= index < len(parts)]
        looked_at = [part for index in ahead for part in parts[index]]
        chosen = set(ahead)
        others = [part for index, own in enumerate(parts) if index not in chosen for part in own]
        for queue in (looked_at, sorted(others, key=lambda part: len(part.tokens))):
            batch: list[_Part] = []
            longest = 0
            for part in queue:
                longest = max(longest, len(part.tokens))
                if batch and longest * (len(batch) + 1) > self._options.batch_tokens:
                    yield batch
                    batch, longest = [], len(part.tokens)
                batch.append(part)
            if batch:
                yield batch

    def _decode(self, model: _Loaded, batch: Sequence[_Part]) -> list[decoding.Decoded]:
        bounds = [self._bound(part) for part in batch]
        results = model.decoder.decode([part.tokens for part in batch], model.prefix, max(bounds))
        if not self._options.guards:
            return results
        babble = [
            place
            for place, (part, one, bound) in enumerate(zip(batch, results, bounds, strict=True))
            if len(one.tokens) >= bound or (_goes_round(one.tokens) and not _goes_round(part.tokens))
        ]
        if babble:
            longest = max(bounds[place] for place in babble)
            again = [batch[place].tokens for place in babble]
            second = model.decoder.decode(again, model.prefix, longest, unlike_ngrams_of=self._options.unlike_ngrams_of)
            for place, one in zip(babble, second, strict=True):
                results[place] = decoding.Decoded(one.tokens[: bounds[place]], one.score)
        return results

    def _bound(self, part: _Part) -> int:
        if not self._options.guards:
            return self._options.longest_target
        bound = int(len(part.tokens) * self._options.target_per_source) + self._options.target_extra
        return min(bound, self._options.longest_target)

    def _join(self, model: _Loaded, index: int, source: str, done: dict[int, decoding.Decoded]) -> Translation:
        """The sentence's Translation: its parts' texts in order, and the mean of their scores by length."""
        decode = model.tokenizer.decode
        if "_" in source:
            # The package's own decoding makes spaces of underscores, also of those that stood in the text.
            decode = partial(packages.decode_exactly, model.tokenizer)
        ordered = [one for _, one in sorted(done.items())]
        texts = [decode(one.tokens).strip() for one in ordered]
        text = " ".join(filter(None, texts))
        if not all(texts):
            return Translation(index, None, error="the model gave no words for it")
        weights = [len(one.tokens) + 1 for one in ordered]
        score = sum(one.score * weight for one, weight in zip(ordered, weights, strict=True)) / sum(weights)
        return Translation(index, text, score)


def _goes_round(tokens: Sequence[str]) -> bool:
    """Whether some run of tokens comes again and again, straight after itself."""
    for length in range(1, LOOP_LENGTH + 1):
        same = 0
        for place in range(length, len(tokens)):
            same = same + 1 if tokens[place] == tokens[place - length] else 0
            if same >= length * (LOOP_TIMES - 1):
                return True
    return False
