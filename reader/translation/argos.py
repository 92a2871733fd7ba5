"""The Argos engine: an installed Argos package's tokenizer and model."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from reader.translation import decoding
from reader.translation.metadata import parse_metadata
from reader.translation.neural import Model, NeuralTranslator, Options
from reader.translation.tokenizing import PieceTokenizer, WordTokenizer

if TYPE_CHECKING:
    from reader.model import Package
    from reader.translation.meanings import Meanings
    from reader.translation.tokenizing import ModelTokenizer

__all__ = ["ArgosTranslator", "Options"]


class ArgosTranslator(NeuralTranslator):
    """Translates with one installed Argos package. It is loaded when the first sentence is asked for."""

    def __init__(
        self,
        package: Package,
        options: Options | None = None,
        meanings: Meanings | None = None,
        decoders: decoding.Decoders | None = None,
    ) -> None:
        super().__init__(package, partial(_load, decoders or decoding.Decoders()), options, meanings)


def _load(decoders: decoding.Decoders, package: Package, threads: int) -> Model:
    """The package's parts. Raises whatever loading raises."""
    folder = Path(package.path)
    metadata = parse_metadata((folder / "metadata.json").read_bytes(), folder)
    tokenizer, decoder = decoders.load_beside(folder / "model", threads, lambda: load_tokenizer(folder))
    return Model(tokenizer, decoder, (metadata.target_prefix,) if metadata.target_prefix else ())


def load_tokenizer(folder: Path) -> ModelTokenizer:
    """The tokenizer of an unpacked Argos package. Raises whatever loading raises.

    SentencePiece is used as Argos Translate uses it, but for the underscores, which Argos makes into spaces; its own
    tokenizer for BPE is taken from it.
    """
    file = folder / "sentencepiece.model"
    if file.exists():
        pieces = decoding.Pieces(file)
        return PieceTokenizer(pieces, pieces)
    from reader.translation import packages  # with what installing takes: not for a model that does without

    return WordTokenizer(packages.load_tokenizer(folder))
