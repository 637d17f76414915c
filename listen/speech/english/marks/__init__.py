"""Marks that stand between or inside words and figures: brackets, arrows, strokes, colons."""
