"""Makes an Argos package of the published model's dimensions, with random weights, for the benchmark and for tests.

Nothing is trained but the tokenizer: what the model writes is nonsense, but it costs what real text would. Both sides
of the benchmark are given the same length to write, so that they do the same work.
"""

from __future__ import annotations

import json
import shutil
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True)
class Dimensions:
    """A Transformer's size. The defaults are those the published packages are said to have."""

    layers: int = 6
    heads: int = 8
    width: int = 512
    inner: int = 2048
    vocabulary: int = 32_000


def build_model(folder: Path, vocabulary: Sequence[str], size: Dimensions, *, source_eos: bool = False) -> None:
    """Writes a CTranslate2 model of random weights in eight bits into ``folder``; the same ones each time."""
    import ctranslate2
    import numpy as np

    random = np.random.default_rng(7)
    spec = ctranslate2.specs.TransformerSpec.from_config(size.layers, size.heads, pre_norm=True)
    embeddings = random.normal(0, size.width**-0.5, (len(vocabulary), size.width)).astype(np.float32)

    def fill(layer: Any, out: int, inward: int) -> None:
        layer.weight = random.normal(0, inward**-0.5, (out, inward)).astype(np.float32)
        layer.bias = np.zeros(out, dtype=np.float32)

    def norm(layer: Any) -> None:
        layer.gamma = np.ones(size.width, dtype=np.float32)
        layer.beta = np.zeros(size.width, dtype=np.float32)

    def attention(layer: Any, parts: Sequence[int]) -> None:
        norm(layer.layer_norm)
        for linear, out in zip(layer.linear, parts, strict=True):
            fill(linear, out, size.width)

    for stack in (spec.encoder, spec.decoder):
        norm(stack.layer_norm)
        for layer in stack.layer:
            attention(layer.self_attention, (3 * size.width, size.width))
            norm(layer.ffn.layer_norm)
            fill(layer.ffn.linear_0, size.inner, size.width)
            fill(layer.ffn.linear_1, size.width, size.inner)
    for layer in spec.decoder.layer:
        attention(layer.attention, (size.width, 2 * size.width, size.width))
    spec.encoder.embeddings[0].weight = embeddings
    spec.decoder.embeddings.weight = embeddings
    spec.decoder.projection.weight = embeddings
    spec.decoder.projection.bias = np.zeros(len(vocabulary), dtype=np.float32)
    spec.config.add_source_eos = source_eos
    spec.config.decoder_start_token = "<s>"
    spec.register_source_vocabulary(list(vocabulary))
    spec.register_target_vocabulary(list(vocabulary))
    spec.validate()
    spec.optimize(quantization="int8")
    folder.mkdir(parents=True)
    spec.save(str(folder))


def train_pieces(file: Path, texts: Iterable[str], size: int) -> list[str]:
    """Writes a SentencePiece model learned from ``texts`` to ``file``; gives its pieces."""
    import sentencepiece

    with file.open("wb") as out:
        sentencepiece.SentencePieceTrainer.train(
            sentence_iterator=iter(texts),
            model_writer=out,
            vocab_size=size,
            model_type="unigram",
            hard_vocab_limit=False,
            num_threads=2,
            minloglevel=2,
        )
    processor = sentencepiece.SentencePieceProcessor(model_file=str(file))
    return [processor.id_to_piece(number) for number in range(processor.get_piece_size())]


def build_package(file: Path, texts: Iterable[str], size: Dimensions) -> None:
    """Writes an .argosmodel to ``file``."""
    top = file.with_suffix("") / "translate-ar_en-1_0"
    shutil.rmtree(top.parent, ignore_errors=True)
    top.mkdir(parents=True)
    pieces = train_pieces(top / "sentencepiece.model", texts, size.vocabulary)
    build_model(top / "model", pieces, size)
    metadata = {"package_version": "1.0", "argos_version": "1.11.0", "type": "translate", "dependencies": []}
    metadata |= {"from_code": "ar", "from_name": "Arabic", "to_code": "en", "to_name": "English"}
    (top / "metadata.json").write_text(json.dumps(metadata), encoding="utf-8")
    (top / "README.md").write_text("Random weights, for measuring.\n", encoding="utf-8")
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for member in sorted(top.rglob("*")):
            archive.write(member, member.relative_to(top.parent))
    shutil.rmtree(top.parent)


if __name__ == "__main__":  # package.py FILE TEXT...: from the lines of these files
    target, *files = map(Path, sys.argv[1:])
    build_package(
        target, [line for one in files for line in one.read_text(encoding="utf-8").splitlines()], Dimensions()
    )
