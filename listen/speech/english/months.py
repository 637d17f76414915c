"""The months, and a day of one as it is said."""

from __future__ import annotations

from listen.speech.numbers import ordinal

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day_of(month: int, day: int, british: bool) -> str:
    """A day without its year."""
    name = MONTHS[month - 1]
    return f"the {ordinal(day)} of {name}" if british else f"{name} {ordinal(day)}"


DAY = r"(?:3[01]|[12]\d|0?[1-9])"
"""A day of the month."""
