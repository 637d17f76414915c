"""Voices brought to this computer: from their sources, from a bundle, from two files of one's own."""
