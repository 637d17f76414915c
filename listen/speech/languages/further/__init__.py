"""This package says, in nine more languages, what their voices get wrong; plain numbers stay figures."""
