"""MP3 without ffmpeg: encode passages, join them frame by frame, head the file with Info and ID3v2.3.

file = tag(…) + info_frame(…) + run + silent_frames(k) + run + …

Every run is encoded on its own, so runs can be made side by side and kept; frames simply follow one another.
The first sample of a run sounds `DELAY` samples after the run's first frame. A player that honours the Info
header drops the first `DELAY` samples of the file, so run i starts at sample (frames before it) x
`Encoding.samples_per_frame` of what is heard, whatever lies between.
"""

from listen.mp3.encoder import Encoder, encode, encode_pieces, encoded_frames
from listen.mp3.encoding import DELAY, Encoding
from listen.mp3.frames import Frame, count_frames, frame_headers, silent_frames
from listen.mp3.id3 import Tag, picture_type, tag
from listen.mp3.id3_reading import Tagged, tag_size
from listen.mp3.id3_reading import read as read_tag
from listen.mp3.index import Index, index, is_mp3
from listen.mp3.info import info_frame, info_size

__all__ = [
    "DELAY",
    "Encoder",
    "Encoding",
    "Frame",
    "Index",
    "Tag",
    "Tagged",
    "count_frames",
    "encode",
    "encode_pieces",
    "encoded_frames",
    "frame_headers",
    "index",
    "info_frame",
    "info_size",
    "is_mp3",
    "picture_type",
    "read_tag",
    "silent_frames",
    "tag",
    "tag_size",
]
