"""Tables of others: what they say comes in as said by them, row by row, and nothing more."""

from __future__ import annotations

from pathlib import Path

import pytest

from events.claim import Claim, Kind, Status
from events.intake.claims import Import, ingest_claims
from events.intake.columns import InvalidColumnsError, column_map, columns_from, known_columns
from events.store import Store
from geo.place import Shape
from texts.dating import Basis, Precision
from texts.edtf import dating_from
from texts.original import Original
from texts.rejection import Reason

ACLED = (
    "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,actor2,country,location,latitude,"
    "longitude,geo_precision,source,notes,fatalities\n"
)
CLASH = (
    "XYZ1,12 June 2031,1,Battles,Armed clash,Red Guards,Blue Guards,Ruritania,Strelsau,50.1,14.2,1,"
    "Strelsau Gazette; Radio Zenda,Two companies fought over the mill.,4\n"
)
UCDP = (
    "id,type_of_violence,conflict_name,side_a,side_b,where_prec,where_coordinates,country,latitude,longitude,"
    "date_prec,date_start,date_end,best,source_office,source_headline\n"
)


def brought(folder: Path, table: str, columns: str | None = None) -> tuple[Import, list[Claim], Store]:
    store = Store.open(folder / "s.sqlite")
    chosen = None if columns is None else column_map(columns)
    done = ingest_claims(store, Original(name="t.csv", content=table.encode()), columns=chosen)
    return done, [it.claim for it in store.claims()], store


def test_a_row_is_a_claim_of_whoever_made_the_table(tmp_path: Path) -> None:
    """Asserted at most, with the chain of sources, and each part leads to the words of the row."""
    done, (claim,), store = brought(tmp_path, ACLED + CLASH)

    assert (done.claims, done.rejections) == (1, ())
    assert (claim.kind, claim.status, claim.report_status) == (Kind.ATTACK, Status.ASSERTED, Status.ASSERTED)
    assert [source.text for source in claim.sources] == ["ACLED", "Strelsau Gazette; Radio Zenda"]
    assert claim.excerpt.text == "Two companies fought over the mill."
    assert [(actor.role, actor.text) for actor in claim.actors] == [("agent", "Red Guards"), ("target", "Blue Guards")]
    assert [(it.value, it.unit) for it in claim.quantities] == [(4, "fatalities")]
    (place,) = claim.places
    assert (place.text, place.ground.lat, place.ground.lon) == ("Strelsau", 50.1, 14.2)
    assert (place.ground.geo_precision, place.ground.shape) == (1, Shape.POINT)
    assert claim.when is not None
    assert (claim.when.edtf, claim.when.precision) == ("2031-06-12", Precision.DAY)
    text = store.document(claim.excerpt.document_id).text
    assert [place.text, claim.when.text] == [place.span.of(text), claim.when.span.of(text)]
    assert claim.trigger.of(text) == "Battles"


@pytest.mark.parametrize(
    ("code", "edtf", "precision"),
    [
        ("1", "2031-12-12", Precision.DAY),
        ("2", "2031-12-09/2031-12-15", Precision.WEEK),
        ("3", "2031-12-01/2031-12-31", Precision.MONTH),
    ],
)
def test_the_precision_of_a_date_is_taken_over(tmp_path: Path, code: str, edtf: str, precision: Precision) -> None:
    """A day that stands for a week or a month is not shown as a day."""
    row = CLASH.replace("12 June 2031,1", f"2031-12-12,{code}")
    _, (claim,), _ = brought(tmp_path, ACLED + row)

    assert claim.when is not None
    assert (claim.when.edtf, claim.when.precision) == (edtf, precision)


@pytest.mark.parametrize(("code", "ucdp"), [("1", 1), ("2", 2), ("3", 4)])
def test_the_precision_of_a_place_is_taken_over(tmp_path: Path, code: str, ucdp: int) -> None:
    _, (claim,), _ = brought(tmp_path, ACLED + CLASH.replace("14.2,1", f"14.2,{code}"))
    ground = claim.places[0].ground

    assert (int(code), ucdp) == (ground.geo_precision, ground.ucdp_precision)
    assert (ground.shape is Shape.POINT) == (code == "1")


def test_a_ucdp_row_keeps_its_interval_and_its_seven_precisions(tmp_path: Path) -> None:
    """Without words of a report the row itself is the excerpt."""
    days = "2031-06-12 00:00:00.000,2031-06-15 00:00:00.000"
    row = f"7,1,Hills,Crown,League,4,Zenda county,Ruritania,50.5,14.5,2,{days},9,,\n"
    _, (claim,), _ = brought(tmp_path, UCDP + row)

    assert claim.when is not None
    assert claim.when.edtf == "2031-06-12/2031-06-15"
    assert (claim.places[0].ground.geo_precision, claim.places[0].ground.ucdp_precision) == (3, 4)
    assert [source.text for source in claim.sources] == ["UCDP GED"]
    assert claim.excerpt.text.startswith("id: 7\ntype_of_violence: 1\n")
    assert claim.quantities[0].value == 9


@pytest.mark.parametrize(
    ("old", "new", "reason", "message"),
    [
        ("50.1", "", Reason.UNPLACED, "expected a value in latitude, got none"),
        ("50.1", "94.2", Reason.INVALID, "lat must be in [-90, 90], got '94.2'"),
        ("50.1", "nan", Reason.INVALID, "lat must be in [-90, 90], got 'nan'"),
        ("12 June 2031", "in summer", Reason.INVALID, "first: expected a day as in 2014-06-12, got 'in summer'"),
        ("12 June 2031", "03/04/2031", Reason.INVALID, "first: expected a day as in 2014-06-12, got '03/04/2031'"),
        ("Battles,Armed clash", "Weather,Hail", Reason.NO_CLAIM, "gives no kind for sub_event_type 'Hail'"),
        ("mill.,4", "mill.,some", Reason.INVALID, "quantity: expected a whole number, got 'some'"),
        ("XYZ1", "", Reason.INVALID, "expected a value in event_id_cnty, got none"),
    ],
)
def test_a_row_that_makes_no_claim_is_counted_with_its_line(
    tmp_path: Path, old: str, new: str, reason: Reason, message: str
) -> None:
    """And the row after it comes in."""
    done, claims, _ = brought(tmp_path, ACLED + CLASH.replace(old, new) + CLASH.replace("XYZ1", "XYZ2"))

    assert len(claims) == 1
    ((found, words),) = ((it.reason, it.message) for it in done.rejections)
    assert found is reason
    assert words.startswith("t.csv: line 2: ")
    assert message in words


def test_the_same_table_again_brings_nothing_new(tmp_path: Path) -> None:
    brought(tmp_path, ACLED + CLASH)
    done, claims, _ = brought(tmp_path, ACLED + CLASH)

    assert (done.claims, done.known, len(claims)) == (0, 1, 1)


def test_a_table_of_ones_own_comes_in_through_a_file(tmp_path: Path) -> None:
    """With its name, its own columns, and a status below asserted."""
    own = tmp_path / "own.csv"
    own.write_text(
        "field,column,value,means\nname,,,Village log\nid,no,,\nplace,Where,,\nlat,y,,\nlon,x,,\nfirst,day,,\n"
        "kind,,,displacement\nstatus,,,unconfirmed\n"
    )
    _, (claim,), _ = brought(tmp_path, "no;day;WHERE;y;x\n1;2031-06-12;Zenda;50,5;14,5\n", str(own))

    assert (claim.kind, claim.status) == (Kind.DISPLACEMENT, Status.UNCONFIRMED)
    assert [source.text for source in claim.sources] == ["Village log"]
    assert (claim.places[0].ground.lat, claim.places[0].ground.geo_precision) == (50.5, 3)


def test_a_table_that_nothing_fits_says_what_is_missing(tmp_path: Path) -> None:
    done, claims, _ = brought(tmp_path, "a,b\n1,2\n", "acled")

    assert claims == []
    assert "expected a column 'event_id_cnty'" in done.rejections[0].message


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        ("a,b\n", "own.csv:1: expected field,column,value,means"),
        ("field,column,value,means\ncolour,x,,\n", "own.csv:2: field: expected one of"),
        ("field,column,value,means\nkind,x,y,war\n", "own.csv:2: kind: expected one of attack"),
        ("field,column,value,means\nlat,,,3\n", "own.csv:2: lat: expected a column and no meaning"),
        ("field,column,value,means\nradius_km,x,1,far\n", "own.csv:2: radius_km: expected whole kilometres"),
        ("field,column,value,means\nradius_km,x,1,20039\n", "own.csv:2: radius_km: expected whole kilometres"),
        ("field,column,value,means\nradius_km,x,1," + "9" * 5000 + "\n", "own.csv:2: radius_km: expected whole"),
        ("field,column,value,means\nname,,,N\n", "own.csv: expected a line for id, place, lat, lon, first, kind"),
        ('field,column,value,means\n"', "own.csv: unexpected end of data"),
    ],
)
def test_a_broken_map_says_where(tmp_path: Path, lines: str, message: str) -> None:
    path = tmp_path / "own.csv"
    path.write_text(lines)

    with pytest.raises(InvalidColumnsError) as raised:
        columns_from(path)
    assert str(raised.value).startswith(message)


def test_the_maps_give_every_code_of_the_codebooks() -> None:
    """1 to 3 for ACLED's precisions, 1 to 7 and 1 to 5 for UCDP's."""
    acled, ucdp = known_columns()
    for columns, column, field, codes in (
        (acled, "geo_precision", "geo_precision", "123"),
        (acled, "time_precision", "time_precision", "123"),
        (ucdp, "where_prec", "ucdp_precision", "1234567"),
        (ucdp, "where_prec", "geo_precision", "1234567"),
        (ucdp, "date_prec", "time_precision", "12345"),
    ):
        assert None not in {columns.rule_for({column: code}, field) for code in codes}


def test_an_analysts_date_of_a_row_keeps_its_claim(tmp_path: Path) -> None:
    """It is the table's claim, and is not read from the row's words anew."""
    _, (claim,), store = brought(tmp_path, ACLED + CLASH)
    day = dating_from("2031-07-01", basis=Basis.ANALYST, source="an analyst")
    store.replace(store.date_document(claim.excerpt.document_id, day), (), ())

    (stored,) = store.claims()
    assert stored.claim == claim
    assert stored.publication.dating == day


def test_the_moment_at_which_a_row_was_changed_is_its_publication(tmp_path: Path) -> None:
    """Seconds since 1970 are a day of publication, never the day of the event; what is no moment is left unknown."""
    table = (
        ACLED.strip()
        + ",timestamp\n"
        + CLASH.strip()
        + ",1939766400\n"
        + CLASH.strip().replace("XYZ1", "XYZ2")
        + ",soon\n"
    )
    _, claims, store = brought(tmp_path, table)

    published = {it.publication.dating.edtf if it.publication.dating else None for it in store.claims()}
    assert {"2031-06-21", None} == published
    assert {"2031-06-12"} == {claim.when.edtf for claim in claims if claim.when}
