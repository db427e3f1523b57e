"""Answer geoparse.py's requests with this project's geoparser: JSON lines in, JSON lines out."""

from __future__ import annotations

import json
import sys

from geo.gazetteer import open_gazetteer
from geo.geoparse import resolutions_in
from texts.document import Document, text_id
from texts.span import Span


def main() -> None:
    """Read requests from standard input until it ends."""
    gazetteer = open_gazetteer()
    for line in sys.stdin:
        request = json.loads(line)
        text = request["text"]
        document = Document(id=text_id(text), text=text, name=str(request["id"]))
        spans = tuple(Span(start=start, end=end) for start, end in request["spans"]) if "spans" in request else None
        found = resolutions_in(document, gazetteer, demonyms="--demonyms" in sys.argv, spans=spans)
        toponyms = [
            {
                "start": it.toponym.span.start,
                "end": it.toponym.span.end,
                "text": it.toponym.text,
                "lat": it.place.lat if it.place else None,
                "lon": it.place.lon if it.place else None,
                "geonameid": it.place.geonameid if it.place else None,
            }
            for it in found
        ]
        sys.stdout.write(json.dumps({"id": request["id"], "toponyms": toponyms}) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
