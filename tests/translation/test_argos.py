"""The Argos engine on the small real package: exact where it knows the sentence, bounded and honest elsewhere."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from models_made import bpe_package, package_at
from translator_contract import TranslatorContract, run

from reader.errors import TranslationError
from reader.model import Engine, EngineName, Package
from reader.translation import decoding, packages
from reader.translation.argos import ArgosTranslator, Options, load_tokenizer
from reader.translation.batching import Part, batches
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
    assert ArgosTranslator(package).engine == Engine(EngineName.ARGOS, "ar_en", "0.1", Options().digest())


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


def test_what_the_reader_looks_at_comes_in_batches_that_begin_small_and_grow(package: Package) -> None:
    parts = [[Part(index, 0, "", 0, ["."] * 20)] for index in range(60)]
    sizes = [len(batch) for batch in batches(parts, tuple(range(40)), 256)]
    assert sizes[:3] == [6, 12, 12]
    assert sum(sizes) == 60 and max(sizes) == 12
    assert [len(batch) for batch in batches(parts[:12], (5, 3), 256)] == [12]  # all that fits is done at once
    assert [len(batch) for batch in batches(parts[:13], (5, 3), 256)] == [2, 11]
    assert [part.sentence for batch in batches(parts, (7, 3), 64) for part in batch][:2] == [7, 3]


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

        def begin(self, *args: object, **options: object) -> decoding.Decoding:
            Counting.batches += 1
            return super().begin(*args, **options)  # type: ignore[arg-type]

    translator = ArgosTranslator(package, Options(batch_tokens=1, guards=False))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(decoding, "Decoder", Counting)
        results = translator.translate([source for source, _ in known], Context())
        next(results)
        results.close()
    assert Counting.batches == 2  # the second was begun before the first was given out


LONG = "وصل الوفد، ثم غادر المدينة؛ وقال المسؤول إن المفاوضات ستُستأنف غداً: " * 30


def test_a_sentence_too_long_for_the_model_is_done_in_clauses_and_none_is_dropped(package: Package) -> None:
    tokenizer = packages.load_tokenizer(Path(package.path))
    translator = ArgosTranslator(package)
    assert len(tokenizer.encode(LONG)) > 3 * Options().longest_source
    parts = [part.text for part in translator._split(translator._load(), 0, LONG)]
    assert " ".join(parts) == LONG.strip()
    assert all(part.endswith(("،", "؛", ":")) for part in parts)
    assert all(len(tokenizer.encode(part)) <= Options().longest_source for part in parts)
    (result,) = run(translator, (LONG,))
    alone = run(translator, tuple(parts))
    assert result.text == " ".join(str(one.text) for one in alone)
    scores = [one.score for one in alone if one.score is not None]
    assert result.score is not None and min(scores) <= result.score <= max(scores)


@pytest.mark.parametrize("text", ["كلمة " * 400, "ك" * 1000, "a1" * 300 + " نص", "كلمة، " * 300 + "ك" * 700])
def test_what_has_no_clauses_is_cut_between_words_or_letters(package: Package, text: str) -> None:
    translator = ArgosTranslator(package)
    parts = translator._split(translator._load(), 0, text)
    assert len(parts) > 1
    assert all(0 < len(part.tokens) <= Options().longest_source for part in parts)
    assert all(text[part.start : part.start + len(part.text)] == part.text for part in parts)
    assert "".join(part.text for part in parts).replace(" ", "") == text.replace(" ", "")
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
        def begin(self, *args: object, unlike_ngrams_of: int = 0, **options: object) -> decoding.Decoding:
            running = super().begin(*args, unlike_ngrams_of=unlike_ngrams_of, **options)  # type: ignore[arg-type]
            return running if unlike_ngrams_of else Looping(running._running, running._prefix)

    class Looping(decoding.Decoding):
        def results(self) -> list[decoding.Decoded]:
            stuck = ["▁the", "▁city"] * 8
            return [decoding.Decoded(stuck, -1.0, [[0.0]] * len(stuck)) for _ in super().results()]

    translator = ArgosTranslator(package)
    honest = run(translator, ("وصل الوفد إلى المدينة مساء اليوم",))
    translator.close()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(decoding, "Decoder", Stuck)
        (result,) = run(translator, ("وصل الوفد إلى المدينة مساء اليوم",))
    assert result.text and "the city the city" not in result.text
    assert honest[0].text


def test_the_tokenizer_is_the_packages_own_but_for_underscores(package: Package, known: list[tuple[str, str]]) -> None:
    theirs = packages.load_tokenizer(Path(package.path))
    ours = load_tokenizer(Path(package.path))
    for text in (*(source for source, _ in known), "نص  فيه\u200c ﷲ ½ 😀 «ـــ» A_b"):
        assert ours.encode(text) == theirs.encode(text)
    tokens = ours.encode("see foo_bar_baz and #a_b")
    assert ours.decode(tokens) == "see foo_bar_baz and #a_b"
    assert theirs.decode(tokens) == ours.decode(tokens).replace("_", " ")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", " #سوريا_اليوم https://example.org/a_b?c=1"),
        ("#خبر_عاجل @amal ", ""),
        ("www.example.org ", " a_b@example.org"),
    ],
)
def test_addresses_and_hashtags_around_a_sentence_stand_as_they_are(
    package: Package, known: list[tuple[str, str]], before: str, after: str
) -> None:
    source, target = known[13]
    (result,) = run(ArgosTranslator(package), (f"{before}{source}{after}",))
    assert result.text == f"{before}{target}{after}"
    for a, b, c, d in result.words or ():
        if (b <= len(before) or a >= len(before) + len(source)) and before + after:
            assert f"{before}{source}{after}"[a:b] == result.text[c:d]


@pytest.mark.parametrize("kept", ["https://example.org/a_b", "#سوريا_اليوم", "Reuters", "foo_bar@example.org"])
def test_addresses_hashtags_and_latin_names_within_a_sentence_are_kept(package: Package, kept: str) -> None:
    source = f"قالت وكالة {kept} إن الوفد وصل إلى المدينة"
    (result,) = run(ArgosTranslator(package), (source,))
    assert kept in str(result.text).rstrip(".").split()
    start = source.index(kept)
    links = {str(result.text)[c:d] for a, b, c, d in result.words or () if start <= a < b <= start + len(kept)}
    assert links and all(link in kept for link in links)


def test_a_sentence_of_addresses_alone_is_its_own_translation(package: Package) -> None:
    text = "#سوريا_اليوم https://example.org/a_b"
    (result,) = run(ArgosTranslator(package), (text,))
    assert result == Translation(0, text, words=((0, 12, 0, 12), (13, 36, 13, 36)))


def test_a_target_prefix_is_asked_for_and_taken_off_again(package: Package, tmp_path: Path) -> None:
    folder = tmp_path / "prefixed"
    shutil.copytree(package.path, folder)
    metadata = json.loads((folder / "metadata.json").read_text())
    (folder / "metadata.json").write_text(json.dumps({**metadata, "target_prefix": "▁I"}))
    (result,) = run(ArgosTranslator(replace(package, path=str(folder))), ("وصل الوفد",))
    assert result.text and not result.text.startswith("I ")


class TestArgosTranslatorWithBpe(TranslatorContract):
    @pytest.fixture
    def translator(self, bpe: Package) -> Iterator[ArgosTranslator]:
        translator = ArgosTranslator(bpe)
        yield translator
        translator.close()


@pytest.fixture(scope="session")
def bpe(known: list[tuple[str, str]], tmp_path_factory: pytest.TempPathFactory) -> Package:
    folder = tmp_path_factory.mktemp("bpe") / "package"
    bpe_package(folder, [text for pair in known[:60] for text in pair])
    return package_at(folder, EngineName.ARGOS)


def test_a_bpe_tokenizer_is_argoss_own_and_finds_its_tokens_in_the_text(bpe: Package) -> None:
    theirs = packages.load_tokenizer(Path(bpe.path))
    ours = load_tokenizer(Path(bpe.path))
    text = "قال توم: «وصل الوفد» & غادر."
    assert ours.encode(text) == theirs.encode(text)
    assert any(token.endswith("@@") for token in ours.encode(text))
    placed = [text[span[0] : span[1]] for span in ours.source_spans(text) if span]
    assert (
        "".join(placed).replace(" ", "") in text.replace(" ", "").replace("«", "").replace("»", "") or len(placed) > 12
    )
    assert ours.encode(" ") == []


def test_a_bpe_package_with_a_target_prefix(known: list[tuple[str, str]], tmp_path: Path) -> None:
    bpe_package(tmp_path / "package", [text for pair in known[:20] for text in pair], target_prefix="__en__")
    (result,) = run(ArgosTranslator(package_at(tmp_path / "package", EngineName.ARGOS)), ("وصل الوفد",))
    assert result.text and "__en__" not in result.text


def test_it_runs_on_the_processor_where_the_card_does_not_load(package: Package) -> None:
    import ctranslate2

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ctranslate2, "get_cuda_device_count", lambda: 1)  # a build without CUDA then refuses it
        decoder = decoding.Decoder(Path(package.path) / "model", 1)
    assert decoder.device == "cpu"
    assert decoder.begin([["▁"]], (), 4).results()[0].tokens is not None


def test_a_batch_that_the_model_breaks_down_on_fails_alone(package: Package, known: list[tuple[str, str]]) -> None:
    class Fragile(decoding.Decoder):
        def begin(self, batch: list[list[str]], *rest: object, **options: object) -> decoding.Decoding:
            if len(batch[0]) > 25:
                raise RuntimeError("out of memory")
            return super().begin(batch, *rest, **options)  # type: ignore[arg-type]

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


@pytest.mark.parametrize("broken", ["sentencepiece.model", "model/model.bin"])
def test_whichever_half_does_not_load_is_what_the_reason_tells(package: Package, tmp_path: Path, broken: str) -> None:
    folder = tmp_path / "package"
    shutil.copytree(package.path, folder)
    (folder / broken).write_bytes(b"no such thing")
    translator = ArgosTranslator(replace(package, path=str(folder)))
    with pytest.raises(TranslationError) as caught:
        run(translator, ("توم يحب القراءة.",))
    assert caught.value.code == "translation.model"
    assert not [thread for thread in threading.enumerate() if thread.name == "model loads"]


def test_what_translating_does_without_is_not_loaded(package: Package) -> None:
    """Each of these would delay the first paragraph and stay in memory."""
    code = f"""if True:
        import sys
        from reader.arabic.lexicon import Lexicon
        from reader.model import Article, Block, EngineName, Package, Role
        from reader import pipeline
        from reader.translation.argos import ArgosTranslator
        package = Package("ar_en", "0.1", "ar", "en", 1, EngineName.ARGOS, True, {package.path!r})
        blocks = Block(Role.PARAGRAPH, "توم يحب القراءة."),
        (pair,) = pipeline.pair(Article(blocks=blocks), ArgosTranslator(package))
        assert pair.target == "Tom likes to read.", pair
        heavy = {{"asyncio", "ssl", "numpy", "argostranslate", "apsw.unicode", "reader.parsing", "lxml"}}
        print(*heavy & set(sys.modules))
    """
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
