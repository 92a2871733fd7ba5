"""A paired article with one of everything, for every format."""

from __future__ import annotations

import pytest

from reader.model import (
    Article,
    Block,
    Engine,
    EngineName,
    Flag,
    FlagKind,
    Image,
    Pair,
    PairedArticle,
    Role,
    Sentence,
    SetAside,
    Status,
)

PAIRS = (
    (Role.KICKER, "بيئة", "Environment"),
    (Role.TITLE, 'منسوب "البحيرة" <الأدنى> & 28', 'The "lake" level is <lowest> & 18'),
    (Role.CAPTION, "قوارب (أرشيف)", "Boats (archive)"),
    (Role.BYLINE, "عمّان - وكالات", "Amman - agencies"),
    (Role.PARAGRAPH, "أعلنت الهيئة. ثم صمتت.", "The authority announced. Then fell silent."),
    (Role.RELATED, "افتتاح خط القطار", "Railway opens"),
    (Role.HEADING, "خطة", "A plan"),
    (Role.PARAGRAPH, "Lake Watch قالت نعم", None),
    (Role.QUOTE, "The coming months decide.", "The coming months decide."),
    (Role.LIST_ITEM, "أولاً", "First"),
)


@pytest.fixture
def paired() -> PairedArticle:
    blocks = tuple(Block(role, source) for role, source, _ in PAIRS)
    article = Article(
        title=PAIRS[1][1],
        kicker="بيئة",
        byline="عمّان - وكالات",
        published="2026-03-03T09:40",
        place="عمّان",
        images=(Image("lake.jpeg", "قوارب (أرشيف)"), Image("map.png", None)),
        related=("افتتاح خط القطار",),
        blocks=blocks,
        set_aside=(SetAside(9, "+A", "font widget"), SetAside(11, "-A", "font widget")),
    )
    pairs = []
    for index, (role, source, target) in enumerate(PAIRS):
        status = Status.FAILED if target is None else Status.KEPT if target == source else Status.TRANSLATED
        sentences = () if target is None else (Sentence((0, len(source)), (0, len(target)), -0.5),)
        pair = Pair(index, role, source, target, EngineName.ARGOS, status, sentences)
        pairs.append(pair)
    pairs[1] = Pair(
        1, Role.TITLE, PAIRS[1][1], PAIRS[1][2], EngineName.GLOSS, Status.TRANSLATED,
        (Sentence((0, 29), (0, 33), None, ((0, 5, 11, 16),)),),
        (Flag(FlagKind.NUMBER, "28", ((27, 29),), ((31, 33),)),),
    )  # fmt: skip
    pairs[7] = Pair(
        7, Role.PARAGRAPH, PAIRS[7][1], None, EngineName.ARGOS, Status.FAILED, detail="the engine gave an empty answer"
    )
    return PairedArticle(article, tuple(pairs), Engine(EngineName.ARGOS, "ar_en", "1.0"))
