"""The web application: the library in a browser, with and without scripts."""
