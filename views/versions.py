"""With which versions of what the program reads."""

from __future__ import annotations

from pathlib import Path

from events.storage.stored import Run
from geo import gazetteer
from texts import lexicon
from views.release import release


def run_with(*, curated: tuple[Path, ...] = (), options: str | None = None) -> Run:
    """Return a run of this program with its gazetteers and word lists, not begun yet."""
    return Run(
        program=release(),
        gazetteer=gazetteer.fingerprint(curated),
        lexicons=lexicon.fingerprint(),
        options=options,
    )


def run_in_words(run: Run) -> str:
    """Return a run as a line for a person.

    >>> print(run_in_words(Run(program="0.1.0", gazetteer="1f", lexicons="2e", started="2026-11-21T10:00:00+00:00")))
    2026-11-21 10:00 UTC, not ended: version 0.1.0, gazetteer 1f, word lists 2e
    """
    begun = "at an unknown time" if run.started is None else f"{run.started[:16].replace('T', ' ')} UTC"
    if run.summary is not None:
        texts, claims = run.summary.documents, run.summary.claims
        became = (
            f"{texts:,} {'text' if texts == 1 else 'texts'}, {claims:,} placed {'claim' if claims == 1 else 'claims'}"
        )
    else:
        became = "not ended"
    versions = f"version {run.program}, gazetteer {run.gazetteer}, word lists {run.lexicons}"
    return f"{begun}, {became}: {versions}{'' if run.options is None else f', {run.options}'}"
