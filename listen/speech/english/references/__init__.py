"""This module says what refers to something else: scripture, statutes and cases, identifiers, games."""
