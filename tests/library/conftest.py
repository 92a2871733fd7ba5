"""What several tests of the library share."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from types import ModuleType


@pytest.fixture(scope="session")
def filler() -> ModuleType:
    """The program that fills libraries, as a module: what it makes follows from names alone."""
    spec = importlib.util.spec_from_file_location("filler", Path(__file__).with_name("filler.py"))
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
