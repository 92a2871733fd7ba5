"""The Arabic of the window: nothing missing, nothing stale, nothing that would break when it is filled in."""

import re
import shutil
import string
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import PySide6
import pytest

from reader import wording
from reader.gui.reasons import REASONS
from reader.parsing import vocabulary
from reader.settings import resources

CATALOGUE = resources() / "i18n" / "muwazi_ar.ts"
READER = Path(wording.__file__).parent


def messages(path):
    return {
        (context.findtext("name"), message.findtext("source")): message.find("translation")
        for context in ElementTree.parse(path).iter("context")
        for message in context.iter("message")
    }


def test_every_entry_is_translated():
    unfinished = [
        key for key, entry in messages(CATALOGUE).items() if entry.get("type") or not (entry.text or "").strip()
    ]
    assert unfinished == []


def test_the_catalogue_has_every_text_of_the_code_and_no_other(tmp_path):
    lupdate = Path(PySide6.__file__).parent / "lupdate"
    if not lupdate.exists():
        pytest.skip("this PySide6 came without lupdate")
    fresh = tmp_path / "muwazi_ar.ts"
    shutil.copy(CATALOGUE, fresh)
    sources = [READER / "wording.py", *sorted((READER / "gui").glob("*.py"))]
    command = [lupdate, "-silent", "-no-obsolete", "-locations", "none", *sources, "-ts", fresh]
    subprocess.run([str(part) for part in command], check=True, capture_output=True)
    assert set(messages(fresh)) == set(messages(CATALOGUE))


def test_translations_keep_the_fields_and_keys_of_what_they_translate():
    def fields(text):
        return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name)

    def keys(text):
        return re.findall(r"Ctrl\+.|F\d+|\*\.\w+|--[a-z]+", text)

    for (_, source), entry in messages(CATALOGUE).items():
        assert fields(entry.text) == fields(source), source
        assert keys(entry.text) == keys(source), source


def test_every_error_has_its_two_sentences_in_arabic():
    known = messages(CATALOGUE)
    for code, pair in wording.WORDING.items():
        for template in pair:
            assert ("errors", template) in known, code


def test_the_reasons_that_parsing_gives_by_its_word_lists_are_all_known():
    assert set(vocabulary.WIDGET_WORDS) | set(vocabulary.WIDGET_PHRASES) <= set(REASONS)


@pytest.mark.gui
def test_the_compiled_catalogue_is_that_of_the_source(qapp):
    from PySide6.QtCore import QTranslator

    translator = QTranslator()
    assert translator.load("muwazi_ar.qm", str(CATALOGUE.parent))
    for (context, source), entry in messages(CATALOGUE).items():
        assert translator.translate(context, source) == entry.text
