"""Time expressions of news, as TimeML would mark them; every report is of Friday 2013-03-22 where nothing else is said.

Each row is a sentence with its expressions in brackets, `[words|value]`; a sentence without brackets has none.
"""

from __future__ import annotations

import re

import pytest

from events.timex import timexes_in
from tests.dates import anchor_on

_MARK = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")


DAYS_BY_NAME = """
Gunmen stormed the station on [Thursday|2013-03-21].
The minister flew home [Thursday|2013-03-21] after the talks.
The vote took place [Wednesday|2013-03-20], [a day|P1D] before schedule.
Parliament will vote on [Monday|2013-03-25].
Delegates are to meet on [Tuesday|2013-03-26], and they will sign on [Wednesday|2013-03-27].
The court is expected to rule [Monday|2013-03-25].
The ministers plan to meet [Sunday|2013-03-24] in Amman.
A ceasefire was agreed [last Sunday|2013-03-17].
The next round begins [next Tuesday|2013-03-26].
The envoy arrives [this Sunday|2013-03-24].
He said [Friday|2013-03-22] that the army would stay.
The general told reporters on [Thursday|2013-03-21] that his men will leave.
The shop reopened [Monday morning|2013-03-18TMO].
Two shells landed late on [Tuesday night|2013-03-19TNI].
The bridge collapsed [early Monday|2013-03-18].
Rain fell [late Thursday|2013-03-21].
She left [early Monday morning|2013-03-18TMO].
The strike started on [Saturday evening|2013-03-16TEV].
Traders were cautious ahead of [Sunday|2013-03-24]'s summit.
Prices rose in [Thursday|2013-03-21]'s trading.
The pair met [Thursday afternoon|2013-03-21TAF] for [an hour|PT1H].
[Wednesday|2013-03-20] was calm.
They arrived on [Fri.|2013-03-22], the clerk wrote.
""".strip()

DATES = """
The treaty was signed on [March 3, 2009|2009-03-03].
The treaty was signed on [3 March 2009|2009-03-03].
It opened on [June 5th, 1998|1998-06-05].
The first case was found on [Feb. 19|2013-02-19].
The fire broke out on [Nov. 6|2012-11-06].
The hearing will be held on [April 5|2013-04-05].
The trial begins [May 6|2013-05-06].
They married on [the 4th of July 1999|1999-07-04].
The report is dated [2012-12-31|2012-12-31].
The letter was sent on [12/31/2012|2012-12-31].
The form says [31/12/2012|2012-12-31].
[Tuesday, March 19, 2013|2013-03-19], was a holiday there.
He was last seen on [Wednesday, March 13|2013-03-13].
The office closed on [Friday, 15 March 2013|2013-03-15].
The storm of [August 2005|2005-08] is remembered.
The law dates from [Sept. 1996|1996-09].
Sales fell in [February|2013-02].
The plant will open in [June|2013-06].
The plant opened in [June|2012-06].
Exports rose in [December|2012-12] and [January|2013-01].
Exports rose between [December|2012-12] and [February|2013-02].
He became chief in [January 2010|2010-01] and left in [2012|2012].
The company was founded in [1987|1987].
In [1987|1987] the company was sold.
The [2008|2008] crisis hit them hard.
""".strip()

MORE_DATES = """
They ruled from [1979|1979] to [1990|1990].
They ruled from [1979|1979]-[1990|1990].
The budget for [2014|2014] is larger.
The war of [1999|1999] is over.
She was elected in [mid-2011|2011].
He retired in [late 2010|2010].
The project started in [early May|2012-05].
The project will start in [early May|2013-05].
It was settled by [the end of 2009|2009].
It was settled by [mid-January|2013-01].
Work must be done by [the end of the year|2013].
The drop came at [the beginning of the month|2013-03].
The money runs out at [the end of this month|2013-03].
[The 1990s|199X] were hard.
Wages fell in [the 1980s|198X].
Wages fell in [the late 1980s|198X].
He sang in [the '60s|196X].
She was a star of [the nineties|199X].
Trade grew in [the nineteenth century|18XX].
Trade will grow in [the 21st century|20XX].
They were last here in [the summer of 2006|2006-SU].
They were here [last summer|2012-SU].
They will return [this summer|2013-SU].
They sold it in [the spring|2013-SP].
The road was built in [winter 2011|2011-WI].
Profit fell in [the third quarter|2012-Q3].
Profit fell in [the third quarter of 2011|2011-Q3].
Profit rose in [the first quarter|2013-Q1].
Profit will fall in [the second quarter|2013-Q2].
Its [fourth-quarter|2012-Q4] loss widened.
It lost money in [the first half of 2012|2012-H1].
Income doubled in [fiscal 2012|2012].
The figure for [fiscal year 2012|2012] was revised.
""".strip()

RELATIVE = """
He resigned [yesterday|2013-03-21].
He will resign [tomorrow|2013-03-23].
The talks resume [today|2013-03-22].
The talks resume [tonight|2013-03-22TNI].
It snowed [last night|2013-03-21TNI].
It snowed [this morning|2013-03-22TMO].
The band plays [tomorrow night|2013-03-23TNI].
It snowed [yesterday afternoon|2013-03-21TAF].
He left [the day before yesterday|2013-03-20].
He will leave [the day after tomorrow|2013-03-24].
The shop closed [last week|2013-W11].
The shop opens [next week|2013-W13].
The shop closed [earlier this week|2013-W12].
The shop will open [later this week|2013-W12].
The shop closed [last month|2013-02].
The shop opens [next month|2013-04].
The shop closed [this month|2013-03].
The shop closed [earlier this month|2013-03].
The shop closed [last year|2012].
The shop will close [next year|2014].
Crime fell [this year|2013].
Crime fell [earlier this year|2013].
He is to retire [later this year|2013].
He left [early this year|2013].
He left [late last year|2012].
The factory was sold at [the end of last year|2012].
Sales are down from [the previous year|2012].
They met [last weekend|2013-W11-WE].
They will meet [this weekend|2013-W12-WE].
They will meet [next weekend|2013-W13-WE].
It closed over [the weekend|2013-W12-WE].
[The following day|2013-03-23] they left.
It was [the previous day|2013-03-21].
Ten people died [overnight|2013-03-22TNI].
The firm earned less than [a year earlier|2012].
The [year-earlier|2012] figure was lower.
Rents fell [two years ago|2011].
Rents fell [three months ago|2012-12].
Rents fell [six weeks ago|2013-W06].
Rents fell [10 days ago|2013-03-12].
Rents fell [about two years ago|2011].
Rents fell [more than a decade ago|200X].
The scheme began [several years ago|PAST_REF].
The scheme began [a few days ago|PAST_REF].
The scheme began [years ago|PAST_REF].
On [March 5|2013-03-05] he fell ill; [two days later|2013-03-07] he died.
In [1990|1990] he bought it, and [two years later|1992] he sold it.
""".strip()

DURATIONS = """
They fought for [two years|P2Y].
They fought for [more than two years|P2Y].
They fought for [nearly 40 years|P40Y].
They fought for [about three months|P3M].
They fought for [at least six weeks|P6W].
They fought for [up to 10 hours|PT10H].
They fought for [several days|PXD].
They fought for [a few weeks|PXW].
They fought for [years|PXY].
They fought for [decades|PXDE].
They fought for [an hour|PT1H].
They fought for [half an hour|PT30M].
They fought for [two and a half years|P2.5Y].
They fought for [a year and a half|P1.5Y].
They fought for [24 hours|PT24H].
They fought for [90 minutes|PT90M].
They fought for [thirty-six days|P36D].
They fought for [a decade|P1DE].
They fought for [over a century|P1CE].
They fought for [a dozen years|P12Y].
They fought for [a couple of days|P2D].
A [three-year|P3Y] plan was drawn up.
A [two-day|P2D] meeting was held.
The [10-year|P10Y] bond fell.
The [25-year-old|P25Y] student was freed.
She is [25 years old|P25Y].
Orders fell over [the past three months|P3M].
Orders fell over [the past year|P1Y].
Orders fell over [the last two weeks|P2W].
Orders fell in [the past few weeks|PXW].
Orders will fall over [the next five years|P5Y].
Orders will fall over [the next few months|PXM].
Orders fell for [the first nine months|P9M].
Orders fell for [the last decade|P1DE].
""".strip()

SETS = """
They meet [every day|P1D].
They meet [every year|P1Y].
They meet [each month|P1M].
They meet [every two weeks|P2W].
They meet [every Tuesday|XXXX-WXX-2].
They meet on [Sundays|XXXX-WXX-7].
They meet [daily|P1D].
It pays [monthly|P1M].
It pays [annually|P1Y].
It makes 300 cars [per day|P1D].
It makes 300 cars [a day|P1D].
They come here [every summer|XXXX-SU].
They pray [every Friday morning|XXXX-WXX-5].
""".strip()

REFERENCES = """
The army [now|PRESENT_REF] controls the road.
He is [currently|PRESENT_REF] in Rome.
She [recently|PAST_REF] moved.
It was tried in [the past|PAST_REF].
It may be tried in [the future|FUTURE_REF].
It has been quiet in [recent weeks|PAST_REF].
In [recent years|PAST_REF] it has been quiet.
It will be hard in [the coming months|FUTURE_REF].
He was a student at [the time|PAST_REF].
No one is here at [this time|PRESENT_REF].
""".strip()

CLOCKS = """
It started at [10:30 a.m.|2013-03-22T10:30], the police said.
It started at [5 p.m.|2013-03-22T17:00] and ended at [midnight|2013-03-22T24:00].
Doors open at [10:30 a.m. Saturday|2013-03-23T10:30].
The blast came at [8:15 p.m. Thursday|2013-03-21T20:15].
The blast came at [about 9 a.m.|2013-03-19T09:00] on [Tuesday|2013-03-19].
The blast came at [noon|2013-03-22T12:00].
The log says [2013-03-20 14:05:00|2013-03-20T14:05].
""".strip()

MIXED = """
The company said profit fell 4% to $3 million in [the quarter|2013-Q1].
Shares closed at 44 on [Thursday|2013-03-21], up from 40 [a year earlier|2012].
Net income for [the year|2013] was flat.
The bank, founded [a century ago|19XX], closed [last Friday|2013-03-15].
It was the worst storm in [20 years|P20Y].
It was the worst storm in [more than two decades|P2DE].
He has been in jail since [March 2011|2011-03].
He has been in jail since [Tuesday|2013-03-19].
The law takes effect [July 1|2013-07-01].
The law will take effect on [Jan. 1|2014-01-01].
The talks will continue until [Sunday|2013-03-24].
The group has until [April 15|2013-04-15] to answer.
The deadline was [March 15|2013-03-15].
The comet was seen in [the early 1900s|190X].
Polls open at [7 a.m. Sunday|2013-03-24T07:00].
She spoke at a rally [Wednesday night|2013-03-20TNI].
Two men were killed in a raid [early Friday|2013-03-22].
Some 40 people were hurt in [the past 24 hours|PT24H].
Some 40 people were hurt in [the last 24 hours|PT24H].
The rate was 5% in [January|2013-01] and 4% in [February|2013-02].
The [two-week-old|P2W] strike ended [Monday|2013-03-18].
It will take [at least a year|P1Y] to rebuild.
The trial lasted [less than two hours|PT2H].
He waited [ten minutes|PT10M].
The show runs from [April 3|2013-04-03] through [April 28|2013-04-28].
He was born in [1952|1952], and died on [October 2, 2011|2011-10-02].
The [18-month|P18M] drought is over.
[Later this year|2013] he will go.
The economy grew [this quarter|2013-Q1].
The economy grew [last quarter|2012-Q4].
It may shrink [next quarter|2013-Q2].
The team won in [1998|1998], [2002|2002] and [2006|2006].
The mayor, 52 and in office since [2009|2009], resigned.
The crowd left after [midnight|2013-03-22T24:00].
The firm will report on [Wednesday, March 27|2013-03-27].
Students marched [Thursday|2013-03-21] in the capital.
Students marched in the capital [Thursday|2013-03-21].
The museum is open [weekends|XXXX-WXX-WE].
He said sales in [the current quarter|2013-Q1] were good.
The fall in [the same month last year|2012-03] was larger.
At [that time|PAST_REF] he was a clerk.
He will retire in [June 2014|2014-06].
Their first meeting, in [September|2012-09], failed.
The court will hear it in [September|2013-09].
The murders happened [30 years ago|1983].
The sum was paid in [the same period last year|2012].
Output is below that of [the same month last year|2012-03].
Profit rose in [the fourth quarter|2012-Q4] from [a year earlier|2011-Q4].
Profit rose in [the fourth quarter|2012-Q4], and sales for [the quarter|2012-Q4] fell.
It is higher than in [the same quarter a year earlier|2012-Q1].
The fall in prices hurt.
They left in [the fall|2012-FA] in a hurry.
The museum is open [weekends|XXXX-WXX-WE].
In [1987|1987] he came; inflation is up from [the previous month|2013-02].
C u [tmrw|2013-03-23] or [next wknd|2013-W13-WE].
They will leave in [two weeks|P2W].
It closed [a week ago|2013-W11].
He called [hours later|FUTURE_REF].
The [40-year|P40Y] war began in [the early '70s|197X].
He is in his 60s.
It is sold for $5 [a month|P1M].
It was [Monday, June 3|2013-06-03], at [5 p.m.|2013-06-03T17:00].
It starts at [5 p.m.|2013-03-25T17:00] on [Monday|2013-03-25].
It was on [Tuesday|2013-03-19] and began at [9 a.m.|2013-03-19T09:00].
They married on [Saturday, June 16|2012-06-16].
The board meets [every other week|P2W].
On [the night of March 3|2013-03-03TNI] he fled.
[Hours later|FUTURE_REF], he was found.
They had [five days|P5D] to leave.
[Last week|2013-W11]'s storm killed two.
The plan, announced in [late February|2013-02], failed.
By [2020|2020], half will be gone.
By [the year 2020|2020], half will be gone.
[Nearly a decade ago|200X] he left.
Half of those polled [this past week|P1W] agreed.
He left for [the weekend|2013-W12-WE].
He spent [six months|P6M] in jail in [2007|2007].
She has led the party since [last June|2012-06].
The next election is due in [2015|2015].
Trading was halted at [2:15 p.m. EDT|2013-03-22T14:15].
They left [the next day|2013-03-23].
They came on [Tuesday|2013-03-19] and left [the next day|2013-03-20].
It lasted from [8 a.m.|2013-03-22T08:00] to [10 a.m.|2013-03-22T10:00].
A [19-year-old|P19Y] from [the 1980s|198X] band.
It hit a [52-week|P52W] low in [mid-March|2013-03].
We have waited long enough.
[Today|2013-03-22], it is empty.
In [the last five years|P5Y] it doubled.
It may last until [next year|2014].
He died [this week|2013-W12] at 86.
The call came on [Tuesday|2013-03-19], late in [the morning|2013-03-19TMO].
It was struck at [0600 GMT|2013-03-22T06:00] and again at [1430 hours|2013-03-22T14:30].
A [1944|1944]-era gun stood there.
""".strip()

NOTHING = """
They may leave.
Theresa May spoke.
Will they march on the capital?
The March of the miners was long.
A quarter of the houses burned.
He scored 1,500 points.
It costs $1900 to rent.
About 1900 people came.
The second man ran.
He had a second thought.
The sun set.
The army sat and wed itself to the plan.
They will spring a surprise and fall back.
The fall of the town shocked them.
The section 2 of rule 31/99 is void.
In the mean time nothing was done.
He was 40 kilometers away.
Room 1408 is empty.
The score was 3-2.
A 2000-pound bomb fell.
It will end some day.
It grew by 2.5 percent.
""".strip()


def rows(*tables: str) -> list[str]:
    return [line for table in tables for line in table.splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize(
    "row", rows(DAYS_BY_NAME, DATES, MORE_DATES, RELATIVE, DURATIONS, SETS, REFERENCES, CLOCKS, MIXED, NOTHING)
)
def test_news(row: str) -> None:
    """Spans and values are those of the row."""
    text = _MARK.sub(r"\1", row)
    found = [(timex.text, timex.value) for timex in timexes_in(text, anchor=anchor_on("2013-03-22"))]
    assert found == _MARK.findall(row)
