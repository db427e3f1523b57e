"""Time expressions as wires, posts and orders write them; all are of Wednesday 2015-09-16.

Each row is a sentence with its expressions in brackets, `[words|value]`; a sentence without brackets has none.
"""

from __future__ import annotations

import re

import pytest

from events.timex import timexes_in
from tests.dates import anchor_on

_MARK = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")

WIRES = """
Clashes resumed on the ridge [early Wednesday|2015-09-16], medics said.
The mayor told the agency on [Tuesday|2015-09-15] that water was short.
Four guards were buried on [Sunday|2015-09-13], [two days|P2D] after the raid.
The ministry will publish the lists on [Friday|2015-09-18].
A curfew is due to end on [Saturday|2015-09-19].
Flights were halted until [Thursday|2015-09-17], when the runway is expected to reopen.
The strike was suspended until [Monday|2015-09-21].
Lorries queued at the gate all of [Monday night|2015-09-14TNI].
Police found the car on [Saturday afternoon|2015-09-12TAF].
He was last seen alive on [Aug. 30|2015-08-30].
The dam burst late on [Monday|2015-09-14].
It was the worst shelling since [July|2015-07].
It was the worst shelling since [last November|2014-11].
The pact expires in [October|2015-10].
The pact will expire on [October 31|2015-10-31].
The pact expired on [October 31|2014-10-31].
A second round is planned for [early October|2015-10].
Output fell in [the second quarter|2015-Q2] and will recover in [the fourth quarter|2015-Q4].
Exports shrank [12 months|P12M] in a row.
The governor resigned [three weeks ago|2015-W35].
The governor resigned [about a month ago|2015-08].
The governor resigned [a year ago|2014].
The governor resigned [two days earlier|2015-09-14].
The offensive began [four days ago|2015-09-12].
The offensive began [earlier this month|2015-09].
The offensive will begin [later this month|2015-09].
The offensive began [last month|2015-08].
The offensive began in [August|2015-08].
The road reopened [this week|2015-W38] after the floods.
Shops closed [last week|2015-W37].
Shops will close [next week|2015-W39].
The army lost the town in [2012|2012] and took it back in [2014|2014].
The army held the town from [2012|2012] to [2014|2014].
The army held the town between [March|2015-03] and [June|2015-06].
The army held the town until [June 2015|2015-06].
Talks opened in [January 2015|2015-01] and broke down [a month later|2015-02].
Talks opened on [3 March|2015-03-03] and broke down [the next day|2015-03-04].
Talks opened on [3 March|2015-03-03] and broke down [the following week|2015-W11].
They met on [10|2015-09-10] and [11 September|2015-09-11].
They met from [10|2015-09-10] to [11 September|2015-09-11].
Residents fled [overnight|2015-09-16TNI].
Residents fled [this morning|2015-09-16TMO].
Residents fled [last night|2015-09-15TNI].
Residents fled [yesterday evening|2015-09-15TEV].
Residents will flee [tomorrow|2015-09-17].
Residents fled [the night before last|2015-09-14TNI].
A truce holds for [now|PRESENT_REF].
""".strip()

POSTS = """
no power here since [yday|2015-09-15]
two blasts near the port [last nite|2015-09-15TNI]
convoy leaves [tmrw|2015-09-17] at [6am|2015-09-17T06:00]
they were here on [wednesday|2015-09-16] lol
i left on [Tue|2015-09-15], my brother on [Sun|2015-09-13]
checkpoint closed [Sept 11th|2015-09-11]
checkpoint closed [Sep 11|2015-09-11]
checkpoint closed [11 sept|2015-09-11]
checkpoint closed [11th of september|2015-09-11]
checkpoint closed on [the 11th|2015-09-11]
checkpoint closed [9/11/2014|2014-09-11]
uploaded [2015-09-14 18:20|2015-09-14T18:20]
saw it [today|2015-09-16] at [3pm|2015-09-16T15:00]
saw it [Yesterday|2015-09-15] at [18:20|2015-09-15T18:20]
shelling again [tonight|2015-09-16TNI]
shelling again [tonite|2015-09-16TNI]
the road was fine [Febuary 3|2015-02-03]
the road was fine in [Febuary 2015|2015-02]
the road was fine on [Wensday|2015-09-16]
the road was fine on [thurday|2015-09-10]
they come back [tommorow|2015-09-17]
born in ['92|1992], moved here in ['07|2007]
[the 90s|199X] were worse
back in [the 80s|198X] we had trains
[a week ago|2015-W37] the bakery was open
[2 days ago|2015-09-14] the bakery was open
[2 weeks ago|2015-W36] the bakery was open
we may leave
we march on the palace
may god help them
sun is out, sat by the road
""".strip()

FEASTS = """
They signed on [Good Friday|2015-04-03].
The guns fell silent on [Easter Sunday|2015-04-05].
The guns fell silent on [Easter Monday|2015-04-06].
The guns fell silent at [Easter|2015-04-05].
The guns fell silent at [Easter 2013|2013-03-31].
The guns fell silent on [Palm Sunday|2015-03-29].
The guns fell silent on [Orthodox Easter|2015-04-12].
The guns fell silent on [Orthodox Christmas|2015-01-07].
The guns fell silent on [Christmas Day 2014|2014-12-25].
The guns fell silent on [Christmas Eve|2014-12-24].
The guns will fall silent at [Christmas|2015-12-25].
The guns fell silent on [New Year's Eve|2014-12-31].
The guns fell silent on [New Year's Day|2015-01-01].
They ate together on [Thanksgiving 2014|2014-11-27].
They gathered on [Thanksgiving|2014-11-27].
The truce began at [Nowruz|2015-03-21].
The truce began on [Eid al-Fitr|2015-07-17].
The truce will begin on [Eid al-Adha|2015-09-23].
Pilgrims were killed on [Ashura|2014-11-03].
Pilgrims were killed during [Ramadan|2015-06-18/2015-07-16].
Pilgrims were killed on [27 Ramadan 1436|2015-07-14].
The shah left on [26 Dey 1357|1979-01-16].
It was a good [Monday|2015-09-14] for the traders.
A palm tree fell.
Easter Island is far, and the Ashura Brigade is gone.
""".strip()

ORDERS = """
Unit crossed the line at [121830Z JUN 14|2014-06-12T18:30].
Unit crossed the line at [121830ZJUN14|2014-06-12T18:30].
Unit crossed the line at [010600C SEP 2015|2015-09-01T06:00].
Unit crossed the line at [0630 hours|2015-09-16T06:30].
Unit crossed the line at [0630 hrs|2015-09-16T06:30].
Unit crossed the line at [14:30 GMT|2015-09-16T14:30].
Unit crossed the line at [2:30 p.m.|2015-09-15T14:30] on [Tuesday|2015-09-15].
Unit crossed the line on [2015-W37|2015-W37].
Unit crossed the line in [week 37 of 2015|2015-W37].
The file is dated [12.VI.2014|2014-06-12].
The file is dated [12 VI 2014|2014-06-12].
The file is dated [12-VI-2014|2014-06-12].
The file is dated [12.06.2014|2014-06-12].
The file is dated [2014/06/12|2014-06-12].
The file is dated [20140612|2014-06-12].
The file is dated [12-Jun-2014|2014-06-12].
The file is dated [Thursday 12th June, 2014|2014-06-12].
Losses fell in [H1 2014|2014-H1].
Losses fell in [Q3 2014|2014-Q3].
Losses fell in [FY2014|2014] and in [FY 2013|2013].
Losses fell in [the first half of 2014|2014-H1].
Losses fell in [the first half of the year|2015-H1].
Order 121830 was lost.
Room H1 was empty.
The pipeline is 2015 metres long.
Ship 20159999 sank.
""".strip()

STRETCHES = """
Ten died in [the past three days|P3D].
Ten died in [the last 24 hours|PT24H].
Ten died over [the past two weeks|P2W].
Rain fell in [the first ten days of May|P10D].
Rain fell in [the last days of May|2015-05].
Rain fell in [the closing weeks of 2014|2014].
Rain fell in [the first two months of 2014|P2M].
They ruled in [the years 1914 to 1918|P5Y].
They ruled in [the years 1914-1918|P5Y].
They held it for [two months|P2M].
They held it for [almost two months|P2M].
They held it [two days|P2D] after the siege began.
They shelled it [every day|P1D].
They shelled it for [five hours|PT5H].
They shelled it on [3 May|2015-05-03] and, for [an hour|PT1H], [the night before|2015-05-02TNI].
They took it on [3 May|2015-05-03]; others had left [the day before|2015-05-02].
They took it in [May 2014|2014-05]; others had left [the month before|2014-04].
They are to leave on [Friday|2015-09-18].
They are going to leave on [Friday|2015-09-18].
They were going home on [Friday|2015-09-11].
They must be gone by [Friday|2015-09-18].
They had gone by [Friday|2015-09-11].
By [2030|2030] the port will be built.
The house is [30 years old|P30Y].
A [two-week|P2W] truce was agreed in [mid-August|2015-08].
Rome fell in [AD 410|0410], Carthage in [146 BC|BC0146].
The wall dates from [the 3rd century BC|BC02].
The wall dates from [the twelfth century|11XX].
""".strip()

BESIDE = """
He said [Tuesday|2015-09-15] that [third-quarter|2015-Q3] output fell.
Prices may fall [next month|2015-10].
The ultimatum expires at [midnight Friday|2015-09-18T24:00].
The guns fell silent at [noon on Monday|2015-09-14T12:00].
The bridge was hit at [dawn on the 12th|2015-09-12T06:00].
It was the third raid in as many weeks.
The bridge will be closed from [mid-October|2015-10].
The dam was built [half a century ago|196X].
The dam was built [a year and a half ago|2014-03].
The wedding was on [Sunday the 13th|2015-09-13].
The wedding was on [Friday the 13th|2015-03-13].
The column left on [Sunday 13th|2015-09-13], they say.
They came [last Friday, 4 September|2015-09-04], at night.
They came on [Monday|2015-09-07] ([September 7|2015-09-07]).
They came [two Fridays ago|2015-09-04].
They came [day b4 yesterday|2015-09-14], [day before yesterday|2015-09-14] at the latest.
Heavy rain from [Monday|2015-09-14] through [Friday|2015-09-18].
Raids went on from [Friday|2015-09-11] until [Sunday|2015-09-13].
They meet on [the 18th of this month|2015-09-18].
They met on [the 3rd of last month|2015-08-03].
In the year 0 nothing happened, in the year 99999 neither.
In [the year 476|0476] Rome fell.
There were 500 at [end-May|2015-05] and 900 by [end-2014|2014].
The [November 3|2014-11-03] vote was lost.
A [Monday|2015-09-14] raid killed six.
It began on a [Monday|XXXX-WXX-1] when it rained.
It began on a [Monday|XXXX-WXX-1], as sieges do.
It began on a [Monday|XXXX-WXX-1] in [June|2015-06].
They came [yesterday|2015-09-15] at [1800|2015-09-15T18:00].
They stood at 1800 metres.
They lost the pass at 2000 feet in [1999|1999].
The war lasted from [May 1980|1980-05] to [August 1988|1988-08]; [two years later|1990] came the next.
He froze there in [the winter of 1812|1812-WI] and left [the next year|1813].
Nothing will change [the next year|2016].
Seen at [03:12 EST|2015-09-13T03:12], [13 September 2015|2015-09-13].
Seen at [2217 GMT|2015-09-12T22:17] [September 12, 2015|2015-09-12].
""".strip()


@pytest.mark.parametrize(
    "row", [row for block in (BESIDE, WIRES, POSTS, FEASTS, ORDERS, STRETCHES) for row in block.splitlines()]
)
def test_wires_posts_and_orders(row: str) -> None:
    """Spans and values are those of the row."""
    text = _MARK.sub(r"\1", row)
    found = [(timex.text, timex.value) for timex in timexes_in(text, anchor=anchor_on("2015-09-16"))]
    assert found == _MARK.findall(row)
