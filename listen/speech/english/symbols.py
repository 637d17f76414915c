"""Signs: said where a newsreader says them, silent where they only decorate."""

from __future__ import annotations

from listen.speech.english.marks.slashes import slash
from listen.speech.english.quantities.amounts import number
from listen.speech.english.quantities.unit_names import PER_NAMES, UNITS, local
from listen.speech.numbers import pairs
from listen.speech.rules import Here, Rule, Said, silent, table, whole, words
from listen.speech.writing import patterns as re

_NAMES = table(
    """
    &=and | +=plus | ±=plus or minus | ×=times | ÷=divided by | ≈=about | ≥=at least | ≤=at most |
    ≠=is not equal to | %=percent | ‰=per mille | §=section | @=at | #=hash | $=dollar | £=pound |
    €=euro | ¥=yen | ₩=won | ₹=rupees | °=degrees | ©=copyright | √=the square root of | ∞=infinity |
    π=pi | µ=micro | ∝=is proportional to | ≡=is equivalent to | ≅=is about equal to
    """
) | {"=": "equals"}


def _ticked(m: re.Match[str], here: Here) -> Said | None:
    """ "| ✗ | ✓ |": what a table says of a thing."""
    return whole(m, "yes" if m["yes"] else "no")


def _name(m: re.Match[str], here: Here) -> Said | None:
    c = m.group()
    words = _NAMES[c]
    if c == "%" and here.british:
        words = "per cent"
    return whole(m, words)


def _leads_to(m: re.Match[str], here: Here) -> Said | None:
    """ "12ms→9ms", "$5 → $7": from one figure to another."""
    return whole(m, "to") if _A_FIGURE.search(here.text, max(0, m.start() - 20), m.start()) else None


_A_FIGURE = re.compile(r"(?<!\w)[$£€]?\d[\d.,]{0,9}\s?[A-Za-z%]{0,3}\s?\Z")


def _paragraphs(m: re.Match[str], here: Here) -> Said | None:
    """ "at [45]-[47]": paragraphs of a judgment."""
    if here.before(m.start()).lower() not in ("at", "para", "paras", "paragraph", "paragraphs"):
        return None
    upper = f" to {number(m['b'], here.british)}" if m["b"] else ""
    return whole(m, f"{number(m['a'], here.british)}{upper}")


def _reference(m: re.Match[str], here: Here) -> Said | None:
    """ "[3, 4]": the numbers of what is cited, unless they are an interval."""
    if here.before(m.start()).lower() in _HOLDS or _ASSIGNED.search(
        here.text, max(0, m.start() - 12), m.start()
    ):
        return None
    spread = _SPREAD.search(here.text, max(0, m.start() - 60), m.start()) and "," not in m.group()
    if spread and re.search(r"\d[-–]", m.group()):
        return None  # a median of 3 [2-5]
    return None if _FROM_NOUGHT.match(m.group()) else silent(m, here)


_SPREAD = re.compile(r"\b(?:median|mean|IQR|interquartile)\b[^.;]{0,40}\d\s\Z")
_ASSIGNED = re.compile(r"[=([{,:]\s?\Z|\breturn\s\Z")
_FROM_NOUGHT = re.compile(r"\[\s?0\s?[,\]]")
"""No list of references begins with a nought: "x in [0, 1]"."""
_HOLDS = words("interval intervals range ranges vector vectors array list tuple")


def _about(m: re.Match[str], here: Here) -> Said | None:
    """ "~40x the profit", "a ~20% margin", "an ~80 km ride"."""
    return whole(m, _BY_ARTICLE.get(here.before(m.start()).lower(), "about"))


_BY_ARTICLE = {"a": "roughly", "an": "approximately"}


def _star(m: re.Match[str], here: Here) -> Said | None:
    """ "dial *67"."""
    return whole(m, "star") if _DIALLED.search(here.text, max(0, m.start() - 60), m.start()) else None


_DIALLED = re.compile(r"\b(?i:dial|call|press|enter|key)\b")


_NUMBERED_THING = re.compile(
    r"(?i:model|item|part|serial|order|sku|case|invoice|tracking|catalog|style):?\s\Z"
)


def _model_number(m: re.Match[str], here: Here) -> Said | None:
    """ "model # BM1349"."""
    return (
        whole(m, "number") if _NUMBERED_THING.search(here.text, max(0, m.start() - 12), m.start()) else None
    )


def _number_sign(m: re.Match[str], here: Here) -> Said | None:
    return whole(m, "number")


_COMPARED = {
    "!=": "is not equal to", "!==": "is not equal to", "==": "equals", "===": "equals", ">=": "is at least",
    "<=": "is at most", "&&": "and", "||": "or",
}  # fmt: skip


_PROGRAM = re.compile(r"[!=]==?|&&|[<>]=|\b[Ii]f\b\s?\(?")


_PLACEHOLDER = re.compile(r"<\w[\w.-]{0,30}\Z")


def _operator(m: re.Match[str], here: Here) -> Said | None:
    """ "x != 3 && y >= 4": what a program compares."""
    if m.group() == "||" and not _PROGRAM.search(here.around(m.start(), m.end())):
        return silent(m, here)  # KL(P||Q), "News || Sport"
    if m.group() in (">=", "<=") and here.text[m.end()].isdecimal() and here.text[m.start() - 1].isspace():
        return whole(m, "at least" if m.group() == ">=" else "at most")  # Python >=3.8
    if m.group() == ">=" and _PLACEHOLDER.search(here.text, max(0, m.start() - 32), m.start()):
        return whole(m, "equals")  # <DEVICE>=graphics
    start = m.start() - (m["not"] is not None)  # the reader has passed over the "!"
    return Said(((_COMPARED[here.text[start : m.end()]], start, m.end()),), m.end())


def _per_unit(m: re.Match[str], here: Here) -> Said | None:
    """ "10⁶ cells/mL": so many in one of it."""
    before = here.before(m.start()).lower()
    if (
        len(before) < 3
        or before in ("and", "input", "max", "min")
        or here.text[m.end("u") : m.end("u") + 1] == "-"
    ):
        return None
    unit = local(PER_NAMES.get(m["u"]) or UNITS[m["u"]][0], here.british)
    return Said(((f"per {unit}", m.start(), m.end("u")),), m.end("u"))


def _not_out(m: re.Match[str], here: Here) -> Said | None:
    """ "122*": a batsman who is still in."""
    near = here.text[max(0, m.start() - 100) : m.end() + 100]
    return whole(m, "not out") if here.british and _CRICKET.search(near) else None


_CRICKET = re.compile(
    r"\b(?:innings|wickets?|stumps|overs?|cricket|Tests?|(?:not|all) out|lbw|bowled|bats?m[ae]n|off \d"
    r"|took \d{1,2}[-–/]\d{1,3})\b"
)


def _model_size(m: re.Match[str], here: Here) -> Said | None:
    """ "Llama-3-70B": a model of language and its size."""
    if not here.text[m.start() - 1 : m.start()].isalpha():
        return None
    version = f"{number(m['v'], here.british)} " if m["v"] else ""
    return whole(m, f"{version}{number(m['n'], here.british)} {m['b']}")


_GREEK = table(
    """
    π=pi | α=alpha | β=beta | γ=gamma | δ=delta | Δ=delta | ∆=delta | ε=epsilon | θ=theta | λ=lambda | μ=mu |
    ρ=rho | σ=sigma | Σ=sigma | τ=tau | φ=phi | χ=chi | ω=omega | Ω=omega
    """
)
"""Letters that stand for a quantity, alone."""
_SUM_OF = Rule(
    r"[Σ∑](?=[A-Za-z])",
    lambda m, h: whole(m, "sum of" if h.before(m.start()).lower() == "the" else "the sum of"),
)
_QUANTITY = Rule(
    rf"[{''.join(_GREEK)}]-?(?![^\W\d_])|[{''.join(_GREEK)}]-(?=[a-z]{{3}})",
    lambda m, h: whole(m, _GREEK[m.group()[0]]),
)
_GRADED = re.compile(
    r"\b(?:an?|got|gets|get|earn(?:s|ed)|scored|rat(?:ed|ing|ings)|grade[sd]?|straight|solid|from|[A-F][-+−]?\sto)"
    r"(?:\s(?:of|at)|:)?\s\Z",
    re.I,
)


_GRADED_NEXT = words("average averages grade grades student students rating mark")
_GENES = re.compile(r"\b(?:HLA|CYP\w{2,4}|UGT\w{2,4}|TPMT|alleles?|genotyp\w+)\b")


def _allele(m: re.Match[str], here: Here) -> Said | None:
    """ "HLA-B*5801", "CYP2D6*4": one form of a gene."""
    near = here.text[max(0, m.start() - 40) : m.end() + 20]
    return whole(m, f"star {pairs(m['n'])}") if _GENES.search(near) else None


def _grade(m: re.Match[str], here: Here) -> Said | None:
    """ "an A- in French", "a rating of B-": a school's mark; "A- and B-sides" share a word."""
    marked = _GRADED.search(here.text, max(0, m.start() - 24), m.start()) is not None
    marked = marked or here.after(m.start() + 2).lower() in _GRADED_NEXT
    return whole(m, f"{m['g']} minus") if marked else None


_RAISED = Rule(
    rf"(?P<g>[{''.join(_GREEK)}])(?P<p>[²³])",
    lambda m, h: whole(m, f"{_GREEK[m['g']]} {'squared' if m['p'] == '²' else 'cubed'}"),
)
_DELTA = Rule(
    r"[Δ∆](?P<q>[A-Za-z])(?P<o>°)?(?![^\W\d_])", lambda m, h: whole(m, f"delta {m['q'].upper()}")
)  # ΔT, ΔG°
LETTERS = (
    Rule(r"[᐀-ᙿ]{1,2}(?!\w)", silent),  # letters that serve as arrows: ᐅ
    Rule(r"(?P<g>[A-DF])[-−–](?=\s(?!(?:and|or|to)\s[A-Z]-[a-z])(?![-–])|[.,;:!?)]|\Z)", _grade),
    _SUM_OF,
    _RAISED,
    _DELTA,
    _QUANTITY,
    Rule(
        r"(?P<p>[yqmYQM])/(?P=p)(?![\w/])",
        lambda m, h: whole(
            m, {"y": "year on year", "q": "quarter on quarter", "m": "month on month"}[m["p"].lower()]
        ),
    ),
    Rule(r"[nN]/[aA](?![\w/])", lambda m, h: whole(m, "N A")),
    Rule(
        r"[xX](?<=[½¼¾⅓⅔⅛⅜⅝⅞]\s.)(?=\s\d)|[xX](?<=[a-z\d)]\s.)(?=\s\d{1,5}(?:\.\d{1,2}|[½¼¾])?\s?(?:ft|feet|in|inch|inches|m|cm|mm|km|yd|yards|meters|metres)\b)",
        lambda m, h: whole(m, "by"),
    ),
    Rule(r"x(?<=\d\s\d/\d\sx)(?=\s\d)", lambda m, h: whole(m, "by")),  # 8 1/2 x 11
    Rule(r"x(?<=[)\d]\sx)(?=\s\(?\$?\d)", lambda m, h: whole(m, "times")),
)
_KEY_SIGNS = table("⌘=command | ⌥=option | ⌃=control | ⇧=shift | ⎋=escape | ⌫=delete | ⏎=return")
SYMBOLS = (
    Rule(f"[{''.join(_KEY_SIGNS)}]", lambda m, h: whole(m, _KEY_SIGNS[m.group()])),
    Rule(r"−(?:(?<=\bA−)|(?<=\bB−)|(?<=\bAB−)|(?<=\bO−)|(?<=\bRh−))(?!\w)", lambda m, h: whole(m, "minus")),
    Rule(r"−(?=\s?[\w(√π])(?:(?<=[\w)²³]−)|(?<=[\w)²³]\s−))", lambda m, h: whole(m, "minus")),
    Rule(r"−(?<=[=+<>≤≥·×(]\s−)(?=\s?\w)", lambda m, h: whole(m, "minus")),  # x = − y
    Rule(r"∂(?=\s?[A-Za-z])", lambda m, h: whole(m, "partial")),
    _SUM_OF,
    _RAISED,
    _DELTA,
    _QUANTITY,
    Rule(r"[→⟶]\s?(?=[$£€]?\d)", _leads_to),
    Rule(r"(?P<yes>[✓✔✅])(?<=\|\s.)️?(?=\s?\|)|[✗✘❌✖](?<=\|\s.)️?(?=\s?\|)", _ticked),
    Rule(r"\*(?<=[A-Z\d]\*)(?=\s?\d{2}:\s?\d{2})", lambda m, h: whole(m, "star")),  # HLA-B*13:01
    Rule(r"\*(?:(?<=[A-Z]\*)|(?<=[A-Z]\d\*)|(?<=[A-Z]\d\d\*))\s?(?P<n>\d{4}|\d{1,2})(?![\d:])", _allele),
    Rule(r"×(?<=[a-z]\s×)(?=\s[a-z]{4})", lambda m, h: whole(m, "cross")),  # a hybrid's name
    Rule(r"\[(?P<a>\d{1,3})\](?:\s?[-–]\s?\[(?P<b>\d{1,3})\])?", _paragraphs),
    Rule(
        r"(?<=[\w.,;!?”\"’)])\[(?:\d{1,3}|[a-z]|(?:note|nb|n|lower-alpha|fn) \d+|citation needed|sources?"
        r"|who\?|when\?|clarification needed)\](?!\[)(?<!\]\[.\])",
        silent,
    ),
    Rule(r"\((?<=[a-z][.,;!?”\"’]\()\d{1,2}(?:[,–-]\s?\d{1,2})*\)(?=[\s.,;:]|\Z)", silent),  # true.(1)
    Rule(r"\[\s?(?:\d{1,3}(?:[,–-]\s?\d{1,3})*|citation needed)\s?\]", _reference),
    Rule(r"\A(?:#{1,6}(?=\s[^\W\d])|#{2,6}(?=\s\d))", silent),  # a heading's mark
    Rule(r"\A[$#](?=\s[A-Z_]{3,30}=\S)", silent),
    Rule(r"\A[$>](?=\s[a-z]{2,12}(?:\s[\w./=]{1,30}){0,4}\s-{1,2}\w)", silent),  # a shell's prompt
    Rule(
        r"(?P<not>(?<=\s!)==?)(?=\s\S)|(?:(?<=\w)|(?<=[\w)\]]\s))(?:===?|[<>]=|&&|\|\|)(?=\s?[\w(!\"'-])",
        _operator,
    ),
    Rule(r"&(?:quot|nbsp|lt|gt);", silent),
    Rule(r"&amp;", lambda m, h: whole(m, "and")),
    Rule(r"(?<=[\w.,;!?”\"’)])[¹²³⁰⁴-⁹]+(?!\w)", silent),
    Rule(r"[~≈∼]\s?(?=[\d$£€]|[A-Z]{2,3}[$£€]?\s?\d)", _about),
    Rule(r"['’‘][nN]['’]", lambda m, h: whole(m, "and")),
    Rule(r"['’‘](?P<w>tis|twas|em|cause|cos|til|till|bout)(?![\w’'])", lambda m, h: whole(m, f"'{m['w']}")),
    Rule(r"#(?<=\d#)(?=[\s,.;)]|\Z)", lambda m, h: whole(m, "pounds")),
    Rule(r"#:?\s?(?=\d)|№\s?(?=\d)", _number_sign),
    Rule(r"/[-–—](?=[\s.,;)]|\Z)", silent),  # Rs 99/-
    Rule(r"\$(?P<t>HOME|PATH|USER|PWD|SHELL)(?!\w)", lambda m, h: whole(m, m["t"].lower())),
    Rule(r"\$(?P<t>[A-Z]{1,5})(?![\w.])", lambda m, h: whole(m, " ".join(m["t"]))),  # $TSLA
    Rule(r"\s?/{2,}\s?", silent),
    Rule(
        r"/(?<=[a-z]/)(?=(?P<u>s|sec|min|ac|sqm|sqft|mL|ml|dL|µL|L|kg|mg|g|km²|cm²|m²|cm³|m³)(?![\w²³]))",
        _per_unit,
    ),
    Rule(r"/(?<=[a-z]/)(?=100\s?(?:km|mi|g|ml|miles|kilomet|people)\b)", lambda m, h: whole(m, "per")),
    Rule(r"/(?<=[a-z]/)\(s(?:\^2|²)\)", lambda m, h: whole(m, "per second squared")),  # 9.8 m/(s^2)
    Rule(r"\s?[/⁄]\s?", slash),
    Rule(
        r"<(?P<tag>/?[a-z]+=[^<>\s]*)>",
        lambda m, h: Said(((m["tag"], m.start("tag"), m.end("tag")),), m.end()),
    ),
    Rule(r"\*(?<=\b[a-z]\*)(?=[a-z](?!\w))", lambda m, h: whole(m, "times")),  # a*b
    Rule(r"\*(?<=\)\s\*)(?=\s[A-Z(])|\*(?<=\b[a-z]\s\*)(?=\s[a-z](?!\w))", lambda m, h: whole(m, "times")),
    Rule(r"\*(?<=\d\*)(?!\w)", _not_out),
    Rule(r"\*(?<=[a-z\d,]\s\*)(?=\d{2,3}(?!\d))", _star),
    Rule(r"(?<=\d\d)\*(?=\d)|(?<=\d)\*(?=\d\d)", lambda m, h: whole(m, "times")),
    Rule(
        r"\*(?<=\)\*)(?=\s?[A-Z][a-z]?\()|\*(?<=\)\s\*)(?=\s?[A-Z][a-z]?\()", lambda m, h: whole(m, "times")
    ),
    Rule(r"\*(?<=SELECT\s\*)(?!\w)|\*(?<=select\s\*)(?=\sfrom\b)", lambda m, h: whole(m, "star")),
    Rule(r"\((?<=[A-Z]\()\*\)|\((?<=count\()\*\)", lambda m, h: whole(m, "star")),  # COUNT(*)
    Rule(r"/(?<=\)/)(?=P\()", lambda m, h: whole(m, "over")),
    Rule(r"\*(?<=\d\*)(?=\d{1,4}[²³⁰¹⁴-⁹])", lambda m, h: whole(m, "times")),  # 3*2²
    Rule(r"(?<=\d)\*(?=\d)", lambda m, h: whole(m, "asterisk")),
    Rule(r"©(?<=[\d)]©)(?=[\s.,;:)(]|\Z)", lambda m, h: whole(m, "C")),  # 501(c), set as a sign
    Rule(r"×(?<=\d×)(?=\d{1,3}\s?[-–]\s?\d{1,3}\s?(?:cm|mm|m|in|ft)\b)", lambda m, h: whole(m, "by")),
    Rule(r"[-−](?<==\s[-−])(?=[a-z](?![a-z]))", lambda m, h: whole(m, "minus")),
    Rule(
        r"[<>](?<=[\s(][a-z]\s[<>])(?=\s(?:[a-z](?!\w)|\d))",
        lambda m, h: whole(m, "is less than" if m.group() == "<" else "is greater than"),
    ),
    Rule(
        r"[*†‡®™℠^`\\_\]{}<>©](?<!©)|[\u2000-\u200f\ufe0f\U0001f000-\U0001faff\u2600-\u27bf\u2190-\u21ff\u2b00-\u2bff]",
        silent,
    ),
    Rule(r"[&+=±×÷≈≥≤≠∝≡≅%‰§@#$£€¥₩₹°©√∞πµ]", _name),
)
_COMMANDS = re.compile(
    r"\b(?:[Rr]uns?|[Uu]s(?:e|es|ing)|[Pp]ass(?:es|ing|ed)?|flags?|options?|switch(?:es)?|commands?|git|npm|pip|docker|cargo"
    r"|kubectl|curl|bash|python3?|sudo|cmake|make|zig|go)\b|`"
)


_COMMANDED = re.compile(r"(?:[$#>]\s)?[a-z][\w.-]{1,20}(?:\s[\w./=@:<>'\"${}-]{1,40}){0,8}\s\Z")


def _begins_a_command(m: re.Match[str], here: Here) -> bool:
    """Return whether the text is a command from its first word on: "celery -A proj"."""
    return m.start() < 120 and _COMMANDED.fullmatch(here.text[: m.start()]) is not None


def _option(m: re.Match[str], here: Here) -> Said | None:
    """ "git log --oneline": an option of a program, no dash of a sentence."""
    if here.text[m.end() :].partition("/")[2][:1] == "-" and _ALSO_SHORT.match(here.text, m.end()):
        return whole(m, "dash dash")
    told = _COMMANDS.search(here.text, max(0, m.start() - 60), m.start()) or (
        _begins_a_command(m, here)
        and ("=" in here.text[m.end() : m.end() + 32] or " -" in here.text[: m.start()])
    )
    return whole(m, "dash dash") if told else None


_SHORT_OPTION = re.compile(
    r"\b(?:crontab|ls|rm|cp|mv|tar|ssh|scp|grep|chmod|chown|mkdir|usermod|adduser|git|npm|pip|docker|curl|wget|python3?|node"
    r"|sudo|apt|apt-get|brew|cmake|cat|pacman|yay|dnf|yum|systemctl|journalctl|ip|df|du|mount|uname|ps|kill|find|sed|awk|zig|gcc|make|bash|sh|hostname|ifconfig|netstat|ping|iptables|dig|nslookup|nmap"
    r"|openssl|gpg|rsync|unzip|option|flag)(?:\s[\w./-]+){0,2}\s\Z"
)


_AN_OPTION = re.compile(r"\s--?[b-zB-HJ-Z]")
"""Behind this "-I" and "-a" are options too, and no words."""


def _letter_option(m: re.Match[str], here: Here) -> Said | None:
    """ "crontab -e", "ls -la": letters that tell a program what to do."""
    known = _SHORT_OPTION.search(here.text, max(0, m.start() - 50), m.start())
    word = m["o"] in "Ia" and not _AN_OPTION.search(here.text, 0, min(m.start(), 120))
    if not known and (len(m["o"]) > 1 or word or not _begins_a_command(m, here)):
        return None
    return whole(m, f"dash {' '.join(m['o'].upper())}")


_ALSO_SHORT = re.compile(r"[a-z-]{2,31}/-[a-z](?![\w-])")
""" "--verbose/-v"."""


def _from_here(m: re.Match[str], here: Here) -> Said | None:
    """ "run ./configure", "cd ../src": the stops have been passed over."""
    up = here.text[m.start() - 2 : m.start()] == ".."
    return Said(((f"{'dot ' if up else ''}dot slash", m.start() - 1 - up, m.end()),), m.end())


FIRST = (
    Rule(r"[§±∆Δ◊](?<=[a-z)%][.!?,].)(?=\s|\Z)", silent),  # a note's mark: "from experts.§"
    Rule(r"\A[§±∆Δ◊]\s?(?=[A-Z][a-z][\w’'-]{0,20}(?:\s[^\s=]{1,30}){3})", silent),  # the note's own
    Rule(r"(?<!\d)\^°", silent),
    Rule(r"~(?<=[A-Z]{4}~)(?=\d{1,2}(?!\d))", lambda m, h: whole(m, "tilde")),  # HEAD~3
    Rule(r"-(?<=\s-)(?P<o>[A-Za-z]{1,3})(?![\w-])", _letter_option),
    Rule(r"--(?<=\s--)(?=[a-z][a-z-]{1,30}(?:[\s=.,;)`]|/-[a-z](?![\w-])|\Z))", _option),
    Rule(r"/--(?<=-[a-z]/--)(?=[a-z]{2})|/-(?<=--[a-z]{2}/-)", silent),
    Rule(r"/(?:(?<=[\s`'\"“(]\./)|(?<=\A\./)|(?<=[\s`'\"“(/]\.\./))(?=[\w.])", _from_here),
    Rule(r"-&-", lambda m, h: whole(m, "and")),
    Rule(r"#s(?=\s\d)", lambda m, h: whole(m, "numbers")),
    Rule(
        r"(?P<c>[<>])\s?/\s?=\s?(?=\d)", lambda m, h: whole(m, f"at {'least' if m['c'] == '>' else 'most'}")
    ),
    Rule(r"/\*{1,20}(?=\s|\Z)|\*{1,20}/(?=\s|\Z)", silent),  # around a program's remark
    Rule(r"=>(?=\s)", lambda m, h: whole(m, ",")),  # a program's arrow
    Rule(r"#(?=\d{1,3}[A-Z]{1,3}\d{2,8}(?!\w))", _number_sign),  # License #0K01234
    Rule(r"#(?<=[a-z]{3}#)(?=[A-Z][a-z])", lambda m, h: whole(m, ",")),  # a part of a page: Setup#Keys
    Rule(r"#(?=\sof\s)", lambda m, h: whole(m, "number")),
    Rule(r"#(?<=[a-z]{3}#)\s?(?=[A-Z]{1,6}-?\d)", lambda m, h: whole(m, "number")),  # Model# XR500
    Rule(r"#\s?(?=[A-Z]{1,6}(?:-[A-Z]{1,6})?-?\d)", _model_number),
    Rule(
        r"\[(?P<first>[A-Za-z])\](?P<rest>[a-z]{1,30})(?![\w])",
        lambda m, h: whole(m, m["first"] + m["rest"]),  # “[T]he plan”
    ),
    Rule(
        r"-(?:(?P<v>\d{1,3}(?:\.\d{1,2})?)-)?(?P<n>\d{1,4}(?:\.\d)?)(?P<b>[BM])(?=[\s,.;:)]|-[A-Z]|\Z)",
        _model_size,
    ),
    Rule(
        r"\.(?P<n>17|22|25|30|32|38|40|44|45|50|223|270|303|308|357|380|410|500)"
        r"(?=[-\s]?(?i:cal\b|calib|magnum|acp|lr\b|rounds?\b|handgun|pistol|revolver|rifle|special|bullets?|winchester))",
        lambda m, h: whole(m, pairs(m["n"])),
    ),
    Rule(
        r"\.(?P<n>22|25|32|38|40|44|45|50|357|380)(?:(?<=\ba\s.\d\d)|(?<=\bColt\s.\d\d))(?=[,;)]|\Z|\.(?!\d)|\s(?:and|or|from|in|at|with|on|was|is)\b)"
        r"|\.(?P<m>357|380|308|223)(?<=\ba\s.\d{3})(?=[,;)]|\Z|\.(?!\d)|\s(?:and|or|from|in|at|with|on|was|is)\b)",
        lambda m, h: whole(m, pairs(m["n"] or m["m"])),
    ),
)
