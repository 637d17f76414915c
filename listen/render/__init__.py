"""Spoken words → runs of MP3 frames: passages, their check, the processes that make them."""
