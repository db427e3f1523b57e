"""Time the way from text to claims over the sample corpus, and how the cost grows with the text.

The reader is opened as for `dateline read` and `dateline ingest`: by a process that does nothing else.
"""

from __future__ import annotations

import re
import time
from pathlib import Path

from events.intake.read import open_reader_alone
from texts.document import Document, text_id
from texts.read import documents_in

CORPUS = Path(__file__).resolve().parent.parent / "data" / "corpus"
SIZES = (20_000, 200_000)
"""Words of the two texts whose times are compared."""
RUNS = 3
STOP = re.compile(r"(?<=[a-z])\.(?=\s)")


def text_of(words: int, run: int = 0) -> str:
    """Return the sample corpus, repeated until it has that many words; no sentence stands twice in the same words.

    Each run has a text of its own, so that none finds its grammar remembered.
    """
    corpus = "\n\n".join(document.text for document in documents_in(CORPUS) if isinstance(document, Document))
    copies = 1 + words // len(corpus.split())
    return "\n\n".join(STOP.sub(f", as told in copy {run + copy}.", corpus) for copy in range(copies))


def main() -> None:
    """Print a table in markdown."""
    start = time.process_time()
    read = open_reader_alone()
    read(Document(id="0" * 16, text="Rebels took Tikrit.", name="warm"))
    opened = time.process_time() - start
    print("| words | seconds | words/s | claims |\n| ---: | ---: | ---: | ---: |")
    seconds = []
    for size in SIZES:
        best, claims, text = float("inf"), 0, ""
        for run in range(RUNS):
            text = text_of(size, run)
            document = Document(id=text_id(text), text=text, name="speed")
            start = time.process_time()
            claims = len(read(document).claims)
            best = min(best, time.process_time() - start)
        words = len(text.split())
        seconds.append(best / words)
        print(f"| {words:,} | {best:.2f} | {words / best:,.0f} | {claims} |")
    print(
        f"\nOpening with a warm cache took {opened:.2f} s; a word of the long text costs {seconds[1] / seconds[0]:.2f} "
    )
    print("times one of the short text (1 is linear). Processor time, the best of three runs each.")


if __name__ == "__main__":
    main()
