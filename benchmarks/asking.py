"""Ask for the claims of the golden cases, of this project's pipeline or of any program like `dateline read`."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from collections.abc import Iterable

from benchmarks.cases import Case
from benchmarks.matching import MadeClaim, made_from
from events.extract import claims_in
from events.record import record_of
from geo.gazetteer import open_gazetteer
from texts.dating import Basis
from texts.edtf import dating_from
from texts.metadata import Metadata
from texts.plain import document_from
from texts.rejection import Rejection

Made = dict[str, tuple[MadeClaim, ...]]
"""What was answered, by the id of the case."""


def of_pipeline(cases: Iterable[Case]) -> Made:
    """Return what the pipeline claims, in this process."""
    gazetteer = open_gazetteer(progress=sys.stderr.isatty())
    made: Made = {}
    for case in cases:
        dating = case.published and dating_from(case.published, basis=Basis.STATED, source="case")
        document = document_from(case.text, name=case.id, metadata=Metadata(dating=dating or None))
        claims = () if isinstance(document, Rejection) else claims_in(document, gazetteer).claims
        made[case.id] = tuple(made_from(record_of(claim)) for claim in claims)
    return made


def of_program(cases: tuple[Case, ...], command: str) -> Made:
    """Return what a program answers, which is run once and asked line by line."""
    lines = "".join(json.dumps({"id": it.id, "text": it.text, "published": it.published}) + "\n" for it in cases)
    out = subprocess.run(shlex.split(command), input=lines.encode(), stdout=subprocess.PIPE, check=False).stdout
    answers = [json.loads(line) for line in out.splitlines() if line.strip()]
    made = {it["id"]: tuple(made_from(claim) for claim in it["claims"]) for it in answers if "claims" in it}
    silent = sorted({case.id for case in cases} - set(made))
    if silent:
        print(f"no answer for {len(silent)} of {len(cases)} texts, such as {silent[0]}", file=sys.stderr)
    return made
