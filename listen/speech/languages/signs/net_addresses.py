"""Addresses of the net in the six European languages: "verein.de", "info@verein.de", "https://verein.de/karte"."""

from __future__ import annotations

from dataclasses import dataclass

from listen.speech.rules import Here, Rule, Said, whole
from listen.speech.writing import patterns as re


@dataclass(frozen=True)
class AddressWords:
    """Says how a language names the signs of an address."""

    dot: str = "punto"
    at: str = "at"
    slash: str = "slash"
    dash: str = "-"


_TLDS = (
    "com|org|net|info|eu|biz|edu|gov|int|io|tv|app|blog|shop|online|news|de|at|ch|li|fr|be|lu|ca|es|cat|mx|ar|cl|co|"
    "pe|uy|it|sm|va|nl|pt|br|uk|us|pl|dk|se|no|fi|ie|ru|ua|tr|cz|hu|gr|ro|bzh|quebec|paris|mc|sn|tn|dz|xyz"
)
_SHORTENED = r"(?:bit\.ly|t\.me|lc\.cx|ow\.ly|buff\.ly|tinyurl\.com)(?=/\w)"
"""Sites that shorten addresses: known before their path alone."""
_LABEL = r"[^\W_][\w-]{0,62}"
_HOST = rf"(?:{_LABEL}\.){{0,4}}[^\W_][\w-]{{1,62}}\.(?:{_TLDS})(?![\w@]|[.-]\w)"
_ANYWHERE = rf"(?:{_LABEL}\.){{1,5}}[^\W\d_]{{2,24}}(?!\w)"
_SAID_PATH = re.compile(r"/[^\W\d_]{2,24}/?\Z")
"""One word behind the name; nobody follows more."""


def address_rules(said: AddressWords) -> tuple[Rule, ...]:
    """Rules that begin with a letter."""

    def name(text: str) -> str:
        labels = text.split(".")
        last = labels[-1].lower()
        ending = " ".join(last) if len(last) == 2 else last
        parts = [re.sub(r"[-_]+", f" {said.dash} ", label) for label in labels[:-1]]
        return f" {said.dot} ".join([*parts, ending])

    def shouted(m: re.Match[str], here: Here) -> Said | None:
        """ "REGARDS.FR": an address in capitals."""
        return whole(m, name(m.group().lower()))

    def site(m: re.Match[str], here: Here) -> Said | None:
        path = (m["path"] or "").rstrip(".,;:!?)'\"’”»")
        end = m.end("host") + len(path)
        words = name(m["host"])
        if _SAID_PATH.match(path):
            words += f" {said.slash} {path.strip('/')}"
        return Said(((words, m.start(), end),), end)

    def mail(m: re.Match[str], here: Here) -> Said | None:
        user = re.sub(r"[-_]+", f" {said.dash} ", m["user"].replace(".", f" {said.dot} "))
        return whole(m, f"{user} {said.at} {name(m['host'])}")

    return (
        Rule(rf"(?P<user>[^\W_][\w.+-]{{0,64}})@(?P<host>{_HOST})", mail),
        Rule(
            rf"(?i:https?://)?(?i:www\.)?(?P<host>{_HOST})(?P<path>/[^\s<>\"”»]{{0,400}})?",
            site,
        ),
        Rule(r"[A-Z][A-Z-]{2,30}\.(?:FR|COM|ORG|NET|INFO|DE|IT|ES|EU|PT|NL)(?![\w.@-])", shouted),
        Rule(rf"(?P<host>{_SHORTENED})(?P<path>/[^\s<>\"”»]{{0,400}})", site),
        Rule(rf"(?i:https?)://(?i:www\.)?(?P<host>{_ANYWHERE})(?P<path>/[^\s<>\"”»]{{0,400}})?", site),
    )
