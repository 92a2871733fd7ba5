"""A model that several engines work with is in memory once."""

import gc
import shutil
import threading

import pytest

from reader.model import Package
from reader.translation.argos import ArgosTranslator
from reader.translation.decoding import Decoders
from reader.translation.packages import PackageStore
from reader.translation.translator import Context

SENTENCES = ["وصل الوفد إلى المدينة.", "ارتفعت الأسعار في الأسواق."]


@pytest.fixture
def package(small_package, tmp_path) -> Package:
    return PackageStore(tmp_path / "packages", {}).install(small_package)


def run(translator):
    return {one.index: one.text for one in translator.translate(SENTENCES, Context())}


def test_engines_on_two_threads_have_one_model_which_goes_with_the_last_of_them(package):
    decoders = Decoders()
    alone = run(ArgosTranslator(package))
    engines = [ArgosTranslator(package, decoders=decoders) for _ in range(2)]
    found = [None, None]

    def work(number):
        found[number] = run(engines[number])

    threads = [threading.Thread(target=work, args=(number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [alone, alone]
    assert len(decoders._loaded) == 1
    engines[0].close()
    assert run(engines[1]) == alone
    engines[1].close()
    gc.collect()
    assert len(decoders._loaded) == 0


def test_a_package_that_was_replaced_in_its_folder_is_loaded_anew(package, tmp_path):
    decoders = Decoders()
    from pathlib import Path

    folder = Path(package.path) / "model"
    first = decoders.load(folder, 1)
    assert decoders.load(folder, 1) is first
    shutil.copytree(folder, tmp_path / "copy")
    shutil.rmtree(folder)
    (tmp_path / "copy").rename(folder)
    assert decoders.load(folder, 1) is not first
    with pytest.raises(OSError):
        decoders.load(tmp_path / "nothing", 1)
