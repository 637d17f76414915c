"""Watched feeds: every new item becomes an episode."""
