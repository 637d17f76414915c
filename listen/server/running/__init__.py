"""This module says what runs beside the answers: narration, order in the house, the log, the figures."""
