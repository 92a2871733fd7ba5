"""The desktop entry, the AppStream metainfo and the icon fit each other and the app."""

from __future__ import annotations

import configparser
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest

import reader

ROOT = Path(__file__).parent.parent.parent
APP = "app.muwazi.Muwazi"


@pytest.fixture
def entry() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(ROOT / "packaging" / f"{APP}.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


@pytest.fixture
def metainfo() -> ET.Element:
    return ET.parse(ROOT / "packaging" / f"{APP}.metainfo.xml").getroot()


def test_the_desktop_entry_opens_a_file_with_the_command(entry: configparser.SectionProxy) -> None:
    assert entry["Type"] == "Application"
    assert entry["Exec"] == "muwazi open %f"
    assert entry["Icon"] == APP
    assert set(entry["MimeType"].split(";")) == {"text/plain", "text/html", ""}


def test_both_languages_are_spoken(entry: configparser.SectionProxy, metainfo: ET.Element) -> None:
    for key in ("Name", "GenericName", "Comment", "Keywords"):
        assert entry[key]
        assert entry[f"{key}[ar]"]
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    for tag in ("name", "summary"):
        assert {element.get(lang) for element in metainfo.findall(tag)} == {None, "ar"}


def test_the_metainfo_names_the_entry_the_command_the_licence_and_this_version(metainfo: ET.Element) -> None:
    def text(path: str) -> Any:
        return metainfo.findtext(path)

    assert text("id") == APP
    assert text("launchable") == f"{APP}.desktop"
    assert text("provides/binary") == "muwazi"
    assert text("project_license") == "GPL-2.0-or-later"
    release = metainfo.find("releases/release")
    assert release is not None
    assert release.get("version") == reader.__version__


def test_the_icon_draws_at_every_size(qapp: Any) -> None:
    from PySide6.QtGui import QIcon

    icon = QIcon(str(ROOT / "resources" / "icons" / "muwazi.svg"))
    for size in (16, 32, 64, 256):
        image = icon.pixmap(size, size).toImage()
        assert (image.width(), image.height()) == (size, size)
        assert image.pixelColor(size // 2, size // 12).alpha() == 255
        assert image.pixelColor(0, 0).alpha() == 0
        assert len({image.pixel(x, size // 2) for x in range(size)}) > 4
