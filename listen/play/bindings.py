"""This module says which key does what, and how the help says so."""

from __future__ import annotations

KEYS: dict[str, tuple[str, str]] = {
    "space": ("toggle", "play or pause (also k)"),
    "right": ("next_sentence", "next sentence"),
    "left": ("back_sentence", "this sentence again, or the one before"),
    "}": ("next_paragraph", "next paragraph (also Shift+Right)"),
    "{": ("back_paragraph", "paragraph back (also Shift+Left)"),
    "]": ("next_chapter", "next chapter (also Page Down)"),
    "[": ("back_chapter", "chapter back (also Page Up)"),
    "down": ("back_10", "10 seconds back (also j)"),
    "up": ("forward_30", "30 seconds on (also l)"),
    "0": ("begin", "from the beginning (also Home)"),
    "-": ("slower", "slower"),
    "+": ("faster", "faster (also =)"),
    "1": ("normal_speed", "speed 1"),
    "b": ("bookmark", "set a bookmark here"),
    "m": ("bookmarks", "list the bookmarks; there a number goes to one, x and a number removes it"),
    "w": ("where", "say where it is"),
    "z": ("sleep_next", "sleep timer: 15, 30, 60 minutes, end of chapter, off"),
    "g": ("large_text", "large text, or not"),
    "t": ("text", "in plain mode: print the sentences, or not"),
    "?": ("help", "these keys (also h)"),
    "q": ("stop", "stop; where you were is kept (also Ctrl-C)"),
}
"""Key → what it does and how the help says so; the same keys as on the read-along page where it has them."""
ALSO = {
    "k": "space",
    "shift+right": "}",
    "shift+left": "{",
    "pagedown": "]",
    "pageup": "[",
    "j": "down",
    "l": "up",
    "home": "0",
    "=": "+",
    "h": "?",
    "interrupt": "q",
    "hangup": "q",
}
_NAMES = {"space": "Space", "right": "Right", "left": "Left", "up": "Up", "down": "Down"}


def help_lines() -> tuple[str, ...]:
    """A line for each key."""
    return tuple(f"{_NAMES.get(key, key):<6} {text}" for key, (_, text) in KEYS.items())
