"""Why lines are set aside, in the window's language: parsing names the reasons in English."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

REASONS = (
    QT_TRANSLATE_NOOP("reasons", "address"),
    QT_TRANSLATE_NOOP("reasons", "advert"),
    QT_TRANSLATE_NOOP("reasons", "another date"),
    QT_TRANSLATE_NOOP("reasons", "app advert"),
    QT_TRANSLATE_NOOP("reasons", "below the article"),
    QT_TRANSLATE_NOOP("reasons", "beside the date"),
    QT_TRANSLATE_NOOP("reasons", "breadcrumb"),
    QT_TRANSLATE_NOOP("reasons", "chat header"),
    QT_TRANSLATE_NOOP("reasons", "chat mark"),
    QT_TRANSLATE_NOOP("reasons", "comment widget"),
    QT_TRANSLATE_NOOP("reasons", "cookie notice"),
    QT_TRANSLATE_NOOP("reasons", "copyright footer"),
    QT_TRANSLATE_NOOP("reasons", "counter"),
    QT_TRANSLATE_NOOP("reasons", "disclaimer"),
    QT_TRANSLATE_NOOP("reasons", "follow us"),
    QT_TRANSLATE_NOOP("reasons", "footer links"),
    QT_TRANSLATE_NOOP("reasons", "font widget"),
    QT_TRANSLATE_NOOP("reasons", "forwarding mark"),
    QT_TRANSLATE_NOOP("reasons", "Hijri date alone"),
    QT_TRANSLATE_NOOP("reasons", "label of related headlines"),
    QT_TRANSLATE_NOOP("reasons", "menu"),
    QT_TRANSLATE_NOOP("reasons", "menu or site name"),
    QT_TRANSLATE_NOOP("reasons", "most-read list"),
    QT_TRANSLATE_NOOP("reasons", "newsletter"),
    QT_TRANSLATE_NOOP("reasons", "no day of the calendar"),
    QT_TRANSLATE_NOOP("reasons", "number alone"),
    QT_TRANSLATE_NOOP("reasons", "ornament"),
    QT_TRANSLATE_NOOP("reasons", "outside the article"),
    QT_TRANSLATE_NOOP("reasons", "page control"),
    QT_TRANSLATE_NOOP("reasons", "picture's stand-in"),
    QT_TRANSLATE_NOOP("reasons", "reading time"),
    QT_TRANSLATE_NOOP("reasons", "relative time, no date"),
    QT_TRANSLATE_NOOP("reasons", "share button"),
    QT_TRANSLATE_NOOP("reasons", "tags"),
    QT_TRANSLATE_NOOP("reasons", "the headline again"),
    QT_TRANSLATE_NOOP("reasons", "time of last change"),
    QT_TRANSLATE_NOOP("reasons", "time without a date"),
)


def reason_text(reason: str) -> str:
    """A reason in the window's language; one that has two parts, "below the article: menu", part by part."""
    return ": ".join(QCoreApplication.translate("reasons", part) for part in reason.split(": "))
