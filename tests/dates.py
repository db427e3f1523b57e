"""Datings that tests publish their texts on."""

from __future__ import annotations

from texts.dating import Basis, Dating
from texts.edtf import dating_from


def anchor_on(published: str | None) -> Dating | None:
    """A stated day of publication, or None."""
    return None if published is None else dating_from(published, basis=Basis.STATED, source="test")
