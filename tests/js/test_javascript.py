"""The claim layer's JavaScript: its own tests, and its types."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import missing
from views.script import script

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def node() -> str:
    """The machine's node, or the one of the development requirements."""
    found = shutil.which("node") or shutil.which("node", path=Path(sys.executable).parent)
    if found is None:
        missing("there is no node; the development requirements bring one")
    return str(found)


def outcome(*command: str) -> str:
    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    return "" if run.returncode == 0 else run.stdout + run.stderr


def test_the_units_behave(node: str) -> None:
    """Window search, counts, axis, address and layout; tests/js/*.test.js."""
    assert outcome(node, "--test", *map(str, sorted(HERE.glob("*.test.js")))) == ""


def test_the_types_hold(node: str) -> None:
    """What JSDoc says of the modules is true, as tsc reads it."""
    compiler = HERE / "node_modules" / "typescript" / "bin" / "tsc"
    if not compiler.is_file():
        missing("there is no type checker; tests/js/install.sh brings it")
    assert outcome(node, str(compiler), "-p", str(HERE)) == ""


def test_the_modules_share_no_name(node: str, tmp_path: Path) -> None:
    """They become one script with one scope, where a name that is taken twice would leave the page blank."""
    whole = tmp_path / "layer.js"
    whole.write_text(script(), encoding="utf-8")
    assert outcome(node, "--check", str(whole)) == ""
    names = re.findall(r"^(?:async )?(?:function|class) (\w+)", script(), re.MULTILINE)
    assert sorted(set(names)) == sorted(names)
