"""Addresses: of houses, of the net, and the names of files and of the parts of programs."""
