"""Arrows between words, and bounds before a figure: "File → Save", "<= 3 days"."""

from __future__ import annotations

from listen.speech.rules import Rule, whole

SYMBOLS = (
    Rule(r"[→⟶⇒➔➜➝▶►](?<=[\w)”\"]{2}\s.)\ufe0f?(?=\s[“\"]?[^\W\d]{2})", lambda m, h: whole(m, ",")),
    Rule(
        r"(?P<c>[<>])=(?<![^\s(\[|]..)(?<![\w)\]]\s..)(?=\s?[$£€]?\.?\d)",
        lambda m, h: whole(m, "at most" if m["c"] == "<" else "at least"),
    ),
)
