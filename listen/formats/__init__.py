"""The forms that a narration is written in, and the writing of them under their final names."""
