"""This module says who speaks: the catalogue of voices, the cast of a script, levels and pace,
pronunciations.
"""
