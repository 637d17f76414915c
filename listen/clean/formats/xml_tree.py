"""XML of any quality to a tree: bytes that are no text and entities from outside cost nothing."""

import re
from typing import Any

from listen.clean.dom.decode import decode
from listen.errors import SourceError

_DECLARED = re.compile(r"\A\s*<\?xml[^>]*\?>")
_HALVES = re.compile(
    r"&#(?:x0*d[89a-f][0-9a-f]{2}|0*5(?:529[6-9]|5[3-9]\d\d|6\d{3}|7[0-2]\d\d|73[0-3]\d|734[0-3]));?", re.I
)
"""References to halves of characters, which libxml2 hands on and no text may hold."""


def xml_root(data: bytes, name: str, what: str) -> Any:
    """The root element of a document; `what` is what its errors call it. Raises SourceError for none."""
    from lxml import etree

    text = _HALVES.sub("", _DECLARED.sub("", decode(data)))
    parser = etree.XMLParser(
        encoding="utf-8", recover=True, resolve_entities=False, no_network=True, huge_tree=False
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise SourceError(f"{name}: is a damaged {what}; fetch or save it again") from error
    if root is None:
        raise SourceError(f"{name}: is a damaged {what}; fetch or save it again")
    return root
