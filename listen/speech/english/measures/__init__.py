"""Lengths, weights, temperatures, rates: figures with their units."""
