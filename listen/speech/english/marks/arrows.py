"""Arrows between words, and bounds before a figure: "File → Save", "<= 3 days"."""

from __future__ import annotations

from listen.speech.rules import Rule, Said, whole

SYMBOLS = (
    Rule(r">(?<=[^\W\d_]{2}\s>)(?=\s[A-Z][\w&])|›(?<=\s›)(?=\s)", lambda m, h: whole(m, ",")),  # Home > News
    Rule(r"\A>{1,3}(?=\s\d[\d.]{0,8}\s?[*+/-])", lambda m, h: Said((("", *m.span()),), m.end())),  # a prompt
    Rule(r"[→⟶⇒➔➜➝▶►](?<=[\w)”\"]{2}\s.)\ufe0f?(?=\s[“\"]?[^\W\d]{2})", lambda m, h: whole(m, ",")),
    Rule(
        r"(?P<c>[<>])=(?<![^\s(\[|]..)(?<![\w)\]]\s..)(?=\s?[$£€]?\.?\d)",
        lambda m, h: whole(m, "at most" if m["c"] == "<" else "at least"),
    ),
)
