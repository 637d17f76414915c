"""This module finds the elements of a page by tag or attribute: many rules ask for some, and to go over the
whole tree for each of them takes longer than the rules themselves.
"""

from typing import Any


class Elements:
    """The elements of a tree, in its order, gathered in one pass when they are first asked for.

    Tags and attributes are those of that moment: whoever changes the tree does so before.
    """

    def __init__(self, root: Any) -> None:
        self.root = root
        self._all: list[Any] = []
        self._tagged: dict[Any, list[int]] = {}
        self._having: dict[tuple[str, ...], list[tuple[Any, str]]] = {}

    def _gathered(self) -> list[Any]:
        if not self._all and self.root is not None:
            self._all = [*self.root.iter()]
            for i, el in enumerate(self._all):
                self._tagged.setdefault(el.tag, []).append(i)
        return self._all

    def of(self, *tags: str) -> list[Any]:
        """The elements with one of these tags."""
        every = self._gathered()
        return [every[i] for i in sorted(i for tag in tags for i in self._tagged.get(tag, ()))]

    def having(self, attribute: str, *tags: str) -> list[tuple[Any, str]]:
        """The elements that have an attribute, each with what it says; with `tags`, those among them."""
        asked = (attribute, *tags)
        if asked not in self._having:
            among = self.of(*tags) if tags else self._gathered()
            self._having[asked] = [(el, value) for el in among if (value := el.get(attribute)) is not None]
        return self._having[asked]
