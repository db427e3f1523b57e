"""Set the sheets of a long source list in PDF: the words alone, on copies of one page with the head and foot."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import cast

from fontTools import subset
from fontTools.ttLib import TTFont
from pypdf import PageObject, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from views.briefing.face import FILES, width_of
from views.briefing.source_list import ListSheet, Row

FONT = "/DL0"
INK = "0.122 0.161 0.2 rg"
ASCENT = 0.76
"""From a line's upper edge to its base, in the height of the letters."""
LAYOUT = ("GSUB", "GPOS", "GDEF", "kern")
"""Tables of a face that say how letters are shaped."""
SIMPLE = ((0x20, 0x2FF), (0x370, 0x52F), (0x531, 0x588), (0x10A0, 0x10FF), (0x1E00, 0x1FFF), (0x2010, 0x2027))
"""Letters that stand side by side as they come; those of other scripts must be shaped."""


def is_simple(sheet: ListSheet) -> bool:
    """Whether every letter of the sheet stands for itself: Latin, Greek, Cyrillic, Armenian, Georgian."""
    letters = {letter for row in sheet.rows for letter in row.words}
    return all(any(first <= ord(letter) <= last for first, last in SIMPLE) for letter in letters)


class ListSetter:
    """Sets sheets of one document, which share the face and the page beneath."""

    def __init__(self, writer: PdfWriter, beneath: DictionaryObject, sheets: Sequence[ListSheet]) -> None:
        self._writer = writer
        self._beneath = beneath
        letters = set("Sheet of 0123456789,").union(*(row.words for sheet in sheets for row in sheet.rows))
        with TTFont(FILES[False]) as font:
            charmap = font.getBestCmap()
            names = {letter: charmap.get(ord(letter), ".notdef") for letter in sorted(letters)}
            self._glyphs = {letter: font.getGlyphID(name) for letter, name in names.items()}
            advances = {number: font["hmtx"][names[letter]][0] for letter, number in self._glyphs.items()}
            self._font = self._embedded(font, advances)
        resources = DictionaryObject(cast(DictionaryObject, beneath["/Resources"].get_object()))
        fonts = DictionaryObject(cast(DictionaryObject, resources["/Font"].get_object()))
        fonts[NameObject(FONT)] = self._font
        resources[NameObject("/Font")] = fonts
        self._resources = writer._add_object(resources)  # noqa: SLF001 - pypdf has no other way to share an object

    def add(self, sheet: ListSheet, *, number: Row) -> None:
        """Add a page with the rows of a sheet; `number` says which sheet it is."""
        commands = ["BT", INK, f"{FONT} {sheet.size:.3f} Tf"]
        for row in (*sheet.rows, number):
            codes = "".join(f"{self._glyphs[letter]:04X}" for letter in row.words)
            commands.append(f"1 0 0 1 {row.left:.3f} {row.top - ASCENT * sheet.size:.3f} Tm <{codes}> Tj")
        words = DecodedStreamObject()
        words.set_data("\n".join([*commands, "ET"]).encode("ascii"))
        beneath = self._beneath["/Contents"]
        parts = list(beneath) if isinstance(beneath, ArrayObject) else [self._beneath.raw_get("/Contents")]
        page = PageObject(self._writer)
        page[NameObject("/Type")] = NameObject("/Page")
        page[NameObject("/MediaBox")] = self._beneath["/MediaBox"]
        page[NameObject("/Resources")] = self._resources
        page[NameObject("/Contents")] = ArrayObject([*parts, self._writer._add_object(words.flate_encode())])  # noqa: SLF001 - same
        self._writer.add_page(page)

    def _embedded(self, font: TTFont, advances: dict[int, int]) -> IndirectObject:
        """Add the face, cut down to the letters that are used and with its numbers kept, and return it."""
        options = subset.Options(retain_gids=True, hinting=False, layout_features=[], notdef_outline=True)
        options.drop_tables += ["FFTM"]
        for table in LAYOUT:
            if table in font:
                # our letters stand side by side: to read these tables takes longer than all the rest
                del font[table]
        font.recalcTimestamp = False
        units = font["head"].unitsPerEm
        head, hhea = font["head"], font["hhea"]
        box = [head.xMin, head.yMin, head.xMax, head.yMax]
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=[ord(letter) for letter in self._glyphs])
        cutter.subset(font)
        raw = io.BytesIO()
        font.save(raw)
        file = DecodedStreamObject()
        file.set_data(raw.getvalue())
        packed = file.flate_encode()
        packed[NameObject("/Length1")] = NumberObject(len(raw.getvalue()))
        thousandths = {number: advance * 1000 / units for number, advance in advances.items()}
        descriptor = _dictionary(
            Type="/FontDescriptor",
            FontName="/DATELN+DejaVuSans",
            Flags=32,
            FontBBox=[value * 1000 / units for value in box],
            ItalicAngle=0,
            Ascent=hhea.ascent * 1000 / units,
            Descent=hhea.descent * 1000 / units,
            CapHeight=729,
            StemV=80,
            FontFile2=self._added(packed),
        )
        widths = ArrayObject()
        for number in sorted(thousandths):
            widths.extend([NumberObject(number), ArrayObject([FloatObject(round(thousandths[number], 2))])])
        inner = _dictionary(
            Type="/Font",
            Subtype="/CIDFontType2",
            BaseFont="/DATELN+DejaVuSans",
            CIDToGIDMap="/Identity",
            FontDescriptor=self._added(descriptor),
            DW=600,
            W=widths,
        )
        system = DictionaryObject(
            {
                NameObject("/Registry"): TextStringObject("Adobe"),
                NameObject("/Ordering"): TextStringObject("Identity"),
                NameObject("/Supplement"): NumberObject(0),
            }
        )
        inner[NameObject("/CIDSystemInfo")] = system
        return self._added(
            _dictionary(
                Type="/Font",
                Subtype="/Type0",
                BaseFont="/DATELN+DejaVuSans",
                Encoding="/Identity-H",
                DescendantFonts=ArrayObject([self._added(inner)]),
                ToUnicode=self._added(_to_unicode(self._glyphs)),
            )
        )

    def _added(self, what: DictionaryObject | DecodedStreamObject) -> IndirectObject:
        return self._writer._add_object(what)  # noqa: SLF001 - pypdf has no other way to share an object


def number_row(words: str, *, right: float, top: float, size: float) -> Row:
    """Return a row that ends at `right`."""
    return Row(left=right - width_of(words, size), top=top, words=words)


def _dictionary(**entries: object) -> DictionaryObject:
    found = DictionaryObject()
    for name, value in entries.items():
        found[NameObject(f"/{name}")] = _object(value)
    return found


def _object(value: object) -> object:
    if isinstance(value, str):
        return NameObject(value)
    if isinstance(value, int) and not isinstance(value, NumberObject):
        return NumberObject(value)
    if isinstance(value, float):
        return FloatObject(round(value, 2))
    if isinstance(value, list) and not isinstance(value, ArrayObject):
        return ArrayObject(_object(one) for one in value)
    return value


def _to_unicode(glyphs: dict[str, int]) -> DecodedStreamObject:
    """Return the table by which a reader turns the glyphs' numbers back into letters."""
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
    ]
    pairs = [(number, letter) for letter, number in sorted(glyphs.items(), key=lambda item: (item[1], item[0]))]
    for block in _blocks(pairs, 100):
        lines.append(f"{len(block)} beginbfchar")
        lines += [f"<{number:04X}> <{letter.encode('utf-16-be').hex().upper()}>" for number, letter in block]
        lines.append("endbfchar")
    table = DecodedStreamObject()
    table.set_data("\n".join([*lines, "endcmap end end"]).encode("ascii"))
    return table


def _blocks(pairs: Sequence[tuple[int, str]], size: int) -> Iterable[Sequence[tuple[int, str]]]:
    return (pairs[start : start + size] for start in range(0, len(pairs), size))
