"""Playing in the terminal: sound of an MP3 or of a narration still being made, and its words.

timeline    position → sentence, word, chapter, and where a skip goes: pure
sound       samples of an MP3 at any place, also while it grows
player      what sounds now: playing, paused, speed, position as it is heard
outputs     the seam to the sound device, and what can stand behind it
recordings  a file with what stands beside it
live        a narration on the air while it is being rendered
places      bookmarks and where one was
views       what is shown: a screen that is redrawn, or plain lines
session     keys → what is done
"""
