"""The waiting list: what was accepted is stored before anybody is told so, and becomes an episode or a
failure."""
