"""Versions of programs whose second figure counts: "Python 3.12", "Ubuntu 22.04", "macOS 10.15"."""

from __future__ import annotations

from listen.speech.numbers import cardinal, digits, year
from listen.speech.rules import Here, Rule, Said, whole, words
from listen.speech.writing import patterns as re

_COUNTED = words(
    """
    python cpython pypy go golang kubernetes k8s rust node minecraft django kernel linux macos x java jdk
    elixir scala
    julia boost tensorflow ubuntu ios ipados terraform helm istio nginx cmake pandas numpy scipy sklearn
    openssl
    elasticsearch kafka qt deno swift gradle git curl docker airflow ansible mediawiki nixos zig ffmpeg vim
    gnome haproxy traefik argo clojure kotlin hadoop matplotlib flask sqlalchemy celery grafana
    prometheus bazel
    version versions mariadb lxd k3s podman wine mesa systemd debian blender freebsd postgresql rails mongodb
    openssh wireshark gitlab laravel angular symfony
    """
)
"""What stands before a version that goes from .9 to .10."""
_SMALL = words(
    """
    kernel version versions k8s linux nginx curl git helm ffmpeg vim systemd podman kubernetes python numpy
    pandas
    """
)
"""Those that are written small too; "go 3.12 miles" is none."""
_LISTED = re.compile(
    r"(?<![\w.-])(?P<w>[A-Za-z]\w{0,15})\s(?:\d{1,2}\.\d{1,2}(?:\.\d{1,2})?(?:,\s(?:and\s|or\s)?|\s(?:and|or|to|through)\s)){1,5}\Z"
)
""" "Python 3.9, 3.10 or 3.11": what the versions of a list are of."""
_SINCE = re.compile(
    r"\b(?P<w>[Vv]ersions?)\s(?:before|after|since|until|below|above|from|up\sto|(?:prior|previous)\sto"
    r"|(?:old|new|earli|lat)er\sthan)\s\Z"
)
_OS_X = re.compile(r"\bOS\sX\s\Z")


def _second(text: str) -> str:
    return digits(text) if text[0] == "0" else cardinal(int(text))


_YEARLY = words(
    """
    IDEA IntelliJ PyCharm WebStorm PhpStorm GoLand CLion RubyMine DataGrip Rider ReSharper TeamCity JetBrains
    Studio Unity Tableau Linux Kali Assistant Vivado Quartus OpenVINO Stata Ansys Cadence
    """
)
"""What is issued some times a year: "Unity 2022.3"."""
_NAMED = words("version ver v build release rev revision firmware driver")


def _by_year(m: re.Match[str], here: Here) -> Said:
    said = f"{year(int(m['a']), here.british)} point {_second(m['b'])}"
    return whole(m, said + (" plus" if m["plus"] else ""))


def _version(m: re.Match[str], here: Here) -> Said | None:
    """ "Python 3.12", "3.9–3.13": a number that is counted on, no part of ten."""
    written = here.before(m.start())
    near = _LISTED.search(here.text, max(0, m.start() - 60), m.start()) or _SINCE.search(
        here.text, max(0, m.start() - 32), m.start()
    )
    written = near["w"] if near else written
    before = written.lower()
    if len(m["a"]) == 4:
        return _by_year(m, here) if written in _YEARLY or before in _NAMED else None
    if before not in _COUNTED or (written == before and before not in _SMALL):
        return None
    if before == "x" and not _OS_X.search(here.text, max(0, m.start() - 6), m.start()):
        return None
    seconds = [s for s in (m["b"], m["d"]) if s]
    if not any(len(s) == 2 and s[0] != "0" for s in seconds):
        return None
    said = f"{cardinal(int(m['a']))} point {_second(m['b'])}"
    if m["d"]:
        said += f" to {cardinal(int(m['c']))} point {_second(m['d'])}"
    return whole(m, said + (" plus" if m["plus"] else ""))


_VOICED = re.compile(r"[A-Z]?[a-z]{0,11}[aeiouy][a-z]{0,11}|Qt")


def _tied(m: re.Match[str], here: Here) -> Said | None:
    """ "Qt6.4.2", "python3.11.2": a name and its version without a space."""
    name = m["w"] if _VOICED.fullmatch(m["w"]) else " ".join(m["w"].upper())
    figures = " point ".join(_second(p) for p in m["n"].split("."))
    return whole(m, f"{name} {figures}")


_FREE_SYSTEM = re.compile(
    r"\b(?:Linux|Unix|UNIX|L?GPL|[Ss]oftware|[Cc]ompilers?|Emacs|GCC|gcc|kernel|Stallman|BSD"
    r"|[Pp]rogramm(?:ing|ers?)|FSF|Guile|Autoconf|Hurd|POSIX|[Cc]oreutils|Bash|General Public"
    r"|GNU(?:'s|’s)?\s(?:[Pp]roject|[Ll]icen[cs]es?|[Mm]ake|[Oo]ctave|[Ss]creen|[Uu]tilities|[Tt]ools?(?:chain)?|[Ss]ed|[Aa]wk))\b"
)
_UNITED = re.compile(
    r"\b(?:South(?:ern)?\sAfrican?|ANC|MDC|Ramaphosa|Zimbabwe|Kenya|Libyan?|[Cc]oalition|[Nn]ational\s[Uu]nity|parties)\b"
)
"""What is near a government of national unity."""


def _gnu(m: re.Match[str], here: Here) -> Said | None:
    """ "GNU/Linux", "the GNU project": a word, but letters where it is a government of national unity."""
    free = _FREE_SYSTEM.search(here.text) and not _UNITED.search(here.text)
    return whole(m, "guh noo") if free else None


LETTERS = (
    Rule(r"GNU(?![^\W_])", _gnu),
    Rule(r"(?!v\d|rc\d)(?P<w>Qt|[A-Z]?[a-z]{2,12}|[A-Z]{3})(?P<n>\d{1,2}(?:\.\d{1,2}){2})(?!\w|\.\d)", _tied),
    Rule(
        r"v(?P<n>\d{1,3}(?:\.\d{1,3}){0,2})\.[xX](?!\w)",
        lambda m, h: whole(m, f"v {' point '.join(_second(p) for p in m['n'].split('.'))} point X"),  # v1.2.x
    ),
)


def _build(m: re.Match[str], here: Here) -> Said | None:
    """ "10.0.19042.1", "1.0.12345": a version that ends in the number of a build, no date and no address."""
    groups = m.group().split(".")
    named = here.before(m.start()).lower() in _NAMED
    if not any(len(g) > 3 for g in groups[1:]) or not (named or len(groups) == 4):
        return None
    said = [
        cardinal(int(g), here.british) if (len(g) < 3 or not i) and (g[0] != "0" or g == "0") else digits(g)
        for i, g in enumerate(groups)
    ]
    return whole(m, " point ".join(said))


DIGITS = (
    Rule(  # a slot and its lanes
        r"(?<=PCIe\s)(?P<v>[1-7])\.0\s?x(?P<n>16|[1248])(?!\w)",
        lambda m, h: whole(m, f"{cardinal(int(m['v']))} point zero X {cardinal(int(m['n']))}"),
    ),
    Rule(r"\d{1,3}\.\d{1,2}\.\d{3,6}(?:\.\d{1,5})?(?![\w-]|[.,]\d)", _build),
    Rule(
        r"(?P<a>\d{1,2}|20[0-3]\d)\.(?P<b>\d{1,2})(?:\s?[-–]\s?(?P<c>\d{1,2})\.(?P<d>\d{1,2}))?(?P<plus>\+)?(?![\w%]|[.,]\d|\s?%)",
        _version,
    ),
)
