"""Write a briefing in words as Markdown, HTML or DOCX, with the map at its head."""

from __future__ import annotations

import base64
from itertools import zip_longest
from pathlib import Path

from jinja2 import Environment, StrictUndefined

from views.briefing.report import Report
from views.briefing.report_docx import docx_of
from views.briefing.sheet import ReportFormat, Sheet, SheetError
from views.briefing.words import BANNER, entry_words, side_words
from views.cited import Cited, citation_of
from views.whole_words import whole

SPECIAL = str.maketrans({character: f"\\{character}" for character in "\\`*_{}[]()<>#+-.!|~&$:"})
"""Characters that mean something to Markdown; a backslash before them makes them themselves."""

PAGE = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined)
TEMPLATE = Path(__file__).with_name("report.html")


def escaped(words: str) -> str:
    r"""Return words that Markdown shows as they are, on one line.

    >>> escaped("a *b* <script>")
    'a \\*b\\* \\<script\\>'
    """
    return " ".join(words.split()).translate(SPECIAL)


def markdown_of(report: Report, *, picture: str | None = None) -> str:
    """Return the report as Markdown.

    Parameters
    ----------
    picture
        Name of the map's file beside the Markdown, or None for a report without it.
    """
    lines = [f"# {escaped(report.title)}", "", f"**{report.handling}** · {BANNER} · as of {report.as_of}", ""]
    if picture:
        lines += [f"![Map of the reported claims]({picture})", ""]
    for section in report.sections:
        native = f" · {escaped(section.native_name)}" if section.native_name else ""
        lines += [f"## {escaped(section.place)}{native}", ""]
        for one in section.cited:
            lines += [*_entry(one), ""]
        for against in section.contradictions:
            lines += [f"**Reports of {against.kind} here contradict each other**", "", "| said | denied |", "|---|---|"]
            rows = zip_longest(against.said, against.denied)
            lines += [f"| {' | '.join(escaped(side_words(one)) if one else '' for one in row)} |" for row in rows]
            lines.append("")
    if not report.sections:
        lines += ["No claim to show.", ""]
    lines += ["## What is not known", "", *(f"- {escaped(sentence)}" for sentence in report.unknown), ""]
    lines += [
        *(f"{escaped(note)}  " for note in report.notes),
        "",
        f"**{report.handling}** · claims {report.digest}",
        "",
    ]
    return "\n".join(lines)


def _entry(one: Cited) -> list[str]:
    head = f"**{one.number}** · {escaped(entry_words(one))}"
    return [head, "", f"> {escaped(one.claim.excerpt.text)}", ">", f"> — {escaped(citation_of(one))}"]


def write_report(report: Report, path: Path, *, sheet: Sheet, picture: bytes) -> tuple[Path, ...]:
    """Write the report and return the files that were written; Markdown puts the map beside it.

    Parameters
    ----------
    picture
        The map as PNG.

    Raises
    ------
    SheetError
        If the suffix of the path is not a format of reports.
    """
    suffix = path.suffix.lower().lstrip(".")
    if suffix == ReportFormat.MD:
        beside = path.with_suffix(".png")
        beside.write_bytes(picture)
        path.write_bytes(whole(markdown_of(report, picture=beside.name)).encode())
        return (path, beside)
    if suffix == ReportFormat.HTML:
        page = PAGE.from_string(TEMPLATE.read_text(encoding="utf-8"))
        words = page.render(
            report=report,
            banner=BANNER,
            picture=base64.b64encode(picture).decode("ascii"),
            cite=citation_of,
            entry=entry_words,
            side=side_words,
            longest=zip_longest,
        )
        path.write_bytes(whole(words).encode())
        return (path,)
    if suffix == ReportFormat.DOCX:
        path.write_bytes(docx_of(report, sheet, picture))
        return (path,)
    raise SheetError(
        f"{path.name}: expected a name that ends in {', '.join(ReportFormat)}, got {path.suffix or 'none'}"
    )
