"""This package says times of day and days of months in the six languages."""
