from reader.gui.catalogue import Catalogue, Group, Heading, Kind, Order, Section, Sort, arrange, site_of
from reader.model import Collection, PieceSummary, ReadState


def piece(number, title="عنوان", published=None, created="2025-11-03T00:00:00.000Z", **more):
    return PieceSummary(number, title, "أول", None, published, created, **more)


PIECES = (
    piece(4, "بيت", "2024-01-09", starred=True, collections=("A", "B"), words=5, source="https://www.b.org/x"),
    piece(3, "إبل", "2025-03-01", state=ReadState.READ, tags=("wheat",), words=50, source="/home/x.txt"),
    piece(2, "تين", None, "2024-01-02T00:00:00.000Z", collections=("B",), notes=2, words=7, source="https://a.com/1"),
    piece(1, "أرز", "2025-03-20", state=ReadState.READING, words=6),
)
TRASHED = (piece(9, "قديم"),)
CATALOGUE = Catalogue.of(PIECES, TRASHED, (Collection(1, "A", 1), Collection(2, "B", 2)), (("wheat", 1),))


def ids(section=Section(), order=Order()):  # noqa: B008 - both are frozen
    return [one.id for one in arrange(CATALOGUE, section, order) if not isinstance(one, Heading)]


def groups(group, **order):
    rows = arrange(CATALOGUE, Section(), Order(group=group, **order))
    found = {}
    for row in rows:
        if isinstance(row, Heading):
            here = found[row.key] = []
            assert row.group is group
        else:
            here.append(row.id)
    assert [row.count for row in rows if isinstance(row, Heading)] == [len(one) for one in found.values()]
    return found


def test_each_section_holds_what_it_says():
    assert ids(Section(Kind.ALL)) == [4, 3, 2, 1]
    assert ids(Section(Kind.UNREAD)) == [4, 2]
    assert ids(Section(Kind.STARRED)) == [4]
    assert ids(Section(Kind.NOTED)) == [2]
    assert ids(Section(Kind.COLLECTION, "B", 2)) == [4, 2]
    assert ids(Section(Kind.TAG, "wheat")) == [3]
    assert ids(Section(Kind.TRASH)) == [9]
    assert CATALOGUE.numbers == {Kind.ALL: 4, Kind.UNREAD: 2, Kind.STARRED: 1, Kind.NOTED: 1, Kind.TRASH: 1}


def test_the_list_is_sorted_by_what_was_asked_for_and_the_other_way_round():
    assert ids(order=Order(Sort.PUBLISHED)) == [1, 3, 4, 2]
    assert ids(order=Order(Sort.PUBLISHED, backwards=True)) == [2, 4, 3, 1]
    assert ids(order=Order(Sort.TITLE)) == [3, 1, 4, 2]  # إبل and أرز: ا before ب, whatever its seat
    assert ids(order=Order(Sort.STATE)) == [4, 2, 1, 3]
    assert ids(order=Order(Sort.WORDS)) == [3, 2, 1, 4]
    assert ids(order=Order(Sort.SOURCE)) == [2, 4, 3, 1]


def test_groups_stand_under_headings_with_what_has_none_last():
    assert groups(Group.MONTH, sort=Sort.PUBLISHED) == {"2025-03": [1, 3], "2024-01": [4, 2]}
    assert groups(Group.MONTH, sort=Sort.PUBLISHED, backwards=True) == {"2024-01": [2, 4], "2025-03": [3, 1]}
    assert groups(Group.COLLECTION) == {"A": [4], "B": [4, 2], "": [3, 1]}
    assert groups(Group.SOURCE) == {"a.com": [2], "b.org": [4], "": [3, 1]}
    assert groups(Group.STATE) == {"unread": [4, 2], "reading": [1], "read": [3]}


def test_the_trash_is_not_divided():
    assert not any(
        isinstance(row, Heading) for row in arrange(CATALOGUE, Section(Kind.TRASH), Order(group=Group.MONTH))
    )


def test_a_collection_is_the_same_section_under_another_name():
    assert Section(Kind.COLLECTION, "A", 1).is_same(Section(Kind.COLLECTION, "Z", 1))
    assert not Section(Kind.COLLECTION, "A", 1).is_same(Section(Kind.COLLECTION, "A", 2))
    assert not Section(Kind.TAG, "A").is_same(Section(Kind.TAG, "B"))


def test_a_site_is_named_without_its_www_and_a_file_has_none():
    assert site_of("https://www.bbc.com/arabic/1") == "bbc.com"
    assert site_of("C:\\x.txt") == site_of(None) == site_of("http://[bad") == ""
