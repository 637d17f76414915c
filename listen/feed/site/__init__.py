"""A podcast as a static site: pages, feed, audio."""
