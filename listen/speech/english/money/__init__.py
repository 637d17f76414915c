"""Sums of money, and whose money they are."""
