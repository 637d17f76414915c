"""This module says where things are kept: folders, whole-or-nothing writes, the cache, JSON, file names."""
