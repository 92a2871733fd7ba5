"""The command that opens the window, or takes a picture of it where nobody would see one."""

from __future__ import annotations

import math
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reader import display
from reader.app import is_display_alive
from reader.cli_arguments import ENGINES, ArticleArgument, find_piece, read
from reader.cli_io import answer, check_writable, say
from reader.errors import OutputError
from reader.settings import INTERFACES, MAX_FONT_SIZE, MIN_FONT_SIZE

if TYPE_CHECKING:
    from reader.app import App
    from reader.raw_document import RawDocument

MIN_SIZE, MAX_SIZE = (320, 240), (7680, 4320)
"""Bounds of a picture, in pixels: width and height."""


class Size(click.ParamType[tuple[int, int]]):
    """A size in pixels, as 1440x920."""

    name = "WxH"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[int, int]:
        """Width and height; anything else is wrong usage."""
        if isinstance(value, tuple):
            return value
        found = re.fullmatch("([0-9]{1,5})[xX×]([0-9]{1,5})", value)
        if found is None:
            self.fail(f"{value!r} is not a size like 1440x920.", param, ctx)
        size = int(found[1]), int(found[2])
        if not all(least <= side <= most for least, side, most in zip(MIN_SIZE, size, MAX_SIZE, strict=True)):
            self.fail(f"{value!r} is not between {_named(MIN_SIZE)} and {_named(MAX_SIZE)}.", param, ctx)
        return size


class FontSize(click.FloatRange):
    """A size in points, within the settings' bounds."""

    def __init__(self) -> None:
        super().__init__(MIN_FONT_SIZE, MAX_FONT_SIZE)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The size; anything else is wrong usage, "nan" too, which no bound of click's keeps out."""
        size = float(super().convert(value, param, ctx))
        if math.isnan(size):
            self.fail(f"{value!r} is not a size.", param, ctx)
        return size


class Picture(click.ParamType[Path]):
    """The path of a PNG file to write."""

    name = "FILE.png"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The path; one that does not end in .png is wrong usage."""
        path = Path(value)
        if path.suffix.lower() != ".png":
            self.fail(f"{str(value)!r} does not end in .png.", param, ctx)
        return path


@click.command("open")
@click.argument("article", type=ArticleArgument(), required=False)
@click.option("--screenshot", type=Picture(), help="Save a picture of the window and exit.")
@click.option("--fallback", type=Picture(), help="Without a display: print the article and save this picture.")
@click.option("--size", type=Size(), help="Of the picture, in pixels.")
@click.option("--font-size", type=FontSize(), help="Of the Arabic, in points.")
@click.option("--theme", type=click.Choice(("light", "dark")))
@click.option("--layout", type=click.Choice(("side", "stacked", "arabic")))
@click.option("--ui", type=click.Choice(INTERFACES[1:]), help="The window's language.")
@click.option("--engine", type=click.Choice(ENGINES), help="Who translates.")
@click.pass_context
def open_(
    context: click.Context, /, article: str | int | None, screenshot: Path | None, fallback: Path | None, **look: Any
) -> None:
    """Open the window, on ARTICLE if one is given (a path, - for standard input, or piece:7)."""
    app: App = context.obj
    options = {name: value for name, value in look.items() if value is not None}
    if options and screenshot is None and fallback is None:
        name = next(iter(options)).replace("_", "-")
        raise click.UsageError(f"--{name} goes with --screenshot.")
    if screenshot is not None and fallback is not None:
        raise click.UsageError("--screenshot and --fallback do not go together.")
    if screenshot is not None or context.find_root().params["passphrase_file"] is not None:
        app.unlocked()
    if screenshot is not None:
        _take_picture(app, _target(app, article), screenshot, options)
    elif _is_display_there(required=fallback is None) or (fallback is None and display.is_unseen_by_choice()):
        # What set-up runs shows the sample, as often as it is run; the bare command opens where the reader left off.
        target = app.sample() if article is None and fallback is not None else _target(app, article)
        context.exit(_with_qt(app.open_window, target))
    elif fallback is not None:
        _print_and_take_picture(app, article, fallback, options)
    else:
        raise OutputError("output.no_display")


def _is_display_there(*, required: bool) -> bool:
    """Whether a window can open where a person sees it. Raises OutputError where Qt itself cannot be loaded, unless
    there is something else to do than to open a window."""
    if not display.is_promised():
        return False
    try:
        return bool(_with_qt(is_display_alive))
    except OutputError:
        if required:
            raise
        return False


def _target(app: App, article: str | int | None) -> RawDocument | int | None:
    """What the window is to show, read before it opens: what cannot be read is said here. Raises ReaderError."""
    if isinstance(article, int):
        if app.is_shut():
            return article  # the window asks for the passphrase, and says what is wrong with the number
        with app.library() as library:
            find_piece(library, article)
        return article
    return None if article is None else read(app, article)


def _print_and_take_picture(app: App, article: str | int | None, file: Path, options: dict[str, Any]) -> None:
    """What there is without a display: the text here, the window as a picture."""
    from reader.cli_articles import render
    from reader.cli_pairing import Pairer

    check_writable(file)
    target = app.sample() if article is None else article if isinstance(article, int) else read(app, article)
    with Pairer(app, options.get("engine", "auto")) as pairer:
        paired = pairer.pair(target).paired if isinstance(target, int) else pairer.pair_text(target)
    answer(render(paired, "text", visual=False))
    _take_picture(app, target, file, options)
    say(f"there is no display: the article is printed, and a picture of the window is in {file}")


def _take_picture(app: App, target: RawDocument | int | None, file: Path, options: dict[str, Any]) -> None:
    """Draws the window off screen, always, so that the same article gives the same picture on every machine."""
    check_writable(file)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # That platform warns of what it has no use for, each time; nothing of it is for who asked for a picture.
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
    _with_qt(app.take_screenshot, target, file, **options)


def _with_qt(work: Any, *arguments: Any, **options: Any) -> Any:
    """Does what needs Qt; a system library that Qt needs and the machine lacks becomes an error of one line."""
    try:
        return work(*arguments, **options)
    except ImportError as error:
        if "cannot open shared object file" not in str(error):
            raise
        raise OutputError("output.no_qt", reason=str(error).split(":", maxsplit=1)[0]) from error


def _named(size: tuple[int, int]) -> str:
    return f"{size[0]}x{size[1]}"
