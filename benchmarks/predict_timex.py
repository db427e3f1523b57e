"""Tag time expressions as `dateline timex` does: JSON lines in, JSON lines out."""

from __future__ import annotations

import json
import sys

from events.timex import timexes_in
from events.timex_record import anchor_on, record_of


def main() -> None:
    """Answer each line of stdin."""
    for line in sys.stdin:
        record = json.loads(line)
        anchor = anchor_on(record.get("dct"))
        timexes = [record_of(timex) for timex in timexes_in(record["text"], anchor=anchor)]
        sys.stdout.write(json.dumps({"id": record["id"], "timex": timexes}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
