"""The terminal answers at once: what only one command needs is loaded by that command."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEAVY = ("geopandas", "pandas", "shapely", "streamlit", "numpy")


def test_the_terminal_s_help_loads_no_large_library() -> None:
    code = f"import cli, sys; cli.parser(); print(*sorted(set(sys.modules) & set({HEAVY!r})))"
    loaded = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert loaded.stdout.split() == []


def test_reading_a_text_loads_neither_tables_nor_the_page(tmp_path: Path) -> None:
    text = tmp_path / "note.txt"
    text.write_text("Shelling hit Kupiansk on Monday, police said.")
    code = (
        f"import cli, sys; assert cli.main(['read', {str(text)!r}]) == 0;"
        "print(*sorted(set(sys.modules) & {'geopandas', 'pandas', 'streamlit'}), file=sys.stderr)"
    )
    loaded = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert loaded.stdout
    assert loaded.stderr.split() == []
