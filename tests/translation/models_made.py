"""Makes small packages with random weights for the engines' tests: of a kind, not of any quality."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.model import EngineName, Package

if TYPE_CHECKING:
    from collections.abc import Sequence

SMALL = {"layers": 1, "heads": 2, "width": 32, "inner": 64}


def builder() -> Any:
    """The benchmark's own maker of packages."""
    name = "muwazi_bench_package"
    if name not in sys.modules:
        file = Path(__file__).parents[1] / "bench" / "package.py"
        spec = importlib.util.spec_from_file_location(name, file)
        assert spec is not None and spec.loader is not None
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


def package_at(folder: Path, engine: EngineName, source: str = "ar", target: str = "en") -> Package:
    return Package(f"{source}_{target}", "1.0", source, target, 1, engine, True, str(folder))


def opus_folder(folder: Path, texts: Sequence[str], *, source_eos: bool, extra: Sequence[str] = ()) -> None:
    """A model in OPUS-MT layout: model.bin, config.json, its vocabulary, source.spm, target.spm."""
    make = builder()
    half = folder.parent / f"{folder.name}-pieces"
    half.mkdir(parents=True)
    pieces = [make.train_pieces(half / name, texts, 200) for name in ("source.spm", "target.spm")]
    vocabulary = list(dict.fromkeys((*extra, *pieces[0], *pieces[1])))
    size = make.Dimensions(**SMALL, vocabulary=len(vocabulary))
    make.build_model(folder, vocabulary, size, source_eos=source_eos)
    for file in half.iterdir():
        file.rename(folder / file.name)


def bpe_package(folder: Path, texts: Sequence[str], *, target_prefix: str = "") -> None:
    """An Argos package with a BPE tokenizer; its merges are the commonest pairs of letters at words' ends."""
    make = builder()
    words = [word for text in texts for word in text.split()]
    pairs = [(word[-2], f"{word[-1]}</w>") for word in words if len(word) > 1 and word.isalpha()]
    merges = sorted(set(pairs), key=lambda pair: (-pairs.count(pair), pair))[:60]
    folder.mkdir(parents=True)
    lines = "".join(f"{first} {second}\n" for first, second in merges)
    (folder / "bpe.model").write_text(f"#version: 0.2\n{lines}", encoding="utf-8")
    letters = sorted({letter for word in words for letter in word})
    ends = ["".join(pair).removesuffix("</w>") for pair in merges]
    tokens = [*letters, *(f"{letter}@@" for letter in letters), *ends, "Hello", "there"]
    vocabulary = list(dict.fromkeys(("<unk>", "<s>", "</s>", *filter(None, (target_prefix,)), *tokens)))
    make.build_model(folder / "model", vocabulary, make.Dimensions(**SMALL, vocabulary=len(vocabulary)))
    metadata = {"from_code": "ar", "to_code": "en", "package_version": "1.0", "target_prefix": target_prefix}
    (folder / "metadata.json").write_text(json.dumps(metadata), encoding="utf-8")
