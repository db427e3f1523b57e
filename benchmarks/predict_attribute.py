"""Answer ../shared/benchmarks/attribution.py: JSON lines of texts in, JSON lines of attributions out."""

from __future__ import annotations

import json
import sys

from events.attribution import attributions_in
from texts.span import Span


def main() -> int:
    """Write one line for each line of the standard input."""
    for line in sys.stdin:
        record = json.loads(line)
        found = [
            {"source": _pairs(made.source), "cue": _pairs(made.cue), "content": _pairs(made.content)}
            for made in attributions_in(record["text"])
            if made.parent is None
        ]
        sys.stdout.write(json.dumps({"id": record["id"], "attr": found}) + "\n")
        sys.stdout.flush()
    return 0


def _pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


if __name__ == "__main__":
    raise SystemExit(main())
