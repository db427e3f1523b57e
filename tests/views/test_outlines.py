import pytest

from views.outlines import outline_of


@pytest.mark.parametrize("id_", ["", "border:", "border:0++", "border:+", "border:IQ", "border:IQ+IR+SY", "border:a+b"])
def test_an_id_that_names_no_ground_has_no_outline(id_: str) -> None:
    """Ids come in with claims that others wrote, so any text may stand where one is expected."""
    assert outline_of(id_) is None
