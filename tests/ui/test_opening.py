from pathlib import Path

from events.store import Store
from ui.opening import version_of


def test_a_session_that_opens_or_leaves_the_store_does_not_change_its_version(tmp_path: Path) -> None:
    """Each session's last connection takes the log beside the store with it; nothing was written, so nothing is new."""
    path = tmp_path / "s.sqlite"
    with Store.open(path) as store:
        while_open = version_of(store)
    assert not path.with_name("s.sqlite-wal").exists()

    assert version_of(Store.open(path)) == while_open
