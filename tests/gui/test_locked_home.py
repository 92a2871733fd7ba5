"""A locked library in use, by the command and in the window, and killed: nothing of what was read or written in it, nor
its passphrase, is in any file below the home folder, as raw bytes in UTF-8 or UTF-16."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from reader.app import App
from reader.raw_document import RawDocument

if TYPE_CHECKING:
    from reader.library.store import Library

ROOT = Path(__file__).parents[2]
NOTED, NOTED_ARABIC = "gnarlwort", "خنفشار"
"""What a note holds and nothing else does."""
READ, READ_ARABIC = "Zyxonburg", "شنقبوط"
"""What the article holds and nothing else does; the Arabic word as it is folded and as it is written."""
EDITED, TAGGED, SOUGHT = "quibblefrog", "snorktag", "plinthmoss"
PASSPHRASE = "kettle قمر hat snow"
SECRETS = (NOTED, NOTED_ARABIC, READ, READ_ARABIC, EDITED, TAGGED, SOUGHT, PASSPHRASE)
PAGE = f"""رئيس بلدية {READ_ARABIC} يزور المدينة

وصل رئيس بلدية {READ_ARABIC} إلى مدينة {READ} يوم الثلاثاء في زيارة تستمر يومين.

وقال إن المدينة جميلة وإن أهلها كرام.
"""
WORKING = """
import os, sys
from pathlib import Path
from reader.app import App
app = App(Path(os.environ["MUWAZI_HOME"]))
app.unlock(Path(sys.argv[1]).read_text(encoding="utf-8").strip())
library = app.library()
while True:
    note = library.annotations.add(1, [library.annotations.find_quote(1, sys.argv[2])], note=sys.argv[3] * 50)
    library.annotations.change(note.id, note=sys.argv[3] * 500)
    print("ready", flush=True)
    library.add_term(sys.argv[3], str(note.id)) if not library.terms() else None
    library.search.find(sys.argv[3])
    library.annotations.remove(note.id)
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and descriptors of Unix")


def found_in_clear(home: Path) -> list[str]:
    """The secrets that stand in files below the home folder, and where."""
    needles = {secret: [secret.encode(form) for form in ("utf-8", "utf-16-le", "utf-16-be")] for secret in SECRETS}
    found = []
    for file in (file for file in home.rglob("*") if file.is_file()):
        content = file.read_bytes()
        found += [f"{word} in {file.name}" for word, forms in needles.items() if any(form in content for form in forms)]
    return found


@pytest.fixture
def passphrase_file(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The passphrase, outside the home folder; the folder for temporary files is inside it."""
    file = tmp_path / "passphrase"
    file.write_text(PASSPHRASE + "\n", encoding="utf-8")
    (home / "tmp").mkdir()
    monkeypatch.setenv("TMPDIR", str(home / "tmp"))
    monkeypatch.setenv("SQLITE_TMPDIR", str(home / "tmp"))
    return file


def muwazi(*arguments: object, text: str = "") -> str:
    done = subprocess.run(
        [sys.executable, "-m", "reader", *map(str, arguments)],
        cwd=ROOT,
        input=text.encode(),
        capture_output=True,
        check=False,
        start_new_session=True,  # no terminal to ask on
        timeout=120,
    )
    return (done.stdout if done.returncode == 0 else done.stderr).decode()


def kill_after(command: list[str], seconds: float) -> None:
    """Starts a process, waits until it is ready, if it says so, and then for a while, and kills it."""
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:
        assert child.stdout is not None
        if "-c" in command:
            assert child.stdout.readline() == b"ready\n"
        time.sleep(seconds)
        assert child.poll() is None
        child.send_signal(signal.SIGKILL)


def test_what_is_read_and_written_is_in_no_file_by_the_command(home: Path, passphrase_file: Path) -> None:
    locked = ("--passphrase-file", passphrase_file)
    assert muwazi("lock", "--new-passphrase-file", passphrase_file) == ""
    assert "1" in muwazi(*locked, "add", "-", text=PAGE)
    muwazi(*locked, "annotate", 1, "--quote", READ_ARABIC, "--note", f"{NOTED} {NOTED_ARABIC}", "--tag", TAGGED)
    muwazi(*locked, "tag", 1, f"+{TAGGED}")
    (hit,) = json.loads(muwazi(*locked, "search", NOTED, "--json"))
    assert NOTED in hit["snippet"]
    muwazi(*locked, "backup", home / "backup.sqlite3")
    assert json.loads(muwazi(*locked, "check", "--json"))["ok"]
    assert found_in_clear(home) == []
    for seconds in (0.0, 0.1, 0.3):
        kill_after([sys.executable, "-c", WORKING, str(passphrase_file), READ, NOTED], seconds)
        assert (Path(os.environ["MUWAZI_HOME"]) / "library.sqlite3-wal").stat().st_size > 0
        assert found_in_clear(home) == []
    assert json.loads(muwazi(*locked, "check", "--json"))["ok"]
    muwazi(*locked, "restore", home / "backup.sqlite3")
    assert READ in muwazi(*locked, "show", 1)
    assert found_in_clear(home) == []
    muwazi(*locked, "unlock")
    assert "is locked" in muwazi("restore", home / "backup.sqlite3")
    assert muwazi(*locked, "restore", home / "backup.sqlite3") == ""
    assert muwazi("list").startswith("muwazi: the library")  # a locked backup locks the library
    muwazi(*locked, "unlock")
    assert f"{NOTED} in library.sqlite3" in found_in_clear(home)  # so it is what was looked for


def test_a_wrong_passphrase_and_none_are_one_line_each(home: Path, passphrase_file: Path) -> None:
    muwazi("lock", "--new-passphrase-file", passphrase_file)
    wrong = home / "wrong"
    wrong.write_text("kettle hat", encoding="utf-8")
    path = Path(os.environ["MUWAZI_HOME"]) / "library.sqlite3"
    for command in (("list",), ("backup", home / "b"), ("lock",)):
        said = muwazi("--passphrase-file", wrong, *command)
        assert said.startswith(f"muwazi: that is not the passphrase of {path}: try again")
        assert muwazi(*command).startswith(f"muwazi: the library {path} is locked: give its passphrase")
    assert muwazi("pair", "-", text="Lake falls\n\nThe lake has fallen.\n") != ""
    assert not (home / "b").exists()


@pytest.mark.gui
def test_what_is_read_and_written_is_in_no_file_by_the_window(
    home: Path, passphrase_file: Path, open_window: Any, until: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = App(home / "muwazi")
    app.lock(PASSPHRASE)
    window = open_window(app, RawDocument(PAGE))
    window.commands.save.trigger()
    until(lambda: window.desk.piece == 1 and window.is_settled())
    window.shelf.step("note", write_a_note)
    window.edits.edit(1, f"The mayor of {EDITED} came.")
    until(lambda: window.is_settled() and window.desk.pairs[1].target == f"The mayor of {EDITED} came.")
    assert found_in_clear(home) == []
    window.safety.back_up(home / "backup.sqlite3")
    until(lambda: (home / "backup.sqlite3").is_file() and window.is_settled())
    app.back_up_if_due()
    app.report_bug(ValueError(f"{READ} {NOTED}"))
    window.commands.undo.trigger()
    until(window.is_settled)
    assert found_in_clear(home) == []
    window.close()
    assert found_in_clear(home) == []
    monkeypatch.setenv("MUWAZI_PASSPHRASE_FILE", str(passphrase_file))
    kill_after([sys.executable, "-m", "reader", "open", "piece:1"], 5)
    assert found_in_clear(home) == []
    app.lock(None)
    assert f"{READ} in library.sqlite3" in found_in_clear(home)


def write_a_note(library: Library) -> None:
    quote = library.annotations.find_quote(1, READ_ARABIC)
    library.annotations.add(1, [quote], note=f"{NOTED} {NOTED_ARABIC}", tags=[TAGGED])
    library.search.save(SOUGHT, SOUGHT)
