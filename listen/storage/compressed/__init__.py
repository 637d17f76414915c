"""This folder reads and keeps what is compressed: documents, books, and long sequences in memory."""
