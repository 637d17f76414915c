"""This module says what is written shorter than it is said: titles, streets, everyday abbreviations."""
