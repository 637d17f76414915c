"""What takes less room than it has bytes: documents, books, and long sequences in memory."""
