"""The sentence for each error code, in English: what is wrong, and how to mend it.

The command line prints them as they are; the window looks them up in its translation catalogue, which is why each
literal is marked for Qt's lupdate.
"""

from __future__ import annotations

from typing import Protocol


class Sayable(Protocol):
    """What there are sentences for: a ReaderError, or something else that was found out."""

    @property
    def code(self) -> str:
        """Names the sentences."""
        ...

    @property
    def data(self) -> dict[str, object]:
        """Fills them."""
        ...


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802, ARG001 - the name is lupdate's, not ours
    """Marks ``text`` for translation and gives it back; Qt's own function of this name would load Qt."""
    return text


WORDING: dict[str, tuple[str, str]] = {
    "source.missing": (
        QT_TRANSLATE_NOOP("errors", "there is no file {path}"),
        QT_TRANSLATE_NOOP("errors", "check the name and the folder"),
    ),
    "source.unreadable": (
        QT_TRANSLATE_NOOP("errors", "{path} cannot be read ({reason})"),
        QT_TRANSLATE_NOOP("errors", "check that it is a file and that you may open it"),
    ),
    "source.binary": (
        QT_TRANSLATE_NOOP("errors", "{path} is not text"),
        QT_TRANSLATE_NOOP("errors", "save the page as text or HTML, or paste it"),
    ),
    "source.encoding": (
        QT_TRANSLATE_NOOP("errors", "the encoding of {path} cannot be made out"),
        QT_TRANSLATE_NOOP("errors", "save the page as UTF-8, or paste it"),
    ),
    "source.empty": (
        QT_TRANSLATE_NOOP("errors", "there is no text in {path}"),
        QT_TRANSLATE_NOOP("errors", "copy the article and try again"),
    ),
    "source.no_article": (
        QT_TRANSLATE_NOOP("errors", "there is no article in {path}"),
        QT_TRANSLATE_NOOP("errors", "copy the whole article, headline and text"),
    ),
    "source.too_large": (
        QT_TRANSLATE_NOOP("errors", "{path} is too large for an article ({size} MB)"),
        QT_TRANSLATE_NOOP("errors", "keep to {limit} MB of text"),
    ),
    "source.address": (
        QT_TRANSLATE_NOOP("errors", "addresses cannot be fetched yet"),
        QT_TRANSLATE_NOOP("errors", "save the page and open the file, or paste the text"),
    ),
    "not_yet": (
        QT_TRANSLATE_NOOP("errors", "“{name}” is not there yet"),
        QT_TRANSLATE_NOOP("errors", "it comes with a later version; see “muwazi --help” for what there is"),
    ),
    "output.unwritable": (
        QT_TRANSLATE_NOOP("errors", "{path} cannot be written ({reason})"),
        QT_TRANSLATE_NOOP("errors", "check the folder and the space on the disk, or name another file"),
    ),
    "output.no_display": (
        QT_TRANSLATE_NOOP("errors", "there is no display to open a window on"),
        QT_TRANSLATE_NOOP("errors", "read with “muwazi pair ARTICLE”, or take a picture with --screenshot FILE.png"),
    ),
    "output.no_qt": (
        QT_TRANSLATE_NOOP("errors", "the window cannot be drawn ({reason})"),
        QT_TRANSLATE_NOOP("errors", "install that system library, or read with “muwazi pair ARTICLE”"),
    ),
    "library.changed_since": (
        QT_TRANSLATE_NOOP("errors", "that cannot be undone: it was changed again elsewhere"),
        QT_TRANSLATE_NOOP("errors", "change it by hand"),
    ),
    "library.cannot_open": (
        QT_TRANSLATE_NOOP("errors", "the library {path} cannot be opened ({reason})"),
        QT_TRANSLATE_NOOP("errors", "check the folder, or name another with --home"),
    ),
    "library.read_only": (
        QT_TRANSLATE_NOOP("errors", "the library {path} cannot be written"),
        QT_TRANSLATE_NOOP("errors", "check that you may write in its folder, or name another with --home"),
    ),
    "library.busy": (
        QT_TRANSLATE_NOOP("errors", "the library {path} is in use by another program"),
        QT_TRANSLATE_NOOP("errors", "close that program, or wait a little and try again"),
    ),
    "library.no_space": (
        QT_TRANSLATE_NOOP("errors", "there is no space left for the library {path}"),
        QT_TRANSLATE_NOOP("errors", "free some space on the disk; nothing was half-saved"),
    ),
    "library.not_ours": (
        QT_TRANSLATE_NOOP("errors", "{path} is no library of Muwazi"),
        QT_TRANSLATE_NOOP(
            "errors", "move that file away, or, if it was a library, save what can be read with “muwazi check --rescue”"
        ),
    ),
    "library.newer": (
        QT_TRANSLATE_NOOP(
            "errors", "the library {path} was made by a newer Muwazi (version {version}, this one knows {newest})"
        ),
        QT_TRANSLATE_NOOP("errors", "install the newer Muwazi"),
    ),
    "library.damaged": (
        QT_TRANSLATE_NOOP("errors", "the library {path} is damaged ({reason})"),
        QT_TRANSLATE_NOOP("errors", "“muwazi check --rescue” saves what can be read, “muwazi restore FILE” a backup"),
    ),
    "library.backup_damaged": (
        QT_TRANSLATE_NOOP("errors", "the backup {path} is damaged ({reason})"),
        QT_TRANSLATE_NOOP("errors", "take another backup; the library is as it was"),
    ),
    "library.backup_not_ours": (
        QT_TRANSLATE_NOOP("errors", "{path} is no library of Muwazi"),
        QT_TRANSLATE_NOOP("errors", "name a backup; the library is as it was"),
    ),
    "library.nothing_to_rescue": (
        QT_TRANSLATE_NOOP("errors", "nothing can be read in {path}"),
        QT_TRANSLATE_NOOP(
            "errors", "restore a backup with “muwazi restore FILE”; there may be some beside the library"
        ),
    ),
    "library.in_cloud": (
        QT_TRANSLATE_NOOP("errors", "the library lies in a folder that {cloud} copies to other machines ({path})"),
        QT_TRANSLATE_NOOP(
            "errors",
            "never have it open on two at once, or keep it elsewhere with --home and put a backup there instead",
        ),
    ),
    "library.conflict_copies": (
        QT_TRANSLATE_NOOP(
            "errors", "two machines have written to the library; there are copies of it in {path} ({copy})"
        ),
        QT_TRANSLATE_NOOP("errors", "look at each with “muwazi restore FILE”; what it replaces is kept"),
    ),
    "library.no_backup": (
        QT_TRANSLATE_NOOP("errors", "there is no file {path}"),
        QT_TRANSLATE_NOOP("errors", "check the name and the folder"),
    ),
    "library.restores_itself": (
        QT_TRANSLATE_NOOP("errors", "{path} is the library itself"),
        QT_TRANSLATE_NOOP("errors", "name a backup of it"),
    ),
    "library.problems": (
        QT_TRANSLATE_NOOP("errors", "the library {path} has problems ({count})"),
        QT_TRANSLATE_NOOP("errors", "“muwazi check --rescue” saves what can be read, “muwazi restore FILE” a backup"),
    ),
    "check.fault": (
        QT_TRANSLATE_NOOP("errors", "the file is damaged ({reason})"),
        QT_TRANSLATE_NOOP("errors", "“muwazi check --rescue” saves what can be read, “muwazi restore FILE” a backup"),
    ),
    "check.unreadable": (
        QT_TRANSLATE_NOOP("errors", "piece {piece} cannot be read"),
        QT_TRANSLATE_NOOP("errors", "“muwazi check --rescue” saves what can be read, “muwazi restore FILE” a backup"),
    ),
    "check.changed": (
        QT_TRANSLATE_NOOP("errors", "the text of piece {piece} is not the one that was saved"),
        QT_TRANSLATE_NOOP("errors", "compare it with a backup; “muwazi check --rescue” takes it as it is"),
    ),
    "check.unreadable_rows": (
        QT_TRANSLATE_NOOP("errors", "rows of the table {table} hold what cannot be read ({count})"),
        QT_TRANSLATE_NOOP("errors", "“muwazi check --rescue” saves what can be read, “muwazi restore FILE” a backup"),
    ),
    "check.refers_to_nothing": (
        QT_TRANSLATE_NOOP("errors", "rows of the table {table} refer to what is not there ({count})"),
        QT_TRANSLATE_NOOP("errors", "“muwazi check --rescue” saves what can be read, “muwazi restore FILE” a backup"),
    ),
    "check.index": (
        QT_TRANSLATE_NOOP("errors", "an index of the file did not say what the file holds"),
        QT_TRANSLATE_NOOP("errors", "it was made anew"),
    ),
    "check.memory": (
        QT_TRANSLATE_NOOP("errors", "the translation memory was wrong about some paragraphs ({count})"),
        QT_TRANSLATE_NOOP("errors", "it was made anew"),
    ),
    "check.search": (
        QT_TRANSLATE_NOOP("errors", "the search index was wrong about some pieces ({count})"),
        QT_TRANSLATE_NOOP("errors", "it was made anew"),
    ),
    "check.summaries": (
        QT_TRANSLATE_NOOP("errors", "what the list shows of some pieces did not follow from them ({count})"),
        QT_TRANSLATE_NOOP("errors", "it was made anew"),
    ),
    "check.anchors": (
        QT_TRANSLATE_NOOP("errors", "the places of some notes were not those of their words ({count})"),
        QT_TRANSLATE_NOOP("errors", "they were found anew"),
    ),
    "library.locked": (
        QT_TRANSLATE_NOOP("errors", "the library {path} is locked"),
        QT_TRANSLATE_NOOP("errors", "give its passphrase, in the window, on the terminal or with --passphrase-file"),
    ),
    "library.wrong_passphrase": (
        QT_TRANSLATE_NOOP("errors", "that is not the passphrase of {path}"),
        QT_TRANSLATE_NOOP("errors", "try again; mind the keyboard’s language, capital letters and spaces"),
    ),
    "library.empty_passphrase": (
        QT_TRANSLATE_NOOP("errors", "the passphrase is empty"),
        QT_TRANSLATE_NOOP("errors", "take one of several words that only you know"),
    ),
    "library.not_locked": (
        QT_TRANSLATE_NOOP("errors", "the library {path} has no passphrase"),
        QT_TRANSLATE_NOOP("errors", "there is nothing to take away; “muwazi lock” sets one"),
    ),
    "library.not_the_same": (
        QT_TRANSLATE_NOOP("errors", "the two passphrases are not the same"),
        QT_TRANSLATE_NOOP("errors", "type the same one twice; nothing has changed"),
    ),
    "library.left_as_they_were": (
        QT_TRANSLATE_NOOP("errors", "these files beside the library stay as they were: {files}"),
        QT_TRANSLATE_NOOP("errors", "delete what you do not need of them; copies elsewhere are as they were too"),
    ),
    "library.no_piece": (
        QT_TRANSLATE_NOOP("errors", "there is no piece {piece} in the library"),
        QT_TRANSLATE_NOOP("errors", "see “muwazi list” for the numbers"),
    ),
    "library.same_piece": (
        QT_TRANSLATE_NOOP("errors", "piece {piece} of the library has that text already"),
        QT_TRANSLATE_NOOP("errors", "open piece {piece}"),
    ),
    "library.same_piece_in_trash": (
        QT_TRANSLATE_NOOP("errors", "piece {piece} in the trash has that text already"),
        QT_TRANSLATE_NOOP("errors", "bring it back from the trash, or delete it there"),
    ),
    "library.in_trash": (
        QT_TRANSLATE_NOOP("errors", "piece {piece} is in the trash"),
        QT_TRANSLATE_NOOP("errors", "bring it back first: muwazi trash --restore {piece}"),
    ),
    "library.not_in_trash": (
        QT_TRANSLATE_NOOP("errors", "piece {piece} is not in the trash"),
        QT_TRANSLATE_NOOP("errors", "see “muwazi trash” for what is"),
    ),
    "library.empty_name": (
        QT_TRANSLATE_NOOP("errors", "a name is empty"),
        QT_TRANSLATE_NOOP("errors", "write at least one letter or digit"),
    ),
    "library.no_tag": (
        QT_TRANSLATE_NOOP("errors", "there is no tag {name} in the library"),
        QT_TRANSLATE_NOOP("errors", "look at the tags again; it may have been removed"),
    ),
    "library.no_collection": (
        QT_TRANSLATE_NOOP("errors", "there is no such collection in the library"),
        QT_TRANSLATE_NOOP("errors", "look at the collections again; it may have been removed"),
    ),
    "library.same_collection": (
        QT_TRANSLATE_NOOP("errors", "there is a collection {name} already"),
        QT_TRANSLATE_NOOP("errors", "choose another name, or use that one"),
    ),
    "library.edited": (
        QT_TRANSLATE_NOOP("errors", "the new text lacks a paragraph whose translation you have edited (piece {piece})"),
        QT_TRANSLATE_NOOP("errors", "copy your translation first"),
    ),
    "library.no_paragraph": (
        QT_TRANSLATE_NOOP("errors", "piece {piece} of the library has no such part {paragraph}"),
        QT_TRANSLATE_NOOP("errors", "look at the piece as it is now, and choose a part that it has"),
    ),
    "search.date": (
        QT_TRANSLATE_NOOP("errors", "{asked} names no date"),
        QT_TRANSLATE_NOOP(
            "errors",
            "write a year, a month or a day, as in {field}:2021, {field}:2021-02 or {field}:2021-02-24, or put it in "
            "quotes to look for the words",
        ),
    ),
    "search.thing": (
        QT_TRANSLATE_NOOP("errors", "{asked} means nothing here"),
        QT_TRANSLATE_NOOP(
            "errors", "{field}: goes with note, highlight, bookmark or tag; put it in quotes to look for the words"
        ),
    ),
    "search.state": (
        QT_TRANSLATE_NOOP("errors", "{asked} means nothing here"),
        QT_TRANSLATE_NOOP(
            "errors", "{field}: goes with unread, reading, read or starred; put it in quotes to look for the words"
        ),
    ),
    "search.colour": (
        QT_TRANSLATE_NOOP("errors", "there is no colour of that name ({asked})"),
        QT_TRANSLATE_NOOP(
            "errors",
            "take yellow, green, blue, pink, purple or a name that you gave one of them; put it in quotes to look for "
            "the words",
        ),
    ),
    "library.no_term": (
        QT_TRANSLATE_NOOP("errors", "there is no term {term} in the glossary"),
        QT_TRANSLATE_NOOP("errors", "look at the glossary again; it may have been removed"),
    ),
    "library.same_term": (
        QT_TRANSLATE_NOOP("errors", "the glossary has the term {term} already"),
        QT_TRANSLATE_NOOP("errors", "change that one"),
    ),
    "library.empty_term": (
        QT_TRANSLATE_NOOP("errors", "a term lacks its Arabic or its translation"),
        QT_TRANSLATE_NOOP("errors", "write both"),
    ),
    "library.no_search": (
        QT_TRANSLATE_NOOP("errors", "there is no saved search {search} in the library"),
        QT_TRANSLATE_NOOP("errors", "look at the list again; it may have been removed"),
    ),
    "annotation.none": (
        QT_TRANSLATE_NOOP("errors", "there is no annotation {annotation} in the library"),
        QT_TRANSLATE_NOOP("errors", "see “muwazi annotations” for the numbers; it may have been removed"),
    ),
    "annotation.empty": (
        QT_TRANSLATE_NOOP("errors", "there is no text in the selection"),
        QT_TRANSLATE_NOOP("errors", "select a word or more of one side"),
    ),
    "annotation.no_quote": (
        QT_TRANSLATE_NOOP("errors", "“{quote}” stands on neither side of piece {piece}"),
        QT_TRANSLATE_NOOP("errors", "copy the words from “muwazi show {piece}”"),
    ),
    "annotation.no_colour": (
        QT_TRANSLATE_NOOP("errors", "there is no colour {colour}"),
        QT_TRANSLATE_NOOP("errors", "take one of these: {colours}"),
    ),
    "bookmark.none": (
        QT_TRANSLATE_NOOP("errors", "there is no bookmark {bookmark} in the library"),
        QT_TRANSLATE_NOOP("errors", "see “muwazi bookmarks” for the numbers; it may have been removed"),
    ),
    "terms.no_table": (
        QT_TRANSLATE_NOOP("errors", "there are no terms in {path}"),
        QT_TRANSLATE_NOOP("errors", "a row of it should hold a term and its translation, parted by a tab or a comma"),
    ),
    "edit.empty": (
        QT_TRANSLATE_NOOP("errors", "the edited translation is empty"),
        QT_TRANSLATE_NOOP("errors", "write a translation, or go back to what stood before"),
    ),
    "lexicon.failed": (
        QT_TRANSLATE_NOOP("errors", "the lexicon does not work ({reason})"),
        QT_TRANSLATE_NOOP("errors", "start the app again; if it stays so, install it afresh"),
    ),
    "package.missing": (
        QT_TRANSLATE_NOOP("errors", "there is no file {path}"),
        QT_TRANSLATE_NOOP("errors", "check the name and the folder"),
    ),
    "package.not_zip": (
        QT_TRANSLATE_NOOP("errors", "{path} is no translation package, or a broken one ({reason})"),
        QT_TRANSLATE_NOOP("errors", "download it again"),
    ),
    "package.unsafe": (
        QT_TRANSLATE_NOOP("errors", "the package {path} is not safe to unpack ({reason})"),
        QT_TRANSLATE_NOOP("errors", "take one from a source you trust"),
    ),
    "package.too_large": (
        QT_TRANSLATE_NOOP("errors", "the package {path} holds more than a translation package does ({reason})"),
        QT_TRANSLATE_NOOP("errors", "take one from a source you trust"),
    ),
    "package.incomplete": (
        QT_TRANSLATE_NOOP("errors", "the package {path} lacks {lacks}"),
        QT_TRANSLATE_NOOP("errors", "download it again, or take another"),
    ),
    "package.metadata": (
        QT_TRANSLATE_NOOP("errors", "the package {path} says nothing sensible of itself ({reason})"),
        QT_TRANSLATE_NOOP("errors", "download it again, or take another"),
    ),
    "package.does_not_load": (
        QT_TRANSLATE_NOOP("errors", "the package {path} does not load ({reason})"),
        QT_TRANSLATE_NOOP("errors", "download it again, or take another"),
    ),
    "package.no_space": (
        QT_TRANSLATE_NOOP("errors", "there is no space left for the package {path} ({reason})"),
        QT_TRANSLATE_NOOP("errors", "free some space on the disk"),
    ),
    "package.cannot_install": (
        QT_TRANSLATE_NOOP("errors", "the package {path} cannot be installed ({reason})"),
        QT_TRANSLATE_NOOP("errors", "check the file and the folder of the packages"),
    ),
    "package.not_installed": (
        QT_TRANSLATE_NOOP("errors", "there is no package {package} installed"),
        QT_TRANSLATE_NOOP("errors", "see “muwazi models list” for those there are"),
    ),
    "package.language_pair": (
        QT_TRANSLATE_NOOP("errors", "the package {path} does not say which languages it translates between"),
        QT_TRANSLATE_NOOP("errors", "name it as in “opus-mt-ar-en”"),
    ),
    "package.none_installed": (
        QT_TRANSLATE_NOOP("errors", "no model for the engine {engine} is installed"),
        QT_TRANSLATE_NOOP("errors", "install one: muwazi models install FILE"),
    ),
    "package.cannot_remove": (
        QT_TRANSLATE_NOOP("errors", "the package {package} cannot be removed ({reason})"),
        QT_TRANSLATE_NOOP("errors", "check the folder of the packages"),
    ),
    "download.unreachable": (
        QT_TRANSLATE_NOOP("errors", "{host} cannot be reached ({reason})"),
        QT_TRANSLATE_NOOP("errors", "check the connection, or install the model from a file"),
    ),
    "download.broken": (
        QT_TRANSLATE_NOOP("errors", "the download from {host} broke off ({reason})"),
        QT_TRANSLATE_NOOP("errors", "try again later: what has arrived is kept"),
    ),
    "download.refused": (
        QT_TRANSLATE_NOOP("errors", "{host} does not give what was asked for ({reason})"),
        QT_TRANSLATE_NOOP("errors", "try again later, or install the model from a file"),
    ),
    "download.not_package": (
        QT_TRANSLATE_NOOP("errors", "what {host} sends is not the translation package ({reason})"),
        QT_TRANSLATE_NOOP("errors", "try again later, or install the model from a file"),
    ),
    "download.too_little_space": (
        QT_TRANSLATE_NOOP("errors", "there is too little space on the disk for the download ({reason})"),
        QT_TRANSLATE_NOOP("errors", "free some space and try again: what has arrived is kept"),
    ),
    "download.disk_full": (
        QT_TRANSLATE_NOOP("errors", "the disk became full during the download"),
        QT_TRANSLATE_NOOP("errors", "free some space and try again; what had arrived has been removed"),
    ),
    "download.cannot_write": (
        QT_TRANSLATE_NOOP("errors", "the download cannot be written ({reason})"),
        QT_TRANSLATE_NOOP("errors", "check the folder {path}"),
    ),
    "download.under_way": (
        QT_TRANSLATE_NOOP("errors", "the package {package} is being downloaded already"),
        QT_TRANSLATE_NOOP("errors", "wait for that, or stop it first"),
    ),
    "index.nonsense": (
        QT_TRANSLATE_NOOP("errors", "the list of models from {host} makes no sense ({reason})"),
        QT_TRANSLATE_NOOP("errors", "try again later, or install the model from a file"),
    ),
    "index.no_offer": (
        QT_TRANSLATE_NOOP("errors", "there is no model for {pair} to be had"),
        QT_TRANSLATE_NOOP("errors", "check the languages, as in “ar-en”, or install a model from a file"),
    ),
    "translation.model": (
        QT_TRANSLATE_NOOP("errors", "the package {package} does not load ({reason})"),
        QT_TRANSLATE_NOOP("errors", "install it again"),
    ),
}


def sentences(error: Sayable) -> tuple[str, str]:
    """What is wrong and how to mend it, in English, with the error's data filled in."""
    what, mend = WORDING[error.code]
    return what.format_map(error.data), mend.format_map(error.data)
