"""This package says what of a passage what stands around it tells: cards, boxes of the site, lists."""
