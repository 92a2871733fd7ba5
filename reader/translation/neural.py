"""Translates with a loaded model and its tokenizer: what the Argos and the OPUS engine have in common."""

from __future__ import annotations

import zlib
from abc import ABC, abstractmethod
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from reader.errors import PackageError, TranslationError
from reader.model import Engine
from reader.translation import batching, decoding, keeping, tokenizing
from reader.translation.batching import Part
from reader.translation.translator import Translation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from reader.model import Package, Span, WordLink
    from reader.translation.link_evidence import Knowledge
    from reader.translation.meanings import Answers, Meanings
    from reader.translation.tokenizing import ModelTokenizer
    from reader.translation.translator import Context

    _Outcome = list[decoding.Decoded] | Exception

LOOP_TIMES = 4
LOOP_LENGTH = 12
"""A result goes round in a loop where up to LOOP_LENGTH tokens come LOOP_TIMES in a row."""

MOST_EARLY = 400
"""So many sentences may be done before the lexicon has answered: then it is waited for, as what the model made of them
is kept until it does."""


@dataclass(frozen=True, slots=True)
class Options:
    """How an engine works; all lengths are in the model's tokens.

    ``batch_tokens`` bounds a batch, padding counted. 256 is about as fast as more, needs 50 MB less than 512, lets a
    cancel through in half the time, and the sums come out as in Argos's own batches (of 300 sentences none differs, on
    some processors one; at 2,048 four or five do). 192 costs 5 % more time, 128 a fifth, for 6 and 12 MB less of a peak
    that loading sets anyway. ``longest_source`` is what is decoded in one go: the models have seen hardly anything
    longer, and Argos itself stops its results at ``longest_target``.

    With ``guards`` a result is bounded by ``target_per_source`` times its source and ``target_extra`` more (of Argos's
    own results for the 997 sentences of FLORES-dev the longest has 1.9 times its source), one that reaches the bound
    or goes round in a loop is decoded again with no ``unlike_ngrams_of`` tokens coming twice, and addresses, hashtags
    and Latin names are kept. ``links`` are word links. ``shortest_target`` is for measuring, where all results must
    have a given length.
    """

    threads: int | None = None
    batch_tokens: int = 256
    longest_source: int = 160
    longest_target: int = 256
    guards: bool = True
    target_per_source: float = 2.0
    target_extra: int = 24
    unlike_ngrams_of: int = 3
    links: bool = True
    shortest_target: int = 1

    def digest(self) -> str:
        """A short name for all of these that decide the text, which a memory's answers depend on. Word links are none
        of it: nothing is worth translating again for links that are a little better."""
        deciding = replace(self, threads=None, links=True)
        return f"{zlib.crc32(repr(deciding).encode()):08x}"


@dataclass(frozen=True, slots=True)
class Model:
    """What an engine loads. Every result begins with the tokens of ``prefix``, which are no part of it."""

    tokenizer: ModelTokenizer
    decoder: decoding.Decoder
    prefix: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Done:
    """A part's target, its score with its weight, and its links, in code points of the part and of this text."""

    text: str
    score: float
    weight: int
    words: tuple[WordLink, ...]


@dataclass(slots=True)
class _Early:
    """The sentences that were given out before the lexicon had spoken of their words, with what the model made of their
    parts."""

    given: dict[int, tuple[Translation, list[tuple[Part, decoding.Decoded]]]] = field(default_factory=dict)
    words: set[str] = field(default_factory=set)


class NeuralTranslator(ABC):
    """Translates with one installed package, loaded when the first sentence is asked for; a subclass says how.
    ``meanings`` puts word links right by what a lexicon says; it is closed with this. ``decoders`` are the models that
    are loaded already."""

    def __init__(
        self,
        package: Package,
        options: Options | None = None,
        meanings: Meanings | None = None,
        decoders: decoding.Decoders | None = None,
    ) -> None:
        self._package = package
        self._decoders = decoders or decoding.Decoders()
        self._options = options or Options()
        self._meanings = meanings
        self._figures: dict[tuple[str, str], float] | None = None
        self._loaded: Model | None = None

    @property
    def engine(self) -> Engine:
        """The package and its version, and what else decides its results."""
        return Engine(self._package.engine, self._package.name, self._package.version, self._options.digest())

    def translate(self, sentences: Sequence[str], context: Context) -> Iterator[Translation]:
        """Translates batch by batch: what the reader looks at first, then the rest, the short before the long. Closing
        it leaves the others undone but for the batch that the model has begun.

        The lexicon is asked beside that, once there is something to read. What is done before it has answered comes
        with the links there are, and once more in the end where its answer changes them. Raises TranslationError where
        the package does not load.
        """
        if not sentences:
            return
        answers = self._answers(sentences)
        try:
            yield from self._translate(sentences, context, answers)
        finally:
            if answers is not None:
                answers.drop()

    def _answers(self, sentences: Sequence[str]) -> Answers | None:
        if self._meanings is None or not self._options.links:
            return None
        return self._meanings.of(word for sentence in sentences for word in sorted(_words(sentence)))

    def _translate(self, sentences: Sequence[str], context: Context, answers: Answers | None) -> Iterator[Translation]:
        model = self._load()
        parts: list[list[Part]] = []
        for index, sentence in enumerate(sentences):
            try:
                parts.append(self._split(model, index, sentence))
            except (RuntimeError, ValueError, IndexError, AttributeError) as error:
                raise self._cannot_load(error) from error
            if not parts[-1]:
                yield self._untouched(index, sentence)
        done: dict[int, dict[int, decoding.Decoded]] = {index: {} for index in range(len(sentences))}
        early = _Early()
        for batch, decoded in self._decoded(model, batching.batches(parts, context.first, self._options.batch_tokens)):
            if isinstance(decoded, Exception):
                for index in dict.fromkeys(part.sentence for part in batch):
                    if done.pop(index, None) is not None:
                        yield Translation(index, None, error=f"the model broke down on it ({decoded})")
                continue
            for part, one in zip(batch, decoded, strict=True):
                if part.sentence not in done:
                    continue  # another part of the sentence broke down
                own = done[part.sentence]
                own[part.number] = one
                if len(own) < len(parts[part.sentence]):
                    continue
                del done[part.sentence]
                whole = [(part, own[part.number]) for part in parts[part.sentence]]
                unknown = _unanswered(sentences[part.sentence], answers)
                given = self._join(model, sentences[part.sentence], whole, answers)
                if unknown:
                    early.given[part.sentence] = given, whole
                    early.words |= unknown
                yield given
            if answers is not None:
                answers.begin()  # not before: to start its process would take time from the first paragraph
            if len(early.given) >= MOST_EARLY:
                yield from self._put_right(model, sentences, early, answers)
        yield from self._put_right(model, sentences, early, answers)

    def _put_right(
        self, model: Model, sentences: Sequence[str], early: _Early, answers: Answers | None
    ) -> Iterator[Translation]:
        """Those that were early, once more where the lexicon's answers, which are waited for, change their links."""
        if answers is not None and early.given and answers.wait(early.words):
            for index, (given, whole) in early.given.items():
                again = self._join(model, sentences[index], whole, answers)
                if again != given:
                    yield again
        early.given.clear()
        early.words.clear()

    def close(self) -> None:
        """Lets go of the model, and of the lexicon."""
        self._loaded = None
        if self._meanings is not None:
            self._meanings.close()

    @abstractmethod
    def _open(self, folder: Path, threads: int) -> Model:
        """Loads the package in ``folder``. Raises whatever loading raises."""

    def _load(self) -> Model:
        if self._loaded is None:
            try:
                loaded = self._open(Path(self._package.path), self._options.threads or decoding.free_cores())
                loaded.tokenizer.encode("سلام")  # some tokenizers read their files only now
            except (PackageError, OSError, RuntimeError, ValueError, AttributeError, MemoryError) as error:
                raise self._cannot_load(error) from error
            self._loaded = loaded
        return self._loaded

    def _cannot_load(self, error: Exception) -> TranslationError:
        address = f"{self._package.name}@{self._package.version}"
        reason = str(error).partition("\n")[0][:200] or type(error).__name__
        return TranslationError("translation.model", package=address, reason=reason)

    def _split(self, model: Model, index: int, sentence: str) -> list[Part]:
        """The sentence in parts that the model takes; none where there is nothing to translate in it."""
        start, end = keeping.core(sentence) if self._options.guards else batching.stripped(sentence)
        encode, longest = model.tokenizer.encode, self._options.longest_source
        spans = batching.cut(sentence, start, end, lambda text: len(encode(text)) <= longest)
        parts: list[Part] = []
        for begin, stop in spans:
            tokens = encode(sentence[begin:stop])
            if tokens:
                parts.append(Part(index, len(parts), sentence[begin:stop], begin, tokens))
        return parts

    def _untouched(self, index: int, sentence: str) -> Translation:
        """The result for a sentence that has nothing but addresses and hashtags in it, or nothing at all."""
        start, end = keeping.core(sentence)
        if not self._options.guards or start < end or not sentence.strip():
            return Translation(index, None, error="there is nothing to translate in it")
        text, words = _joined(sentence, (0, start), (start, len(sentence)), [], [])
        return Translation(index, text, words=words if self._options.links else None)

    def _decoded(self, model: Model, batches: Iterable[list[Part]]) -> Iterator[tuple[list[Part], _Outcome]]:
        """The batches with their results, or with what kept the model from them. It works on the next batch while the
        results of the last are used."""
        begun: tuple[list[Part], Callable[[], list[decoding.Decoded]]] | None = None
        for batch in (*batches, None):
            done: tuple[list[Part], _Outcome] | None = None
            if begun is not None:
                self._get_ready()
                try:
                    done = begun[0], begun[1]()
                except (RuntimeError, ValueError, MemoryError) as error:
                    done = begun[0], error
            begun = None if batch is None else (batch, self._begin(model, batch))
            if done is not None:
                yield done

    def _begin(self, model: Model, batch: Sequence[Part]) -> Callable[[], list[decoding.Decoded]]:
        """Has the model begin with a batch; what is given waits for the results."""
        bounds = [self._bound(part) for part in batch]
        shortest = min(self._options.shortest_target, max(bounds))
        try:
            running = model.decoder.begin([part.tokens for part in batch], model.prefix, max(bounds), shortest=shortest)
        except (RuntimeError, ValueError, MemoryError) as error:
            return partial(_raise, error)
        return lambda: self._guarded(model, batch, bounds, running.results())

    def _guarded(
        self, model: Model, batch: Sequence[Part], bounds: Sequence[int], results: list[decoding.Decoded]
    ) -> list[decoding.Decoded]:
        """The results, those anew that reach their bound or go round in a loop."""
        if not self._options.guards:
            return results
        babble = [
            place
            for place, (part, one, bound) in enumerate(zip(batch, results, bounds, strict=True))
            if len(one.tokens) >= bound or (goes_round(one.tokens) and not goes_round(part.tokens))
        ]
        if babble and self._options.shortest_target == 1:
            longest = max(bounds[place] for place in babble)
            again = [batch[place].tokens for place in babble]
            second = model.decoder.begin(again, model.prefix, longest, unlike_ngrams_of=self._options.unlike_ngrams_of)
            for place, one in zip(babble, second.results(), strict=True):
                bound = bounds[place]
                results[place] = decoding.Decoded(one.tokens[:bound], one.score, one.attention[:bound])
        return results

    def _bound(self, part: Part) -> int:
        if not self._options.guards:
            return self._options.longest_target
        bound = int(len(part.tokens) * self._options.target_per_source) + self._options.target_extra
        return min(bound, self._options.longest_target)

    def _finish(self, model: Model, part: Part, one: decoding.Decoded, known: Knowledge) -> _Done:
        """The text of a part's result, with what must be kept put back, and its links."""
        from reader.translation import links

        text = model.tokenizer.decode(one.tokens).strip()
        mend = self._options.guards and keeping.KEPT.search(part.text) is not None
        words: tuple[WordLink, ...] = ()
        if text and (mend or self._options.links):
            spans = model.tokenizer.source_spans(part.text)
            if mend:
                seen = links.Seen(spans, tokenizing.place(one.tokens, text), one.attention)
                text = keeping.mend(part.text, text, seen.place_of)
            if self._options.links:
                seen = links.Seen(spans, tokenizing.place(one.tokens, text), one.attention)
                words = links.link(part.text, text, seen, known)
        return _Done(text, one.score, len(one.tokens) + 1, words)

    def _get_ready(self) -> None:
        """Loads what is needed once something is translated; the model needs none of it, and works meanwhile."""
        from reader.translation import checks, link_evidence, links  # noqa: F401 - the checks are the next step's

        if self._figures is None:
            self._figures = link_evidence.load_figures()

    def _knowledge(self, answers: Answers | None) -> Knowledge:
        from reader.translation import link_evidence

        if self._figures is None:
            self._figures = link_evidence.load_figures()
        return link_evidence.Knowledge(self._figures, answers.meanings if answers is not None else None)

    def _join(
        self,
        model: Model,
        sentence: str,
        whole: Sequence[tuple[Part, decoding.Decoded]],
        answers: Answers | None,
    ) -> Translation:
        """The sentence's Translation: its parts' texts in order, what stood around them, and the mean of their scores
        by length."""
        known = self._knowledge(answers)
        parts = [part for part, _ in whole]
        index = parts[0].sentence
        ordered = [self._finish(model, part, one, known) for part, one in whole]
        if not all(one.text for one in ordered):
            return Translation(index, None, error="the model gave no words for it")
        around = keeping.core(sentence) if self._options.guards else batching.stripped(sentence)
        text, words = _joined(sentence, (0, around[0]), (around[1], len(sentence)), parts, ordered)
        score = sum(one.score * one.weight for one in ordered) / sum(one.weight for one in ordered)
        return Translation(index, text, score, words if self._options.links else None)


def _raise(error: Exception) -> NoReturn:
    raise error


def _words(sentence: str) -> set[str]:
    """The words of a sentence that the lexicon may know something of."""
    from reader.translation import links

    return links.words_to_look_up(sentence)


def _unanswered(sentence: str, answers: Answers | None) -> set[str]:
    """The words of a sentence that the lexicon has not spoken of so far, but may."""
    if answers is None or not answers.may_come():
        return set()
    return {word for word in _words(sentence) if not answers.are_known((word,))}


def _joined(
    sentence: str, lead: Span, tail: Span, parts: Sequence[Part], done: Sequence[_Done]
) -> tuple[str, tuple[WordLink, ...]]:
    """The parts' texts between the words of ``lead`` and ``tail``, which stand as they are; and the links of all."""
    texts: list[str] = []
    words: list[WordLink] = []
    at = 0

    def keep(span: Span) -> None:
        nonlocal at
        for match in keeping.SPELLED.finditer(sentence, *span):
            words.append((*match.span(), at, at + len(match.group())))
            texts.append(match.group())
            at += len(match.group()) + 1

    keep(lead)
    for part, one in zip(parts, done, strict=True):
        words += [(a + part.start, b + part.start, c + at, d + at) for a, b, c, d in one.words]
        texts.append(one.text)
        at += len(one.text) + 1
    keep(tail)
    return " ".join(texts), tuple(words)


def goes_round(tokens: Sequence[str]) -> bool:
    """Whether some run of tokens comes again and again, straight after itself."""
    for length in range(1, LOOP_LENGTH + 1):
        same = 0
        for place in range(length, len(tokens)):
            same = same + 1 if tokens[place] == tokens[place - length] else 0
            if same >= length * (LOOP_TIMES - 1):
                return True
    return False
