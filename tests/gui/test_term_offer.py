"""What the glossary is offered for a word or a selection: the term as a dictionary has it, with its English."""

import pytest

from reader.gui.term_offer import of_selection, of_word
from reader.model import EngineName, Pair, Reading, Role, Sentence, Side, Status

GOVERNMENT = Reading("وَالحُكُومَة", "حُكُومَة", "noun", ("government", "administration"), ("و", "ال"), "حكم")
SAID = Reading("قالَت", "قال", "verb, perfect", ("say",), (), "قول")
SOURCE = "أعلنت هيئة المياه اليوم"
TARGET = "The Water Authority announced today"
PAIR = Pair(
    0,
    Role.PARAGRAPH,
    SOURCE,
    TARGET,
    EngineName.ARGOS,
    Status.TRANSLATED,
    (Sentence((0, 23), (0, 35), None, ((0, 5, 20, 29), (6, 10, 10, 19), (11, 17, 4, 9), (18, 23, 30, 35))),),
)


@pytest.mark.parametrize(
    ("word", "reading", "english", "offer"),
    [
        ("والحكومة", GOVERNMENT, "the government,", ("حكومة", "government")),
        ("والحكومة", GOVERNMENT, "", ("حكومة", "government")),
        ("والحكومة", GOVERNMENT, "the … government", ("حكومة", "government")),
        ("قالت", SAID, "said", ("قالت", "said")),
        ("ظظظ", None, "", ("ظظظ", "")),
    ],
)
def test_a_word_is_offered_without_what_is_joined_to_it_and_in_the_words_of_its_place(word, reading, english, offer):
    assert of_word(word, reading, english) == offer


def test_a_selection_of_either_text_brings_what_is_linked_to_it_in_the_other():
    assert of_selection(PAIR, Side.SOURCE, (6, 17)) == ("هيئة المياه", "Water Authority")
    assert of_selection(PAIR, Side.TARGET, (4, 19)) == ("هيئة المياه", "Water Authority")


def test_what_is_scattered_in_the_other_text_is_left_for_the_reader_to_write():
    assert of_selection(PAIR, Side.SOURCE, (0, 17)) == ("أعلنت هيئة المياه", "Water Authority announced")
    assert of_selection(PAIR, Side.SOURCE, (0, 23)) == (SOURCE, "Water Authority announced today")
    assert of_selection(PAIR, Side.SOURCE, (11, 23)) == ("المياه اليوم", "")
    unlinked = Pair(0, Role.PARAGRAPH, SOURCE, TARGET, EngineName.PERSON, Status.EDITED)
    assert of_selection(unlinked, Side.TARGET, (4, 19)) == ("", "Water Authority")
