"""Every form of a verb in the lexicon of happenings has the stem of its plain form."""

from __future__ import annotations

import pytest

from events.grammar.inflect import forms_of
from events.grammar.stem import stem_of
from texts.lexicon import rows_of

VERBS = sorted({row[0] for row in rows_of("triggers") if row[1] == "v" and row[0].isalpha()} - {"massed", "bear"})


@pytest.mark.parametrize("verb", VERBS)
def test_forms_have_one_stem(verb: str) -> None:
    """What is found in its plain form is found in its past and -ing forms, too: "going", "recalled", "speeding"."""
    assert {stem_of(form) for form in forms_of(verb)} == {stem_of(verb)}
