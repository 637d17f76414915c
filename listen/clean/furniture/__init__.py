"""This module says what stands in or beside a story and is not read: phrases, labels, widgets, notes, with
their reasons.
"""
