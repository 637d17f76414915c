"""The library as a podcast: RSS pages, OPML, cover, a static site, and a check of all that.

`rss.page` makes one page of the feed, `site.build` the whole site, `check.check` tells what validators
and apps would say. The same library gives the same bytes.
"""
