"""What is found in a text, and where."""

import pytest

from reader.arabic.finding import find_in
from reader.arabic.needle import Needle, either_of

TEXT = "قالت الحكومة إن كُتُبًا للحكومة وصلت، وإن كتاب الحكومات بقي."


def found(query, text=TEXT, **how):
    return [text[start:end] for start, end in Needle(query, **how).spans(text)]


@pytest.mark.parametrize("query", ["الحكومة", "كتاب الحكومات", '""الحكومة""', "حكوم", "!", ""])
def test_one_phrase_is_found_where_find_in_finds_it(query):
    assert list(Needle(query).spans(TEXT)) == find_in(TEXT, query)


def test_any_of_several_phrases_is_found_in_the_order_of_the_text():
    assert found("كتاب | الحكومة") == ["الحكومة", "للحكومة", "كتاب", "الحكومات"]
    assert found("wheat OR barley", "Barley and wheat") == ["Barley", "wheat"]
    assert either_of(["a", "b c"]) == "a | b c"


def test_no_two_matches_overlap():
    assert found("a b | b c", "a b c") == ["a b"]


def test_a_phrase_that_is_quoted_twice_is_found_as_it_is_spelled_beside_one_that_is_not():
    assert found('""الحكومة"" | كتاب') == ["الحكومة", "كتاب"]
    assert found("الحكومة", exact=True) == ["الحكومة"]


def test_forms_that_letters_do_not_tell_are_found_where_they_are_named():
    assert found("كتاب") == ["كتاب"]
    assert found("كتاب", forms={"كتاب": {"كتبا"}}) == ["كُتُبًا", "كتاب"]


def test_nothing_to_look_for_is_falsy():
    assert not Needle(" . | ")
    assert Needle("x")
