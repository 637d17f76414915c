"""This module says whether an "m" behind a figure is metres, of what is raced or long, or millions."""
