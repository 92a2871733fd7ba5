"""The names of the languages that models translate between, in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from reader.gui.i18n import isolate

NAMES = {
    "ar": QT_TRANSLATE_NOOP("languages", "Arabic"),
    "az": QT_TRANSLATE_NOOP("languages", "Azerbaijani"),
    "bg": QT_TRANSLATE_NOOP("languages", "Bulgarian"),
    "bn": QT_TRANSLATE_NOOP("languages", "Bengali"),
    "ca": QT_TRANSLATE_NOOP("languages", "Catalan"),
    "cs": QT_TRANSLATE_NOOP("languages", "Czech"),
    "da": QT_TRANSLATE_NOOP("languages", "Danish"),
    "de": QT_TRANSLATE_NOOP("languages", "German"),
    "el": QT_TRANSLATE_NOOP("languages", "Greek"),
    "en": QT_TRANSLATE_NOOP("languages", "English"),
    "eo": QT_TRANSLATE_NOOP("languages", "Esperanto"),
    "es": QT_TRANSLATE_NOOP("languages", "Spanish"),
    "et": QT_TRANSLATE_NOOP("languages", "Estonian"),
    "eu": QT_TRANSLATE_NOOP("languages", "Basque"),
    "fa": QT_TRANSLATE_NOOP("languages", "Persian"),
    "fi": QT_TRANSLATE_NOOP("languages", "Finnish"),
    "fr": QT_TRANSLATE_NOOP("languages", "French"),
    "ga": QT_TRANSLATE_NOOP("languages", "Irish"),
    "gl": QT_TRANSLATE_NOOP("languages", "Galician"),
    "he": QT_TRANSLATE_NOOP("languages", "Hebrew"),
    "hi": QT_TRANSLATE_NOOP("languages", "Hindi"),
    "hu": QT_TRANSLATE_NOOP("languages", "Hungarian"),
    "id": QT_TRANSLATE_NOOP("languages", "Indonesian"),
    "it": QT_TRANSLATE_NOOP("languages", "Italian"),
    "ja": QT_TRANSLATE_NOOP("languages", "Japanese"),
    "ko": QT_TRANSLATE_NOOP("languages", "Korean"),
    "ky": QT_TRANSLATE_NOOP("languages", "Kyrgyz"),
    "lt": QT_TRANSLATE_NOOP("languages", "Lithuanian"),
    "lv": QT_TRANSLATE_NOOP("languages", "Latvian"),
    "ms": QT_TRANSLATE_NOOP("languages", "Malay"),
    "nb": QT_TRANSLATE_NOOP("languages", "Norwegian"),
    "nl": QT_TRANSLATE_NOOP("languages", "Dutch"),
    "pb": QT_TRANSLATE_NOOP("languages", "Portuguese (Brazil)"),
    "pl": QT_TRANSLATE_NOOP("languages", "Polish"),
    "pt": QT_TRANSLATE_NOOP("languages", "Portuguese"),
    "ro": QT_TRANSLATE_NOOP("languages", "Romanian"),
    "ru": QT_TRANSLATE_NOOP("languages", "Russian"),
    "sk": QT_TRANSLATE_NOOP("languages", "Slovak"),
    "sl": QT_TRANSLATE_NOOP("languages", "Slovenian"),
    "sq": QT_TRANSLATE_NOOP("languages", "Albanian"),
    "sr": QT_TRANSLATE_NOOP("languages", "Serbian"),
    "sv": QT_TRANSLATE_NOOP("languages", "Swedish"),
    "th": QT_TRANSLATE_NOOP("languages", "Thai"),
    "tl": QT_TRANSLATE_NOOP("languages", "Tagalog"),
    "tr": QT_TRANSLATE_NOOP("languages", "Turkish"),
    "uk": QT_TRANSLATE_NOOP("languages", "Ukrainian"),
    "ur": QT_TRANSLATE_NOOP("languages", "Urdu"),
    "vi": QT_TRANSLATE_NOOP("languages", "Vietnamese"),
    "zh": QT_TRANSLATE_NOOP("languages", "Chinese"),
    "zt": QT_TRANSLATE_NOOP("languages", "Chinese (traditional)"),
}
"""By the codes of Argos Translate, which are ISO 639-1 but for "pb" and "zt"."""


def language_name(code: str) -> str:
    """The language's name; for one we have no name for, what Qt calls it, and the code where it does not know it."""
    if code in NAMES:
        return QCoreApplication.translate("languages", str(NAMES[code]))
    known = QLocale.codeToLanguage(code)
    return code if known is QLocale.Language.AnyLanguage else QLocale.languageToString(known)


def direction_name(source: str, target: str) -> str:
    """ "Arabic to English"."""
    template = QCoreApplication.translate("languages", "{source} to {target}")
    return template.format(source=isolate(language_name(source)), target=isolate(language_name(target)))
