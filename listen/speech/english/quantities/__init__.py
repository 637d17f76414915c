"""Numbers with what is counted: money, units, fractions, ranges."""
