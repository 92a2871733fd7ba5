"""The OPUS engine: a CTranslate2 folder with source.spm and target.spm, made here with random weights."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from models_made import opus_folder, package_at
from translator_contract import TranslatorContract, run

from reader.errors import TranslationError
from reader.model import Engine, EngineName, Package
from reader.translation.neural import Options
from reader.translation.opus import OpusTranslator, load_opus_tokenizer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def texts(small_package: Path) -> list[str]:
    lines = small_package.with_name("known.tsv").read_text(encoding="utf-8").splitlines()
    return [text for line in lines for text in line.split("\t")]


@pytest.fixture(scope="session")
def folder(texts: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("opus") / "ar_en"
    opus_folder(folder, texts, source_eos=False)
    return folder


@pytest.fixture
def package(folder: Path) -> Package:
    return package_at(folder, EngineName.OPUS)


class TestOpusTranslator(TranslatorContract):
    @pytest.fixture
    def translator(self, package: Package) -> Iterator[OpusTranslator]:
        translator = OpusTranslator(package)
        yield translator
        translator.close()


def test_it_says_which_package_it_runs(package: Package) -> None:
    assert OpusTranslator(package).engine == Engine(EngineName.OPUS, "ar_en", "1.0", Options().digest())


def test_each_side_has_its_own_pieces_and_a_source_ends_in_the_end_token(folder: Path) -> None:
    import sentencepiece

    tokenizer = load_opus_tokenizer(folder)
    source, target = (
        sentencepiece.SentencePieceProcessor(model_file=str(folder / f"{s}.spm")) for s in ("source", "target")
    )
    text = "وصل الوفد إلى المدينة."
    assert tokenizer.encode(text) == [*source.encode(text, out_type=str), "</s>"]
    spans = tokenizer.source_spans(text)
    assert len(spans) == len(tokenizer.encode(text)) and spans[-1] is None
    assert tokenizer.decode(target.encode("The group arrived_here.", out_type=str)) == "The group arrived_here."
    assert tokenizer.encode("") == []


def test_where_the_model_adds_the_end_token_itself_the_tokenizer_does_not(texts: list[str], tmp_path: Path) -> None:
    opus_folder(tmp_path / "marian", texts[:200], source_eos=True)
    assert json.loads((tmp_path / "marian" / "config.json").read_text())["add_source_eos"] is True
    assert load_opus_tokenizer(tmp_path / "marian").encode("وصل")[-1] != "</s>"
    (result,) = run(OpusTranslator(package_at(tmp_path / "marian", EngineName.OPUS)), ("وصل الوفد",))
    assert result.text


def test_a_model_of_many_languages_is_told_which_one_is_wanted(texts: list[str], tmp_path: Path) -> None:
    opus_folder(tmp_path / "many", texts[:200], source_eos=False, extra=(">>eng<<", ">>fra<<"))
    tokenizer = load_opus_tokenizer(tmp_path / "many")
    assert tokenizer.encode("وصل")[0] == ">>eng<<"
    assert tokenizer.source_spans("وصل")[0] is None


def test_the_model_may_lie_in_a_folder_of_its_own(folder: Path, package: Package, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "package" / "model")
    moved = replace(package, path=str(tmp_path / "package"))
    assert run(OpusTranslator(moved), ("وصل الوفد",)) == run(OpusTranslator(package), ("وصل الوفد",))


def test_a_folder_that_lacks_a_tokenizer_is_named(folder: Path, package: Package, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "broken")
    (tmp_path / "broken" / "target.spm").unlink()
    with pytest.raises(TranslationError) as caught:
        run(OpusTranslator(replace(package, path=str(tmp_path / "broken"))), ("نص",))
    assert caught.value.code == "translation.model"
