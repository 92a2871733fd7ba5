"""The commands about what translates: models, and the lexicon's lookup."""

from __future__ import annotations

import re
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reader.cli_articles import as_lines, json_option
from reader.cli_io import answer, progress_line, warn
from reader.model import Package, Progress

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.app import App
    from reader.model import Reading


class LanguagePair(click.ParamType[str]):
    """Two language codes, as in "ar-en" or "ar_en"."""

    name = "pair"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """See ``click.ParamType``."""
        if not re.fullmatch(r"[A-Za-z]{2,3}[-_][A-Za-z]{2,3}", value):
            self.fail(f"{value!r} is no pair of languages; write it as in ar-en.", param, ctx)
        return value


@click.group()
def models() -> None:
    """Translation models: list, install, download, use, remove."""


@models.command("list")
@json_option
@click.pass_obj
def list_(app: App, as_json: bool) -> None:
    """List the installed models; the one in use is starred."""
    _print(app.packages().installed(), as_json)


@models.command()
@click.argument("file", type=click.Path(path_type=Path))
@json_option
@click.pass_obj
def install(app: App, file: Path, as_json: bool) -> None:
    """Install a model from FILE: an Argos package (.argosmodel), or a CTranslate2 model in OPUS-MT layout, as a zip or
    a folder named as in "opus-mt-ar-en"."""
    _print([app.packages().install(file)], as_json)


@models.command()
@click.argument("pair", type=LanguagePair())
@json_option
@click.pass_obj
def download(app: App, pair: str, as_json: bool) -> None:
    """Download a model for PAIR, as in ar-en, and install it. This, and nothing else, asks the network."""
    with progress_line() as show:
        show("asking for the list of models")
        offer = app.find_offer(pair)
    package = app.packages().find(f"{offer.name}@{offer.version}")
    if package is not None:
        warn(f"{offer.name}@{offer.version} is installed already")
    else:
        with closing(app.download_package(offer)) as steps:
            package = _follow(steps, f"{offer.name}@{offer.version}")
    _print([package], as_json)


@models.command()
@click.argument("model", metavar="NAME@VERSION")
@json_option
@click.pass_obj
def use(app: App, model: str, as_json: bool) -> None:
    """Choose the model to translate with, among several for the same languages."""
    package = app.use_package(model)
    if as_json:
        _print([package], as_json)


@models.command()
@click.argument("model", metavar="NAME@VERSION")
@json_option
@click.pass_obj
def remove(app: App, model: str, as_json: bool) -> None:
    """Remove an installed model."""
    removed = [one for one in app.packages().installed() if f"{one.name}@{one.version}" == model]
    app.remove_package(model)
    if as_json:
        _print(removed, as_json)


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="WORD...")
@json_option
@click.pass_obj
def lookup(app: App, words: tuple[str, ...], as_json: bool) -> None:
    """Look up Arabic words in the lexicon."""
    with app.lexicon() as lexicon:
        found = lexicon.readings(words)
    if as_json:
        answer(
            as_lines(
                [
                    {"word": word, "readings": [_reading(reading) for reading in readings]}
                    for word, readings in zip(words, found, strict=True)
                ]
            )
        )
        return
    for word, readings in zip(words, found, strict=True):
        answer(f"{word}\n" if readings else f"{word}\n  (not in the lexicon)\n")
        for reading in readings:
            clitics = f"  [{' + '.join(reading.clitics)}]" if reading.clitics else ""
            glosses = "; ".join(reading.glosses)
            lemma = f"{reading.lemma}, root {reading.root}" if reading.root else reading.lemma
            answer(f"  {reading.vocalised}  {reading.pos}  {glosses}  ({lemma}){clitics}\n")


def _follow(steps: Iterator[Progress | Package], what: str) -> Package:
    """Shows the progress and gives the package that comes at the end of it."""
    with progress_line() as show:
        for step in steps:
            if isinstance(step, Package):
                return step
            done = f"{step.done / 1e6:.1f}"
            of = f"{done} of {step.total / 1e6:.1f} MB" if step.total is not None else f"{done} MB"
            left = f", {_time(step.seconds_left)} left" if step.seconds_left is not None else ""
            show(f"{what}: {of}, {step.speed / 1e6:.2f} MB/s{left}")
    raise AssertionError("a download ends with its package")


def _time(seconds: float) -> str:
    whole = round(seconds)
    return (
        f"{whole // 3600}:{whole % 3600 // 60:02}:{whole % 60:02}"
        if whole >= 3600
        else f"{whole // 60}:{whole % 60:02}"
    )


def _print(packages: list[Package], as_json: bool) -> None:
    if as_json:
        answer(as_lines([_package(package) for package in packages]))
        return
    for package in packages:
        star = "*" if package.active else " "
        languages = f"{package.source_language} → {package.target_language}"
        answer(f"{star} {package.name}@{package.version}  {languages}  {package.size / 1e6:.1f} MB  {package.engine}\n")


def _package(package: Package) -> dict[str, Any]:
    return {
        "package": package.name,
        "version": package.version,
        "from": package.source_language,
        "to": package.target_language,
        "size": package.size,
        "engine": package.engine.value,
        "active": package.active,
    }


def _reading(reading: Reading) -> dict[str, Any]:
    return {
        "vocalised": reading.vocalised,
        "lemma": reading.lemma,
        "pos": reading.pos,
        "glosses": list(reading.glosses),
        "clitics": list(reading.clitics),
        "root": reading.root,
    }
