import pytest

from reader import settings
from reader.errors import LibraryError, OutputError
from reader.raw_document import RawDocument

pytestmark = pytest.mark.gui


def picture(path):
    from PySide6.QtGui import QImage

    image = QImage(str(path))
    assert not image.isNull()
    return image


@pytest.fixture
def take(qapp, app, no_exception_in_a_slot):
    from reader.gui import start

    def make(target, file, **options):
        start.screenshot(app, target, file, **options)

    yield make
    start.Look(qapp).speak("en")


def test_a_picture_is_of_the_size_asked_for_and_in_the_theme_asked_for(take, app, tmp_path):
    light, dark = tmp_path / "light.png", tmp_path / "dark.png"
    take(None, light, size=(1000, 700), theme="light", font_size=14, engine="gloss")
    take(None, dark, size=(1000, 700), theme="dark", layout="stacked", ui="ar", engine="gloss")
    for file in (light, dark):
        image = picture(file)
        assert (image.width(), image.height(), image.devicePixelRatio()) == (1000, 700, 1)
    assert picture(light).pixelColor(500, 400).lightness() > 200
    assert picture(dark).pixelColor(2, 350).lightness() < 60


def test_the_choices_for_a_picture_are_not_remembered_and_nothing_is_saved(take, app, tmp_path):
    take(
        None, tmp_path / "a.png", size=(800, 600), theme="dark", font_size=30, layout="arabic", ui="ar", engine="gloss"
    )
    assert app.settings == settings.Settings()
    assert not app.paths.settings.exists()
    with app.library() as library:
        assert library.summaries() == []


def test_a_piece_that_is_not_there_is_an_error_and_no_picture(take, tmp_path):
    with pytest.raises(LibraryError) as caught:
        take(99, tmp_path / "a.png", engine="gloss")
    assert caught.value.code == "library.no_piece"
    assert not (tmp_path / "a.png").exists()


def test_a_picture_that_cannot_be_written_is_an_error_that_says_where(take, tmp_path):
    file = tmp_path / "no folder" / "a.png"
    with pytest.raises(OutputError) as caught:
        take(None, file, engine="gloss")
    assert caught.value.data["path"] == str(file)


def test_a_page_without_text_is_an_error(take, tmp_path):
    from reader.errors import SourceError

    with pytest.raises(SourceError):
        take(RawDocument("   \n"), tmp_path / "a.png", engine="gloss")
