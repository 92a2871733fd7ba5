"""The commands about what translates: models, and the lexicon's lookup."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reader.cli_articles import as_lines, json_option
from reader.cli_io import answer
from reader.cli_later import later

if TYPE_CHECKING:
    from reader.app import App
    from reader.model import Package, Reading


@click.group()
def models() -> None:
    """Translation models: list, install, remove."""


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
    """Install a model from a package FILE (.argosmodel)."""
    installed = app.packages().install(file)
    # Listed anew: whether it is the one in use depends on the others.
    same = [one for one in app.packages().installed() if (one.name, one.version) == (installed.name, installed.version)]
    _print(same or [installed], as_json)


@models.command()
@click.argument("model", metavar="NAME@VERSION")
@json_option
@click.pass_obj
def remove(app: App, model: str, as_json: bool) -> None:
    """Remove an installed model."""
    packages = app.packages()
    removed = [one for one in packages.installed() if f"{one.name}@{one.version}" == model]
    packages.remove(model)
    if as_json:
        _print(removed, as_json)


models.add_command(later("download", "models download", "Download a model."))
models.add_command(later("use", "models use", "Choose among several models."))


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
            answer(f"  {reading.vocalised}  {reading.pos}  {glosses}  ({reading.lemma}){clitics}\n")


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
    }
