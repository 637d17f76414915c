"""Many articles on an executor, to any storage, each exactly once.

list ──► fetch, one queue a host ──► window ──► executor ──► narrator ──► destination ──► manifest
Items    pages                       Jobs       a worker     a process    KEY/KEY.mp3     JSON lines
"""
