"""The Argos engine: an installed Argos package's tokenizer and model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.translation import decoding
from reader.translation.metadata import parse_metadata
from reader.translation.neural import Model, NeuralTranslator, Options
from reader.translation.tokenizing import PieceTokenizer, WordTokenizer

if TYPE_CHECKING:
    from pathlib import Path

    from reader.translation.tokenizing import ModelTokenizer

__all__ = ["ArgosTranslator", "Options"]


class ArgosTranslator(NeuralTranslator):
    """Translates with one installed Argos package. It is loaded when the first sentence is asked for."""

    def _open(self, folder: Path, threads: int) -> Model:
        metadata = parse_metadata((folder / "metadata.json").read_bytes(), folder)
        tokenizer, decoder = self._decoders.load_beside(folder / "model", threads, lambda: load_tokenizer(folder))
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
