"""This module says what is written in capitals: acronyms, initials, codes, formulas, who speaks."""
