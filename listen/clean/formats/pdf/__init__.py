"""A PDF to an Article: letters with their places → lines, columns → paragraphs."""
