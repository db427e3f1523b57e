"""The layers hold, and the check that says so can fail."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LAYERS = ("texts", "geo", "events", "views", "ui")


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the import linter over the packages in `folder`."""
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    return subprocess.run(
        [sys.executable, "-c", command, "--config", str(ROOT / "pyproject.toml"), "--no-cache"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(folder), "PATH": "", "PYTHONIOENCODING": "utf-8"},
    )


def house(folder: Path, broken: dict[str, str]) -> Path:
    """Build an empty copy of the house in which some files hold the given code."""
    for layer in LAYERS:
        (folder / layer).mkdir()
        (folder / layer / "__init__.py").write_text("")
    for name, code in broken.items():
        (folder / name).write_text(code)
    return folder


def imports_of(path: Path) -> set[str]:
    """Return the top-level names that a file imports."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.split(".")[0])
    return names


def test_the_check_passes_on_an_empty_house(tmp_path: Path) -> None:
    """Without this the failures below would prove nothing."""
    result = lint_imports(house(tmp_path, {}))
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    ("broken", "contract"),
    [
        ({"texts/a.py": "import geo"}, "Data flows down, imports point up"),
        ({"geo/a.py": "from events import claim", "events/claim.py": ""}, "Data flows down, imports point up"),
        ({"views/a.py": "import streamlit"}, "Only the page knows Streamlit"),
        ({"ui/a.py": "import folium"}, "Only views.map knows folium"),
        ({"events/a.py": "import pandas"}, "The domain knows no network, no chance and no table library"),
        ({"geo/a.py": "import random"}, "The domain knows no network, no chance and no table library"),
    ],
)
def test_the_check_fails_on_an_import_that_points_the_wrong_way(
    tmp_path: Path, broken: dict[str, str], contract: str
) -> None:
    """A single wrong import breaks the contract that names it."""
    result = lint_imports(house(tmp_path, broken))
    assert result.returncode == 1
    assert f"{contract} BROKEN" in result.stdout


def test_the_terminal_knows_neither_the_page_nor_its_libraries() -> None:
    """`dateline` starts the page as a child; it does not import it."""
    assert set() == imports_of(ROOT / "cli.py") & {"ui", "app", "streamlit", "streamlit_folium", "folium"}


def test_the_page_is_a_short_script_over_the_panels() -> None:
    """app.py loads, selects and shows; everything else has a room of its own."""
    source = (ROOT / "app.py").read_text(encoding="utf-8")
    assert len(source.splitlines()) <= 60
    assert set() == imports_of(ROOT / "app.py") & {"folium", "branca", "cli"}


@pytest.mark.parametrize("layer", LAYERS[:3])
def test_the_domain_reads_neither_the_clock_nor_the_environment(layer: str) -> None:
    """The same input gives the same output on any day and machine."""
    for path in sorted((ROOT / layer).glob("**/*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute):
                assert node.attr not in {"now", "today", "utcnow", "environ", "getenv"}, f"{path}:{node.lineno}"
