"""This module says which blocks of a page are the story: features, a small learned model, the choice among
them.
"""
