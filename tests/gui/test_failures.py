"""Why a paragraph failed, in the window's language, from the English clause that its pair carries."""

import re
import string

import pytest

from reader.gui.failures import CLAUSES, failure_text
from reader.gui.look import Look
from reader.model import Block, EngineName, Role
from reader.translation.pairing import fail
from reader.wording import WORDING

pytestmark = pytest.mark.gui

TEMPLATES = [*CLAUSES, *(what for what, _ in WORDING.values())]


def plain(text):
    return re.sub("[\u2068\u2069]", "", text)


def filled(template, value="x-1 (y)"):
    return template.format_map({name: value for _, name, _, _ in string.Formatter().parse(template) if name})


@pytest.fixture
def in_arabic(qapp):
    look = Look(qapp)
    look.speak("ar")
    yield
    look.speak("en")


@pytest.mark.parametrize("template", TEMPLATES)
def test_what_is_said_in_english_is_the_clause_itself(qapp, template):
    assert plain(failure_text(filled(template))) == filled(template)


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_clause_is_said_in_arabic_with_what_it_was_filled_with(in_arabic, template):
    said = failure_text(filled(template, "q7"))
    assert re.search("[\u0621-\u064a]", said)
    assert said.count("q7") == filled(template, "q7").count("q7")


def test_a_reason_within_is_said_in_arabic_where_it_is_known_and_a_strange_clause_as_it_is(in_arabic):
    assert plain(failure_text("the lexicon does not work (it does not answer)")) == "المعجم لا يعمل (لا يجيب)"
    assert plain(failure_text("no memory")) == "no memory"
    assert plain(failure_text(None)) == "–"


def test_the_pair_itself_keeps_its_english(in_arabic):
    pair = fail(0, Block(Role.PARAGRAPH, "نص"), EngineName.ARGOS, "the engine gave no answer")
    assert pair.detail == "the engine gave no answer"
    assert plain(failure_text(pair.detail)) == "لم يُعطِ المحرّك جواباً"
