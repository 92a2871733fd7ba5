"""The frozen values that the stages hand each other; they have no behaviour beyond themselves.

Offsets count Unicode code points from 0, end exclusive. Line numbers count from 1.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

Span = tuple[int, int]
"""Start and end of a piece of a string, in code points, end exclusive."""

WordLink = tuple[int, int, int, int]
"""Source start, source end, target start, target end, in code points of the pair's own strings."""


class Role(StrEnum):
    """What a block is on the page."""

    KICKER = "kicker"
    TITLE = "title"
    CAPTION = "caption"
    BYLINE = "byline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    LIST_ITEM = "list_item"
    RELATED = "related"


BODY_ROLES = frozenset({Role.HEADING, Role.PARAGRAPH, Role.QUOTE, Role.LIST_ITEM})
"""The roles that make up the running text of an article, as against its head, captions and related headlines."""


class Status(StrEnum):
    """How a pair came by its target."""

    TRANSLATED = "translated"
    EDITED = "edited"
    KEPT = "kept"
    FAILED = "failed"


class EngineName(StrEnum):
    """Who can make a target."""

    ARGOS = "argos"
    OPUS = "opus"
    GLOSS = "gloss"
    LIBRETRANSLATE = "libretranslate"
    PERSON = "person"


class Side(StrEnum):
    """Which of a pair's two texts."""

    SOURCE = "source"
    TARGET = "target"


class ReadState(StrEnum):
    """How far a person has come with a piece."""

    UNREAD = "unread"
    READING = "reading"
    READ = "read"


class FlagKind(StrEnum):
    """What a check found doubtful about a pair."""

    NUMBER = "number"
    UNTRANSLATED = "untranslated"
    REPETITION = "repetition"
    LENGTH = "length"
    QUOTES = "quotes"
    GLOSSARY = "glossary"


@dataclass(frozen=True, slots=True)
class Block:
    """One block worth translating, in the page's order.

    ``text`` is cleaned as the contract says (see ``reader.arabic.cleaning``). ``lines`` are the input lines it came
    from. ``label`` is what stood before the text on its line and is no part of it: "اقرأ أيضاً.." before a related
    headline, "بقلم:" before a byline. A list item keeps its mark in its text.
    """

    role: Role
    text: str
    lines: tuple[int, ...] = ()
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Image:
    """A picture the page names: its file where the page says, its caption (with the credit) where it has one."""

    file: str | None
    caption: str | None


@dataclass(frozen=True, slots=True)
class Detail:
    """An input line, or a part of one, that stands in a field of the article rather than in a block: the date line,
    the place, an image's file name. ``field`` is the field's name: "published", "place" or "images"."""

    line: int
    text: str
    field: str


@dataclass(frozen=True, slots=True)
class SetAside:
    """An input line, or a part of one, that is page furniture, with the reason it was taken for that."""

    line: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Article:
    """A parsed news page. Every line of the input that is not blank stands in ``blocks``, ``details`` or ``set_aside``.

    ``language`` is an ISO 639-1 code, ``direction`` "rtl" or "ltr". ``published`` is ISO 8601, as precise as the page
    is. Kicker, title, byline, captions and related headlines are fields and blocks both.
    """

    language: str = "ar"
    direction: str = "rtl"
    title: str | None = None
    kicker: str | None = None
    byline: str | None = None
    published: str | None = None
    place: str | None = None
    images: tuple[Image, ...] = ()
    related: tuple[str, ...] = ()
    source: str | None = None
    blocks: tuple[Block, ...] = ()
    details: tuple[Detail, ...] = ()
    set_aside: tuple[SetAside, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a pair: where it stands on either side, the engine's score (mean log probability, higher is
    surer; None where the engine has none) and the word links, None where the engine knows none."""

    source: Span
    target: Span
    score: float | None = None
    words: tuple[WordLink, ...] | None = None


@dataclass(frozen=True, slots=True)
class Flag:
    """A doubt about a pair, with the places it is about on either side."""

    kind: FlagKind
    detail: str
    source: tuple[Span, ...] = ()
    target: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Engine:
    """An engine as it was asked for: its name, and the package and version it runs, None where it has none.

    ``options`` is a short digest of whatever else decides what it answers (beam, guards, other packages); two engines
    that are equal give the same answer to the same sentence.
    """

    name: EngineName
    package: str | None = None
    version: str | None = None
    options: str = ""


@dataclass(frozen=True, slots=True)
class TermUse:
    """A term of the reader's own glossary in a pair: where it stands in the source, and the translation wanted."""

    span: Span
    wanted: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A block of an article beside its translation. ``index`` is the block's place in ``Article.blocks``.

    ``target`` is None exactly where ``status`` is failed, and then ``detail`` says why. The sentences tile both
    strings but for spaces; a failed pair has none.

    ``maker`` is who made it in full, and ``made`` when (ISO 8601, UTC), as far as it is known: a pair gets its date
    when it is saved. ``terms`` are those of the reader's glossary that stand in the source now; they are found anew
    with the flags and never stored. None of the three counts when pairs are compared: two that say the same are the
    same.
    """

    index: int
    role: Role
    source: str
    target: str | None
    engine: EngineName
    status: Status
    sentences: tuple[Sentence, ...] = ()
    flags: tuple[Flag, ...] = ()
    detail: str | None = None
    maker: Engine | None = field(default=None, compare=False)
    made: str | None = field(default=None, compare=False)
    terms: tuple[TermUse, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class PairVersion:
    """One of the states that a paragraph's translation has been in while a person edited it. ``pair`` is None where
    there was no translation yet; ``current`` marks the one that stands now."""

    pair: Pair | None
    current: bool


@dataclass(frozen=True, slots=True)
class Remembered:
    """What an engine once answered to a sentence: the text, its score, and word links in code points of the sentence
    and this text."""

    text: str
    score: float | None = None
    words: tuple[WordLink, ...] | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of the reader's own glossary: a source term, the translation wanted for it, and a note. Times are ISO
    8601 in UTC."""

    id: int
    source: str
    target: str
    note: str | None = None
    created: str = ""
    updated: str = ""


@dataclass(frozen=True, slots=True)
class PairedArticle:
    """An article with its pairs, in the order of its blocks, and the engine that was asked for them."""

    article: Article
    pairs: tuple[Pair, ...]
    engine: Engine


@dataclass(frozen=True, slots=True)
class Piece:
    """A saved article. ``pairs`` may be fewer than the article's blocks while a translation is under way; those that
    are missing are translated when the piece is next opened. Times are ISO 8601 in UTC.

    ``name`` is the title a person gave it, None for the article's own. ``place`` is where the reader left off: a block
    (index in ``Article.blocks``) and how far down it, from 0 to 1. ``trashed`` is when it was put into the trash.
    """

    id: int
    article: Article
    pairs: tuple[Pair, ...]
    engine: Engine
    tags: tuple[str, ...] = ()
    created: str = ""
    updated: str = ""
    name: str | None = None
    collections: tuple[str, ...] = ()
    starred: bool = False
    state: ReadState = ReadState.UNREAD
    place: tuple[int, float] = (0, 0.0)
    trashed: str | None = None


@dataclass(frozen=True, slots=True)
class PieceSummary:
    """A saved article as a list shows it. ``title`` is the name a person gave it, else its headline, None where it has
    neither; ``opening`` is then what a list can show instead, the first words of the text. ``title_translation`` is
    the headline's target, where there is one. ``words`` counts those of the source's body."""

    id: int
    title: str | None
    opening: str
    title_translation: str | None
    published: str | None
    created: str
    tags: tuple[str, ...] = ()
    collections: tuple[str, ...] = ()
    starred: bool = False
    state: ReadState = ReadState.UNREAD
    trashed: str | None = None
    language: str = "ar"
    source: str | None = None
    byline: str | None = None
    place: str | None = None
    words: int = 0
    notes: int = 0


@dataclass(frozen=True, slots=True)
class Collection:
    """A person's own group of pieces; a piece may be in several. ``pieces`` counts those not in the trash."""

    id: int
    name: str
    pieces: int = 0


@dataclass(frozen=True, slots=True)
class Selector:
    """What a note is about on one side, as W3C Web Annotations have it: a TextQuoteSelector (``exact`` with what
    stood before and after it) and the start of a TextPositionSelector.

    ``start`` counts code points in the side's whole text: its blocks' strings, those without one as empty, joined by
    newlines. It is what the person chose and stays so, however the text changes; only a person places it anew.
    """

    side: Side
    exact: str
    prefix: str
    suffix: str
    start: int


@dataclass(frozen=True, slots=True)
class Place:
    """A part of a block's text on one side: the block's index in ``Article.blocks``, start and end in its string."""

    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Target:
    """A selector, and where what it quotes stands now: a place for each block it touches, none where it is not found
    surely enough."""

    selector: Selector
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Annotation:
    """A highlight, with a note or without, on one side of a piece or both (the source first). It is an orphan where
    neither side is found. ``colour`` names one of COLOURS. Times are ISO 8601 in UTC."""

    id: int
    piece: int
    targets: tuple[Target, ...]
    colour: str
    note: str | None = None
    tags: tuple[str, ...] = ()
    created: str = ""
    updated: str = ""


COLOURS = ("yellow", "green", "blue", "pink", "purple")
"""The colours of highlights; a person may give each a name of their own."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A paragraph to come back to. ``block`` is its index in ``Article.blocks``, None where the text has lost it;
    ``quote`` its first words as they were. ``created`` is ISO 8601 in UTC."""

    id: int
    piece: int
    block: int | None
    quote: str
    label: str | None = None
    created: str = ""


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search that a person keeps under a name."""

    id: int
    name: str
    query: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A piece that a search found, and the best place in it.

    ``where`` is what matched there: text, translation, title, note, tag or name. ``snippet`` is a part of the original
    string, ``marks`` the spans of it that matched. ``block`` is the block it stands in, ``annotation`` the note, each
    None where it stands in none.
    """

    piece: PieceSummary
    where: str
    snippet: str
    marks: tuple[Span, ...] = ()
    block: int | None = None
    annotation: int | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What a person's one step changed in a library, so that it can be undone: a SQLite changeset."""

    changeset: bytes


@dataclass(frozen=True, slots=True)
class Package:
    """An installed translation package. ``name`` and ``version`` make its address ``name@version``; ``size`` is bytes
    on disk; ``path`` its folder."""

    name: str
    version: str
    source_language: str
    target_language: str
    size: int
    engine: EngineName
    active: bool
    path: str


@dataclass(frozen=True, slots=True)
class PackageDetails:
    """What an installed package says of itself for people to read, each None where it says nothing: its licence, its
    readme (its beginning, where it is long). ``installed`` is the day it was installed here, ISO 8601."""

    licence: str | None
    readme: str | None
    installed: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A package that can be downloaded. ``links`` are http(s) addresses, the first to be tried first; ``size`` is the
    file's, in bytes, ``sha256`` its checksum in lower-case hexadecimal, each None where the list does not say."""

    name: str
    version: str
    source_language: str
    target_language: str
    engine: EngineName
    links: tuple[str, ...]
    size: int | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class OfferList:
    """The offers as they were last fetched; ``fetched`` is ISO 8601 in UTC."""

    offers: tuple[Offer, ...]
    fetched: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a download is: bytes ``done`` of ``total`` (None where the server does not say), ``speed`` in bytes a
    second, ``seconds_left`` (None where it cannot be told), and the link it comes from."""

    done: int
    total: int | None
    speed: float
    seconds_left: float | None
    link: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One morphological reading of an Arabic word. ``vocalised`` carries the short vowels; ``clitics`` are the
    proclitics and enclitics taken apart, in Arabic order ("و", "ال", "ها"); ``pos`` is the part of speech in words;
    ``root`` the three or four letters the lemma is formed from ("حكم"), None where that is not known."""

    vocalised: str
    lemma: str
    pos: str
    glosses: tuple[str, ...]
    clitics: tuple[str, ...] = field(default=())
    root: str | None = None
