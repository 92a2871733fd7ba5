"""The language of the window: English as written in the code, Arabic from the catalogue, mirrored."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QDate, QEvent, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from reader.settings import resources

FSI, PDI = "\u2068", "\u2069"
LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK = "\u200e", "\u200f"

NEWS = frozenset({QEvent.Type.LanguageChange, QEvent.Type.ApplicationLayoutDirectionChange})
"""What every window hears of another language, at once."""


def isolate(text: str) -> str:
    """``text`` between first-strong isolates, so that a path or a headline keeps its own direction in a sentence."""
    return f"{FSI}{text}{PDI}"


def key_name(key: str) -> str:
    """The name of a key so that no line draws "Ctrl++" as "++Ctrl", nor "+A" as "A+"."""
    return f"{LEFT_TO_RIGHT_MARK}{key}{LEFT_TO_RIGHT_MARK}"


def resolve(choice: str) -> str:
    """ "en" or "ar" for a setting, "system" being the language of the desktop."""
    if choice != "system":
        return choice
    languages = QLocale.system().uiLanguages()
    return "ar" if languages and languages[0].split("-")[0] == "ar" else "en"


def locale(language: str) -> QLocale:
    """The locale for dates: the desktop's where it speaks the language. The Arabic one otherwise writes figures as
    the Arabic press on the web does, 2021 rather than ٢٠٢١."""
    system = QLocale.system()
    if language == "ar":
        arabic = QLocale.Language.Arabic
        return system if system.language() == arabic else QLocale(arabic, QLocale.Country.UnitedArabEmirates)
    english = QLocale.Language.English
    return system if system.language() == english else QLocale(english, QLocale.Country.UnitedKingdom)


def short_date(published: str | None) -> str:
    """An ISO 8601 time as "3 Mar 2021" in the window's language; as it is where it names no day, "" for None."""
    if not published:
        return ""
    try:
        day = datetime.date.fromisoformat(published[:10])
    except ValueError:
        return published
    return QLocale().toString(QDate(day.year, day.month, day.day), "d MMM yyyy")


def speak(application: QApplication, choice: str) -> str:
    """Makes the application speak what the setting says, "system", "en" or "ar"; the language it became. Each change
    reaches every widget as a LanguageChange event."""
    language = resolve(choice)
    for old in application.findChildren(QTranslator):
        application.removeTranslator(old)
        old.deleteLater()
    QLocale.setDefault(locale(language))
    if language == "ar":
        _install(application, "qtbase_ar.qm", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        _install(application, "muwazi_ar.qm", str(resources() / "i18n"))
    mirrored = language == "ar"
    application.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)
    return language


def mirror_belongings(window: QWidget) -> None:
    """Turns the menus and dialogs that belong to a window the way that it has turned itself."""
    for part in window.findChildren(QWidget):  # those above before those below: each looks at what it belongs to
        if part.isWindow():
            QApplication.sendEvent(part, QEvent(QEvent.Type.ApplicationLayoutDirectionChange))


def _install(application: QApplication, file: str, folder: str) -> None:
    translator = QTranslator(application)
    if translator.load(file, folder):
        application.installTranslator(translator)
