"""The article behind a script that was edited by hand: its own sentences, block by block."""

from __future__ import annotations

from itertools import groupby

from listen.model import Article, Block, Script


def article_of(script: Script) -> Article:
    """An article that shows what a script says, for a script that came without one.

    Its blocks are numbered as the script's are, so that cues find their places; a block that the script does
    not say is empty.
    """
    spoken = [u for u in script.utterances if u.block >= 0]
    blocks = [Block("paragraph", "")] * (max((u.block for u in spoken), default=-1) + 1)
    for index, group in groupby(spoken, key=lambda u: u.block):
        said = list(group)
        first = said[0]
        before = [blocks[index].text] if blocks[index].text else []
        blocks[index] = Block(
            kind="heading" if first.kind == "heading" else "quote" if first.kind == "quote" else "paragraph",
            text=" ".join([*before, *(u.text for u in said)]),
            level=2 if first.kind == "heading" else None,
            lang=first.lang if first.lang != script.lang else None,
        )
    return Article(
        title=script.title,
        lang=script.lang,
        blocks=tuple(blocks),
        byline=script.byline,
        url=script.url,
        published=script.published,
        site=script.site,
        image=script.image,
    )
