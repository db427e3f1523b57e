"""Score a program that reads claims on the golden cases.

Run from the root of the repository::

    python -m benchmarks.golden                      # the pipeline, on the cases to develop on
    python -m benchmarks.golden --errors 20          # with the first twenty errors
    python -m benchmarks.golden --split test         # on those that nobody develops on: figures alone
    python -m benchmarks.golden --cmd "my-reader"    # any program with the formats of `dateline read`
    python -m benchmarks.golden --again --split all  # the second reading against the first
    python -m benchmarks.golden --dump               # the cases as JSON lines, with their marks

A claim is found when it stands in the marked sentence and shares a place with the marked claim, one to one, the same
trigger preferred. All other figures are counted on the claims that were found.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence

from benchmarks.asking import Answer, Answers, of_pipeline, of_program
from benchmarks.cases import FOLDER, Case, GoldClaim, cases_in, is_held
from benchmarks.matching import MadeClaim, MadePlace, Pairing, paired, place_pairs
from benchmarks.tally import Row, figures

FOLDERS = {"dev": ("dev",), "test": ("held",), "all": ("dev", "held")}
"""The folders of each split."""

WHOLE = 21
"""Cases numbered from here on are whole reports, others a few sentences."""


def main(arguments: list[str] | None = None) -> int:
    """Score, and print a table or JSON."""
    options = _parser().parse_args(arguments)
    cases = tuple(case for folder in FOLDERS[options.split] for case in cases_in(FOLDER / folder))
    if options.dump:
        for case in cases:
            print(json.dumps(dumped(case), ensure_ascii=False))
        return 0
    answers: Answers = {}
    if not options.again:
        answers = of_pipeline(cases) if options.cmd is None else of_program(cases, options.cmd)
    pairings = read_again(cases) if options.again else scored(cases, answers)
    sets = dict(parts(pairings))
    theatres = {name: [it for it in pairings if it.case.theatre == name] for name in _theatres(pairings)}
    if options.json:
        print(json.dumps({name: figures(some) for name, some in (sets | theatres).items()}, indent=1))
    else:
        print(columns({name: figures(some) for name, some in sets.items()}))
        print(lines({name: figures(some) for name, some in theatres.items()}))
    if not options.json and not options.again:
        print("missed: " + ", ".join(f"{count} {why}" for why, count in reasons(pairings, answers).most_common()))
    wrong = (line for it in pairings if options.show_test or not is_held(it.case.id) for line in errors(it))
    for _, line in zip(range(options.errors), wrong, strict=False):
        print(line)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", choices=sorted(FOLDERS), default="dev")
    parser.add_argument("--cmd", help="score a program with the formats of `dateline read`")
    parser.add_argument("--again", action="store_true", help="score the second reading instead of a program")
    parser.add_argument("--dump", action="store_true", help="print the cases and their marks as JSON lines")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="print the first N errors")
    parser.add_argument("--show-test", action="store_true", help="also errors of the cases that nobody develops on")
    return parser


def scored(cases: tuple[Case, ...], answers: Answers) -> tuple[Pairing, ...]:
    """Pair the claims that were answered with the marked ones."""
    return tuple(paired(case, answers.get(case.id, Answer()).claims) for case in cases)


def reasons(pairings: tuple[Pairing, ...], answers: Answers) -> Counter[str]:
    """Count why the marked claims that were missed were missed."""
    return Counter(answers.get(it.case.id, Answer()).why_missed(it.case, gold) for it in pairings for gold in it.missed)


def read_again(cases: tuple[Case, ...]) -> tuple[Pairing, ...]:
    """Pair the second reading with the first, for the texts that were read twice."""
    first = {case.id: case for case in cases}
    everything = {it.id: it for folder in FOLDERS["all"] for it in cases_in(FOLDER / folder)}
    second = cases_in(FOLDER / "second", texts=everything)
    return tuple(paired(first[it.id], tuple(as_made(claim) for claim in it.claims)) for it in second if it.id in first)


def as_made(claim: GoldClaim) -> MadeClaim:
    """Return a marked claim as if a program had made it."""
    return MadeClaim(
        kind=claim.kind,
        status=claim.status,
        excerpt=claim.sentence,
        trigger=claim.trigger,
        places=tuple(
            MadePlace(role=it.role, span=it.span, text=it.text, lat=it.lat, lon=it.lon) for it in claim.places
        ),
        first=claim.first,
        last=claim.last,
        sources=tuple(("", span) for span in claim.sources),
        actors=tuple(("agent", span) for span in claim.agents) + tuple(("target", span) for span in claim.targets),
        quantities=tuple((it.value, it.span) for it in claim.quantities),
        reached=claim.reached,
    )


def dumped(case: Case) -> dict[str, object]:
    """Return a case as a JSON object."""
    text = case.text
    return {
        "id": case.id,
        "form": case.form,
        "text": text,
        "published": case.published,
        "claims": [
            {
                "trigger": [it.trigger.start, it.trigger.end],
                "kind": it.kind.value,
                "status": it.status.value,
                "places": [
                    {"role": p.role.value, "start": p.span.start, "end": p.span.end, "text": p.text}
                    | {"lat": p.lat, "lon": p.lon}
                    for p in it.places
                ],
                "optional": [[span.start, span.end] for span in it.optional],
                "when": {"first": it.first, "last": it.last} if it.first or it.last else None,
                "sources": [span.of(text) for span in it.sources],
                "actors": [{"text": span.of(text), "role": "agent"} for span in it.agents]
                + [{"text": span.of(text), "role": "target"} for span in it.targets],
                "quantities": [
                    {"value": q.value, "upper": q.upper, "at_least": q.at_least, "unit": q.unit} for q in it.quantities
                ],
                "movement": {"reached": it.reached} if any(p.role != "at" for p in it.places) else None,
            }
            for it in case.claims
        ],
        "not_places": [[it.span.start, it.span.end, it.why] for it in case.never],
    }


def parts(pairings: tuple[Pairing, ...]) -> Iterator[tuple[str, tuple[Pairing, ...]]]:
    """Yield the sets of texts that have figures of their own; one that nothing falls into is left out."""
    sets = {
        "all": pairings,
        "developed on": tuple(it for it in pairings if not is_held(it.case.id)),
        "held": tuple(it for it in pairings if is_held(it.case.id)),
        "whole reports": tuple(it for it in pairings if int(it.case.id.rpartition("-")[2]) >= WHOLE),
    }
    yield from ((name, some) for name, some in sets.items() if some and (name == "all" or some != pairings))


def _theatres(pairings: tuple[Pairing, ...]) -> list[str]:
    return sorted({it.case.theatre for it in pairings})


def columns(sets: dict[str, Row]) -> str:
    """Return a Markdown table with a line for each figure and a column for each set of texts."""
    head = ["", *sets]
    return _table(head, [[name, *(row[name] for row in sets.values())] for name in sets["all"]])


def lines(theatres: dict[str, Row]) -> str:
    """Return a Markdown table with a line for each theatre and the figures that matter most."""
    names = ("texts", "gold", "made", "f1", "kind", "status", "days", "places", "roles", "never_mapped")
    return _table(["", *names], [[key, *(row[name] for name in names)] for key, row in theatres.items()])


def _table(head: Sequence[object], rows: list[list[object]]) -> str:
    widths = [max(len(str(row[i])) for row in [head, *rows]) for i in range(len(head))]
    ruler = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    cells = [
        [str(cell).rjust(w) if i else str(cell).ljust(w) for i, (cell, w) in enumerate(zip(row, widths, strict=True))]
        for row in [head, ruler, *rows]
    ]
    return "".join(f"| {' | '.join(row)} |\n" for row in cells)


def errors(pairing: Pairing) -> Iterator[str]:
    """Say what is wrong with the claims of one text, a line for each."""
    case = pairing.case
    for gold in pairing.missed:
        yield f"{case.id}: MISSED {_gold(case, gold)}\n    {gold.sentence.of(case.text)}"
    for made in pairing.extra:
        yield f"{case.id}: EXTRA {_made(case, made)}\n    {made.excerpt.of(case.text)}"
    for gold, made in pairing.pairs:
        wrong = [name for name in ("kind", "status", "first", "last") if getattr(gold, name) != getattr(made, name)]
        shared = place_pairs(gold, made)
        if len(shared) < max(len(gold.places), len(made.places)):
            wrong.append("places")
        if any(place.role != other.role for place, other in shared):
            wrong.append("roles")
        if wrong:
            yield f"{case.id}: {' '.join(wrong)}\n  - {_gold(case, gold)}\n  + {_made(case, made)}"


def _gold(case: Case, claim: GoldClaim) -> str:
    places = ", ".join(f"{place.role} {place.text}" for place in claim.places)
    return f"{claim.kind} {claim.status} {claim.trigger.of(case.text)!r} {places} [{claim.first}..{claim.last}]"


def _made(case: Case, claim: MadeClaim) -> str:
    places = ", ".join(f"{place.role} {place.text}" for place in claim.places)
    trigger = "?" if claim.trigger is None else claim.trigger.of(case.text)
    return f"{claim.kind} {claim.status} {trigger!r} {places} [{claim.first}..{claim.last}]"


if __name__ == "__main__":
    sys.exit(main())
