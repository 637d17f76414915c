"""This module says what becomes of episodes that are kept: put away, binned, limited by age and space,
copied.
"""
