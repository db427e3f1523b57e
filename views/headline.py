"""Say in one line what a claim is, so that a tool that shows nothing else still says that it is claimed."""

from __future__ import annotations

from events.storage.stored import StoredClaim

NOTICE = "Claims as reported; not verified"
"""What every export says at its head."""


def headline(it: StoredClaim) -> str:
    """Return the status, the kind and the source of a claim, and that it is undated where it is."""
    voice = ", citing ".join(source.text for source in it.claim.sources) or it.publication.publisher or "source unknown"
    undated = "" if it.claim.when else ", undated"
    return f"Claimed ({it.claim.status}{undated}): {it.claim.kind} — {' '.join(voice.split())}"
