"""Numbers: counts, years, fractions, ranges, scores, and figures that are a name."""
