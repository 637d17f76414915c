"""This module says what a sum is paid for: "$20/mo", "£1,200 pcm", "$1,299 pp"."""

from __future__ import annotations

from listen.speech.english.quantities.unit_names import PER_NAMES
from listen.speech.rules import listed, table
from listen.speech.writing import patterns as re

_MEASURED = (
    *listed("bu ac mo month yr year wk week d day hr h min sec kg lb gal l km mi ft² sqft sqm kWh W person"),
    "sq ft",
)
"""Units that a sum is paid for by the same name as all else is."""
PER = {unit: PER_NAMES[unit] for unit in _MEASURED} | table(
    """
    sh=share | share=share | mth=month | y=year | w=week | hour=hour | night=night | nt=night |
    oz=ounce | t=tonne | bbl=barrel | barrel=barrel | litre=litre | liter=liter | sq. ft=square foot |
    mile=mile | MWh=megawatt hour | MMBtu=million B T U | mmBtu=million B T U |
    GB=gigabyte | Gb=gigabyte | gb=gigabyte | TB=terabyte | MB=megabyte |
    head=head | user=user | seat=seat | unit=unit | pp=person | ea=each
    """
)
"""Written behind a stroke, and what is said behind "per"."""
PERS = "|".join(sorted(PER, key=len, reverse=True))
TERMS = table(
    """
    pp=per person | pppn=per person per night | pcm=per calendar month | pw=per week | pa=a year |
    p.a.=a year | ph=an hour | p/h=an hour | p/w=per week | pn=per night | ea=each
    """
)
TERM = re.compile(
    rf"\s?(?P<t>{'|'.join(re.escape(t) for t in sorted(TERMS, key=len, reverse=True))})(?![\w/])"
)
"""The same right behind the sum."""
