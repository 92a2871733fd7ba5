"""The OPUS engine: a CTranslate2 folder in OPUS-MT layout, with a SentencePiece model for each side."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from reader.translation import decoding
from reader.translation.neural import Model, NeuralTranslator
from reader.translation.tokenizing import PieceTokenizer

if TYPE_CHECKING:
    from pathlib import Path

MODEL_FILES = ("model.bin", "config.json")
TOKENIZER_FILES = ("source.spm", "target.spm")
END = "</s>"
TARGETS = {"en": ">>eng<<"}
"""The token that tells a model of several target languages which one is wanted (ISO 639-3)."""


class OpusTranslator(NeuralTranslator):
    """Translates with one installed model in OPUS-MT layout. It is loaded when the first sentence is asked for."""

    def _open(self, folder: Path, threads: int) -> Model:
        inner, language = model_folder(folder), self._package.target_language
        return Model(*self._decoders.load_beside(inner, threads, lambda: load_opus_tokenizer(inner, language)))


def model_folder(folder: Path) -> Path:
    """Where in an installed package's folder the model's files lie: in it, or in its "model" folder."""
    inner = folder / "model"
    return inner if (inner / MODEL_FILES[0]).is_file() else folder


def load_opus_tokenizer(folder: Path, target_language: str = "en") -> PieceTokenizer:
    """The tokenizer of a folder with source.spm and target.spm beside the model. Raises whatever loading raises.

    Marian's models end every source with an end token. CTranslate2 adds it where the model's config.json says so
    (what its OPUS-MT converter writes); what its Transformers converter writes says nothing, and the tokenizer must.
    """
    config = json.loads((folder / "config.json").read_bytes()) if (folder / "config.json").is_file() else {}
    after = () if config.get("add_source_eos") else (END,)
    wanted = TARGETS.get(target_language, "")
    before = (wanted,) if wanted and wanted in _source_vocabulary(folder) else ()
    source, target = (decoding.Pieces(folder / name) for name in TOKENIZER_FILES)
    return PieceTokenizer(source, target, before, after)


def _source_vocabulary(folder: Path) -> frozenset[str]:
    """The tokens that the model's source side knows, empty where the folder does not list them."""
    for stem in ("source_vocabulary", "shared_vocabulary"):
        if (folder / f"{stem}.json").is_file():
            return frozenset(json.loads((folder / f"{stem}.json").read_bytes()))
        if (folder / f"{stem}.txt").is_file():
            return frozenset((folder / f"{stem}.txt").read_text(encoding="utf-8").split("\n"))
    return frozenset()
