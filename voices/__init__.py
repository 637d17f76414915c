"""Voice descriptions and pronunciation lexicons, as data; installed as `listen.voices`."""
