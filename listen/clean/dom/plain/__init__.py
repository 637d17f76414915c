"""Text without mark-up: what its lines are, on a page as in a file."""
