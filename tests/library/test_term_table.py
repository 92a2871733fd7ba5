"""Terms in files: what spreadsheets and people write is read, and what is written is read again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.arabic.cleaning import clean
from reader.errors import LibraryError
from reader.library import term_table
from reader.model import Term


def read(text):
    return [(row.source, row.target, row.note) for row in term_table.parse(text, "terms.csv").rows]


@pytest.mark.parametrize(
    "text",
    [
        "source,target,note\r\nالفرات,Euphrates,\r\nداعش,ISIS,the group\r\n",
        "الفرات\tEuphrates\nداعش\tISIS\tthe group\n",
        "الفرات;Euphrates\nداعش;ISIS;the group",
        "\nالفرات,Euphrates\n\n  داعش , ISIS ,the group\n,,\n",
        "English,Arabic,Note\nEuphrates,الفرات,\nISIS,داعش,the group\n",
        'الفرات,"Euphrates"\r\n"داعش","ISIS","the group"\r\n',
        "\u200fالفرات,Euphrates\nداعش,ISIS,the\u00a0 group\n",
    ],
)
def test_two_terms_are_read_however_the_table_is_written(text):
    assert read(text) == [("الفرات", "Euphrates", None), ("داعش", "ISIS", "the group")]


def test_a_comma_in_a_cell_of_a_table_with_tabs_parts_nothing():
    assert read("الفرات\tEuphrates, the river\n") == [("الفرات", "Euphrates, the river", None)]


def test_a_line_end_in_a_quoted_cell_is_a_space():
    assert read('الفرات,Euphrates,"first\nsecond"\n') == [("الفرات", "Euphrates", "first second")]


def test_rows_that_lack_a_half_are_told_by_their_numbers():
    table = term_table.parse("الفرات,Euphrates\nداعش,\n,ISIS\n", "terms.csv")
    assert [row.row for row in table.rows] == [1]
    assert table.incomplete == (2, 3)


@pytest.mark.parametrize("text", ["", "one line of prose", "source,target\n", "\n\n", "a,\nb,\n"])
def test_a_file_without_terms_is_refused_with_its_name(text):
    with pytest.raises(LibraryError) as caught:
        term_table.parse(text, "terms.csv")
    assert (caught.value.code, caught.value.data["path"]) == ("terms.no_table", "terms.csv")


cells = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30)
cells = cells.map(lambda text: clean(" ".join(text.split()))).filter(bool)


@given(st.lists(st.tuples(cells, cells, st.none() | cells), min_size=1), st.sampled_from(["terms.csv", "terms.TSV"]))
def test_what_is_written_is_read_again(rows, name):
    # In front of everything stands Arabic or Latin, so that no half is taken for the other nor for a heading.
    terms = [Term(n, f"كلمة {source}", f"word {target}", note) for n, (source, target, note) in enumerate(rows)]
    written = term_table.render(terms, name).decode("utf-8-sig")
    expected = [
        (term.target, term.source, term.note) if swapped(term) else (term.source, term.target, term.note)
        for term in terms
    ]
    assert read(written) == expected


def swapped(term):
    from reader.arabic.direction import is_arabic

    return is_arabic(term.target) and not is_arabic(term.source)
