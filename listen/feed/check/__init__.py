"""This module says what validators and apps would say of a feed."""
