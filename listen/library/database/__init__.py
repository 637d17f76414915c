"""The database of the library: its tables, its rows, and the journal that survives a crash."""
