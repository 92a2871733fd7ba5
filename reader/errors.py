"""The errors a person can mend: each carries a code and data, no display text (see ``reader.wording``).

Anything that is not a ReaderError and reaches the top is a bug of ours.
"""

from __future__ import annotations


class ReaderError(Exception):
    """The input or the machine is at fault. ``code`` names the sentence in ``reader.wording``; ``data`` fills it."""

    def __init__(self, code: str, **data: object) -> None:
        super().__init__(code, data)
        self.code = code
        self.data = data


class SourceError(ReaderError):
    """What was to be read cannot be: not there, not text, empty, too large."""


class PackageError(ReaderError):
    """A translation package is broken, unsafe, missing or of a kind we cannot run."""


class DownloadError(ReaderError):
    """A package, or the list of those there are, could not be had over the network."""


class TranslationError(ReaderError):
    """An engine could not do its work."""


class LibraryError(ReaderError):
    """The library cannot be opened, read or written, or does not hold what was asked for."""


class QueryError(ReaderError):
    """A search asks for what makes no sense: a date that is none, a state that no piece can have."""


class OutputError(ReaderError):
    """A result could not be written or shown."""


class NotYetError(ReaderError):
    """A part of the contract that this version does not have yet."""
