"""The library over HTTP: feed, audio, pages, and a form that adds articles.

`app.application` is the whole of it as an ASGI application, `run.serve` puts it on a port.
"""
