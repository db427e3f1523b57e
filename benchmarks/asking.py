"""Ask for the claims of the golden cases, of this project's pipeline or of any program like `dateline read`."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass

from benchmarks.cases import Case, GoldClaim
from benchmarks.matching import MadeClaim, made_from
from events.extract import claims_in
from events.record import record_of
from geo.gazetteer import open_gazetteer
from texts.dating import Basis
from texts.edtf import dating_from
from texts.metadata import Metadata
from texts.plain import document_from
from texts.rejection import Rejection


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was answered about one text: claims, and what the pipeline says that it left out."""

    claims: tuple[MadeClaim, ...] = ()
    rejections: tuple[Rejection, ...] = ()

    def why_missed(self, case: Case, gold: GoldClaim) -> str:
        """Return why a marked claim was not made: the reason given for its trigger, or that no word was a trigger."""
        words = gold.trigger.of(case.text).lower()
        for it in self.rejections:
            if it.span is not None and gold.trigger.within(it.span):
                said = _QUOTED.findall(it.message)
                if any(word.lower() in words or words in word.lower() for word in said):
                    return str(it.reason)
        return "no trigger"


_QUOTED = re.compile("“([^”]+)”")

Answers = dict[str, Answer]
"""What was answered, by the id of the case."""


def of_pipeline(cases: Iterable[Case]) -> Answers:
    """Return what the pipeline claims, in this process."""
    gazetteer = open_gazetteer(progress=sys.stderr.isatty())
    made: Answers = {}
    for case in cases:
        dating = case.published and dating_from(case.published, basis=Basis.STATED, source="case")
        document = document_from(case.text, name=case.id, metadata=Metadata(dating=dating or None))
        if isinstance(document, Rejection):
            made[case.id] = Answer(rejections=(document,))
            continue
        reading = claims_in(document, gazetteer)
        made[case.id] = Answer(
            claims=tuple(made_from(record_of(claim)) for claim in reading.claims), rejections=reading.rejections
        )
    return made


def of_program(cases: tuple[Case, ...], command: str) -> Answers:
    """Return what a program answers, which is run once and asked line by line."""
    lines = "".join(json.dumps({"id": it.id, "text": it.text, "published": it.published}) + "\n" for it in cases)
    out = subprocess.run(shlex.split(command), input=lines.encode(), stdout=subprocess.PIPE, check=False).stdout
    answers = [json.loads(line) for line in out.splitlines() if line.strip()]
    made = {it["id"]: Answer(claims=tuple(map(made_from, it["claims"]))) for it in answers if "claims" in it}
    silent = sorted({case.id for case in cases} - set(made))
    if silent:
        print(f"no answer for {len(silent)} of {len(cases)} texts, such as {silent[0]}", file=sys.stderr)
    return made
