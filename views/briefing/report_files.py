"""Write a briefing in words as Markdown, HTML or DOCX, with the map at its head."""

from __future__ import annotations

import base64
import io
from pathlib import Path

import docx
from docx.shared import Cm
from jinja2 import Environment, StrictUndefined

from views.briefing.archive import with_fixed_times
from views.briefing.report import Report
from views.briefing.sheet import ReportFormat, Sheet, SheetError
from views.briefing.words import BANNER
from views.cited import Cited, citation_of, voice_of

PICTURE_CM = 16.0
"""Width of the map on a page of A4 or Letter between the usual margins."""
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


def printable(words: str) -> str:
    r"""Return words without the control characters that XML cannot hold; each becomes U+FFFD.

    >>> printable("a\x00b")
    'a\ufffdb'
    """
    return "".join(c if c in "\t\n" or (ord(c) >= 32 and not 0xD800 <= ord(c) <= 0xDFFF) else "\ufffd" for c in words)


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
            height = max(len(against.said), len(against.denied))
            for row in range(height):
                sides = (against.said[row : row + 1], against.denied[row : row + 1])
                cells = (f"{side[0].number}: {escaped(side[0].voice)}" if side else "" for side in sides)
                lines.append(f"| {' | '.join(cells)} |")
            lines.append("")
    if not report.sections:
        lines += ["No claim to show.", ""]
    lines += ["## What is not known", "", *(f"- {escaped(sentence)}" for sentence in report.unknown), ""]
    lines += [f"{report.handling} · claims {report.digest}", ""]
    return "\n".join(lines)


def _entry(one: Cited) -> list[str]:
    status = f"{one.claim.kind}, {one.claim.status}"
    head = f"**{one.number}** · {status} · event {escaped(one.event_date)} · {escaped(voice_of(one))}"
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
        path.write_text(markdown_of(report, picture=beside.name), encoding="utf-8")
        return (path, beside)
    if suffix == ReportFormat.HTML:
        page = PAGE.from_string(TEMPLATE.read_text(encoding="utf-8"))
        encoded = base64.b64encode(picture).decode("ascii")
        path.write_text(
            page.render(report=report, banner=BANNER, picture=encoded, cite=citation_of, voice=voice_of),
            encoding="utf-8",
        )
        return (path,)
    if suffix == ReportFormat.DOCX:
        path.write_bytes(_docx(report, sheet, picture))
        return (path,)
    raise SheetError(
        f"{path.name}: expected a name that ends in {', '.join(ReportFormat)}, got {path.suffix or 'none'}"
    )


def _docx(report: Report, sheet: Sheet, picture: bytes) -> bytes:
    paper = docx.Document()
    paper.add_heading(report.title, level=0)
    paper.add_paragraph(f"{report.handling} · {BANNER} · as of {report.as_of}")
    paper.add_picture(io.BytesIO(picture), width=Cm(PICTURE_CM))
    for section in report.sections:
        paper.add_heading(" · ".join(filter(None, (section.place, section.native_name))), level=1)
        for one in section.cited:
            head = paper.add_paragraph()
            head.add_run(str(one.number)).bold = True
            head.add_run(f" · {one.claim.kind}, {one.claim.status} · event {one.event_date} · {voice_of(one)}")
            paper.add_paragraph(printable(one.claim.excerpt.text), style="Intense Quote")
            paper.add_paragraph(citation_of(one))
        for against in section.contradictions:
            paper.add_paragraph(f"Reports of {against.kind} here contradict each other")
            table = paper.add_table(rows=1, cols=2, style="Table Grid")
            for cell, name, side in zip(
                table.rows[0].cells, ("said", "denied"), (against.said, against.denied), strict=True
            ):
                cell.text = f"{name}: " + "; ".join(f"{one.number} ({one.voice})" for one in side)
    paper.add_heading("What is not known", level=1)
    for sentence in report.unknown:
        paper.add_paragraph(sentence, style="List Bullet")
    paper.add_paragraph(f"{report.handling} · claims {report.digest}")
    moment = sheet.as_of.replace(tzinfo=None)
    paper.core_properties.created = paper.core_properties.modified = moment
    paper.core_properties.author = paper.core_properties.last_modified_by = "Dateline"
    raw = io.BytesIO()
    paper.save(raw)
    return with_fixed_times(raw.getvalue())
