"""The Argos engine on the small real package: exact where it knows the sentence, bounded and honest elsewhere."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from translator_contract import TranslatorContract, run

from reader.errors import TranslationError
from reader.model import Engine, EngineName, Package
from reader.translation import decoding, packages
from reader.translation.argos import ArgosTranslator, Options
from reader.translation.packages import PackageStore
from reader.translation.translator import Context, Translation
from reader.wording import sentences as wording

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def package(small_package: Path, tmp_path_factory: pytest.TempPathFactory) -> Package:
    return PackageStore(tmp_path_factory.mktemp("packages"), {}).install(small_package)


@pytest.fixture(scope="session")
def known(small_package: Path) -> list[tuple[str, str]]:
    lines = small_package.with_name("known.tsv").read_text(encoding="utf-8").splitlines()
    return [(source, target) for source, _, target in (line.partition("\t") for line in lines)]


class TestArgosTranslator(TranslatorContract):
    @pytest.fixture
    def translator(self, package: Package) -> Iterator[ArgosTranslator]:
        translator = ArgosTranslator(package)
        yield translator
        translator.close()


def test_it_translates_what_the_package_knows_to_the_letter(package: Package, known: list[tuple[str, str]]) -> None:
    some = known[::6]
    results = run(ArgosTranslator(package), tuple(source for source, _ in some))
    assert [result.text for result in results] == [target for _, target in some]
    assert all(result.error is None for result in results)


def test_it_says_which_package_it_runs(package: Package) -> None:
    assert ArgosTranslator(package).engine == Engine(EngineName.ARGOS, "ar_en", "0.1")


def test_a_score_is_the_mean_log_probability_of_a_token(package: Package, known: list[tuple[str, str]]) -> None:
    import ctranslate2

    model = ctranslate2.Translator(f"{package.path}/model")
    tokenizer = packages.load_tokenizer(Path(package.path))
    some = known[:12]
    results = run(ArgosTranslator(package), tuple(source for source, _ in some))
    for (source, target), result in zip(some, results, strict=True):
        (scored,) = model.score_batch([tokenizer.encode(source)], [tokenizer.encode(target)])
        assert result.score == pytest.approx(sum(scored.log_probs) / len(scored.log_probs), abs=1e-2)


def test_what_the_reader_looks_at_comes_first_then_the_short_before_the_long(
    package: Package, known: list[tuple[str, str]]
) -> None:
    sources = [source for source, _ in known[:40]]
    translator = ArgosTranslator(package, Options(batch_tokens=1))
    order = [result.index for result in translator.translate(sources, Context(first=(17, 3)))]
    assert order[:2] == [17, 3]
    tokenizer = packages.load_tokenizer(Path(package.path))
    lengths = [len(tokenizer.encode(sources[index])) for index in order[2:]]
    assert lengths == sorted(lengths)


@pytest.mark.parametrize("batch_tokens", [1, 32, 512])
def test_batches_do_not_change_what_comes_out(
    package: Package, known: list[tuple[str, str]], batch_tokens: int
) -> None:
    some = known[:30]
    translator = ArgosTranslator(package, Options(batch_tokens=batch_tokens))
    results = run(translator, tuple(source for source, _ in some))
    assert [result.text for result in results] == [target for _, target in some]


def test_closing_early_leaves_the_other_batches_undone(package: Package, known: list[tuple[str, str]]) -> None:
    class Counting(decoding.Decoder):
        batches = 0

        def decode(self, *args: object, **options: object) -> list[decoding.Decoded]:
            Counting.batches += 1
            return super().decode(*args, **options)  # type: ignore[arg-type]

    translator = ArgosTranslator(package, Options(batch_tokens=1, guards=False))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(decoding, "Decoder", Counting)
        results = translator.translate([source for source, _ in known], Context())
        next(results)
        results.close()
    assert Counting.batches == 1


LONG = "وصل الوفد، ثم غادر المدينة؛ وقال المسؤول إن المفاوضات ستُستأنف غداً: " * 30


def test_a_sentence_too_long_for_the_model_is_done_in_clauses_and_none_is_dropped(package: Package) -> None:
    tokenizer = packages.load_tokenizer(Path(package.path))
    translator = ArgosTranslator(package)
    assert len(tokenizer.encode(LONG)) > 3 * Options().longest_source
    model = translator._load()
    parts = translator._cut(model, LONG.strip())
    assert " ".join(parts) == LONG.strip()
    assert all(part.endswith(("،", "؛", ":")) for part in parts)
    assert all(len(tokenizer.encode(part)) <= Options().longest_source for part in parts)
    (result,) = run(translator, (LONG,))
    alone = run(translator, tuple(parts))
    assert result.text == " ".join(str(one.text) for one in alone)
    scores = [one.score for one in alone if one.score is not None]
    assert result.score is not None and min(scores) <= result.score <= max(scores)


@pytest.mark.parametrize("text", ["كلمة " * 400, "ك" * 1000, "https://example.org/" + "a1" * 300])
def test_what_has_no_clauses_is_cut_between_words_or_letters(package: Package, text: str) -> None:
    translator = ArgosTranslator(package)
    parts = translator._split(translator._load(), 0, text)
    assert len(parts) > 1
    assert all(0 < len(part.tokens) <= Options().longest_source for part in parts)
    (result,) = run(translator, (text,))
    assert result.text


def test_babble_is_bounded_by_the_source_and_does_not_go_round(package: Package) -> None:
    babbled = tuple(f"تمخض الجبل {word} فولد فأراً صغيراً في البادية" for word in ("ثم", "أيضاً", "غداً", "هكذا")) * 3
    free = run(ArgosTranslator(package, Options(guards=False, longest_target=200)), babbled)
    guarded = run(ArgosTranslator(package, Options(target_per_source=0.5, target_extra=2)), babbled)
    tokenizer = packages.load_tokenizer(Path(package.path))
    assert max(len(tokenizer.encode(str(result.text))) for result in free) > 10
    for source, result in zip(babbled, guarded, strict=True):
        assert result.text
        assert len(tokenizer.encode(result.text)) <= len(tokenizer.encode(source)) // 2 + 2


def test_a_loop_is_decoded_again_without_it(package: Package) -> None:
    class Stuck(decoding.Decoder):
        def decode(
            self, batch: object, prefix: object, longest: int, *, unlike_ngrams_of: int = 0
        ) -> list[decoding.Decoded]:
            if unlike_ngrams_of:
                return super().decode(batch, prefix, longest, unlike_ngrams_of=unlike_ngrams_of)  # type: ignore[arg-type]
            return [decoding.Decoded(["▁the", "▁city"] * 8, -1.0) for _ in batch]  # type: ignore[attr-defined]

    translator = ArgosTranslator(package)
    honest = run(translator, ("وصل الوفد إلى المدينة مساء اليوم",))
    translator.close()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(decoding, "Decoder", Stuck)
        (result,) = run(translator, ("وصل الوفد إلى المدينة مساء اليوم",))
    assert result.text and "the city the city" not in result.text
    assert honest[0].text


def test_underscores_are_kept(package: Package) -> None:
    tokenizer = packages.load_tokenizer(Path(package.path))
    text = "see foo_bar_baz and #a_b"
    tokens = tokenizer.encode(text)
    assert packages.decode_exactly(tokenizer, tokens) == text
    assert tokenizer.decode(tokens) == text.replace("_", " ")


def test_a_target_prefix_is_asked_for_and_taken_off_again(package: Package, tmp_path: Path) -> None:
    folder = tmp_path / "prefixed"
    shutil.copytree(package.path, folder)
    metadata = json.loads((folder / "metadata.json").read_text())
    (folder / "metadata.json").write_text(json.dumps({**metadata, "target_prefix": "▁I"}))
    (result,) = run(ArgosTranslator(replace(package, path=str(folder))), ("وصل الوفد",))
    assert result.text and not result.text.startswith("I ")


def test_a_batch_that_the_model_breaks_down_on_fails_alone(package: Package, known: list[tuple[str, str]]) -> None:
    class Fragile(decoding.Decoder):
        def decode(self, batch: list[list[str]], *rest: object, **options: object) -> list[decoding.Decoded]:
            if len(batch[0]) > 25:
                raise RuntimeError("out of memory")
            return super().decode(batch, *rest, **options)  # type: ignore[arg-type]

    tokenizer = packages.load_tokenizer(Path(package.path))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(decoding, "Decoder", Fragile)
        results = run(ArgosTranslator(package, Options(batch_tokens=1)), tuple(source for source, _ in known[:40]))
    for result, (source, target) in zip(results, known, strict=False):
        if len(tokenizer.encode(source)) > 25:
            assert result == Translation(result.index, None, error="the model broke down on it (out of memory)")
        else:
            assert result.text == target


def test_a_package_that_is_gone_or_spoilt_is_named(package: Package, tmp_path: Path) -> None:
    folder = tmp_path / "spoilt"
    for spoil in (
        lambda: None,
        lambda: (shutil.copytree(package.path, folder), (folder / "model" / "model.bin").write_bytes(b"x")),
        lambda: (folder / "sentencepiece.model").write_bytes(b"x"),
        lambda: (folder / "sentencepiece.model").unlink(),
        lambda: (folder / "metadata.json").write_text("[]"),
    ):
        spoil()
        with pytest.raises(TranslationError) as caught:
            run(ArgosTranslator(replace(package, path=str(folder))), ("نص",))
        assert caught.value.code == "translation.model"
        assert "ar_en@0.1" in wording(caught.value)[0]


def test_one_core_is_left_to_the_window() -> None:
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    assert decoding.free_cores() == max(1, allowed - 1)


def test_nothing_heavy_is_loaded_before_the_first_sentence_and_nothing_of_pytorch_or_minisbd_then(
    package: Package,
) -> None:
    code = f"""if True:
        import sys
        from reader.model import EngineName, Package
        from reader.translation.argos import ArgosTranslator
        from reader.translation.translator import Context
        translator = ArgosTranslator(Package("ar_en", "0.1", "ar", "en", 1, EngineName.ARGOS, True, {package.path!r}))
        heavy = {{"ctranslate2", "sentencepiece", "argostranslate"}}
        assert not heavy & set(sys.modules), heavy & set(sys.modules)
        # The installed environment lacks these: importing any of them fails here as it would there.
        for name in ("minisbd", "onnxruntime", "stanza", "spacy", "torch"):
            sys.modules[name] = None
        assert next(translator.translate(["نعم."], Context())).text
        assert not {{"argostranslate.translate", "argostranslate.sbd"}} & set(sys.modules)
    """
    subprocess.run([sys.executable, "-W", "error", "-c", code], cwd=ROOT, check=True)
