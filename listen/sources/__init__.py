"""Getting a document: paths, addresses, standard input, articles of several pages."""
