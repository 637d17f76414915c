"""This module says which language a text is in, from its commonest words and its script, when the page does
not say.
"""

import re
import unicodedata
from collections import Counter

# The words that only or mostly one language has among its fifty commonest; what close languages share (“de
# la”) each of them has, so that it speaks for none of them alone.
_WORDS = {
    "en": "the and of to in is that it was for with as his on be at by this had not are but from have",
    "de": "der die und das ist nicht ein eine zu den mit sich auf für dem des von werden auch wird sie",
    "fr": "le la les de des et est une du que dans pour qui sur pas au par plus avec ce sont mais cette aux",
    "es": "el los las la de en y que una por con para del se su como más pero sus este ha es también fue son",
    "it": "il la di che è per un della non sono con del alla gli nel anche più dei si come delle questo ha",
    "pt": "o os não uma do da de em para com que mais dos por como são ao pelo foi pela também mas seu sua",
    "nl": "de het een van en niet dat op te zijn voor met aan er maar ook als bij naar door worden wordt",
    "sv": "och att det som en på är av för med den till inte har om ett var jag men sig från",
    "da": "og at det er en til på som af for med den ikke der har de et var jeg men han sig",
    "nb": "og det er å på som en til av for med ikke har den et var jeg men seg fra etter",
    "pl": "i w nie się na że to z jest do o jak ale po co tak za od jego przez był dla są",
    "cs": "a se na je že v to s z do o jako ale za by pro jeho byl po jsou které který není",
    "fi": "ja on ei se että oli hän mutta joka ovat kun niin ole myös mukaan ovat sen jos",
    "tr": "ve bir bu için ile de da çok olarak daha olan gibi kadar sonra ne en ama var",
    "ro": "și în de la cu pe nu că este un o din pentru mai care sunt fost sau dar au",
    "hu": "a az és hogy nem is egy ez meg de volt csak már mint ha még vagy ki el azt",
    "id": "yang dan di dengan untuk ini itu dari dalam tidak pada akan adalah juga ke karena oleh",
    "vi": "của và là có không được cho trong một các người đã với những này khi để",
}
_SETS = {lang: frozenset(words.split()) for lang, words in _WORDS.items()}
_LANGUAGES = {
    word: tuple(lang for lang, own in _SETS.items() if word in own)
    for words in _SETS.values()
    for word in words
}
"""The languages that each of these words is of."""
_SCRIPTS = (
    ("ja", re.compile("[\u3041-\u30ff]"), 0.05),
    ("ko", re.compile("[\uac00-\ud7af]"), 0.2),
    ("zh", re.compile("[\u4e00-\u9fff]"), 0.2),
    ("ar", re.compile("[\u0600-\u06ff]"), 0.3),
    ("he", re.compile("[\u0590-\u05ff]"), 0.3),
    ("el", re.compile("[\u0370-\u03ff]"), 0.3),
    ("th", re.compile("[\u0e00-\u0e7f]"), 0.3),
    ("hi", re.compile("[\u0900-\u097f]"), 0.3),
    ("uk", re.compile("[іїєґІЇЄҐ]"), 0.02),
    ("ru", re.compile("[\u0400-\u04ff]"), 0.3),
)
_OTHER_SCRIPT = re.compile("[\u0370-\u0e7f\u3041-\ud7af]")
"""A character of one of them, or near it: most texts have none."""
SCRIPTS = frozenset(lang for lang, _, _ in _SCRIPTS)
"""Languages that are told by their script."""
LATIN = frozenset(_WORDS)
"""Languages that are told by their words, all in Latin letters."""
_WORD = re.compile(r"[^\W\d_]+")
_ASCII_WORD = re.compile("[a-z]+")
"""The same in a text of ASCII in lower case, faster."""
_MARKS = re.compile(r"[\u0300-\u036f]")
_LETTERS = re.compile(r"(?<![^\W\d_])(?:[^\W\d_](?:[.\-–'’ ]+[^\W\d_](?![^\W\d_]))+|[A-Z](?![^\W\d_]))")
"""Single letters in a row ("U-S-A", "a b c") and capitals that stand alone: names of letters, not the Polish
"i" or the Czech "s"."""
SHORT_LETTERS, SHORT_SHARE = 20, 0.5
"""In fewer letters than this a script must make up this share to tell the language."""
FEWEST_WORDS = 4
ENOUGH, SCARCE = 3, 2
"""Different known words that tell a language; and those that do where no other language has half as many, for
English, or any, for another: "de la" stands in the names of all."""
LEAST_SHARE = 0.12
"""Share of known words in a text of the language."""
SHORT_WORDS = 60
"""In fewer words than this a known word counts once, and once more for each 20, however often it comes."""
MINGLED, MINGLED_PART = 8, 0.5
"""Different words of a text's declared language alone, and how many there are to one of another's."""


def known_words(text: str, lang: str) -> frozenset[str]:
    """Return the commonest words of a language of `LATIN` that stand in a text."""
    return _SETS[lang].intersection(_words(text))


def knows(text: str, lang: str, least: int) -> bool:
    """Return whether so many of the commonest words of a language of `LATIN` stand in a text."""
    # Most texts that have them have enough with nothing but spaces around.
    return (
        len(_SETS[lang].intersection(text.lower().split())) >= least or len(known_words(text, lang)) >= least
    )


def _words(text: str) -> list[str]:
    """The words of a text in lower case."""
    return (_ASCII_WORD if text.isascii() else _WORD).findall(text.lower())


def quotes_much(text: str, lang: str, found: str) -> bool:
    """Return whether a text in which `found` prevails can be one in `lang` that quotes much: many different
    words are of `lang` alone, and there are nearly as many of them as of the other's.
    """
    if lang not in LATIN or found not in LATIN:
        return False
    words = Counter(_WORD.findall(text[:4000].lower()))
    own, other = (
        sum(words[word] for word in _SETS[one] - _SETS[two]) for one, two in ((lang, found), (found, lang))
    )
    return len((_SETS[lang] - _SETS[found]) & words.keys()) >= MINGLED and own >= MINGLED_PART * other


def guess(text: str) -> str:
    """BCP 47 language of `text`, or `und` when it is too short or unknown to tell."""
    sample = text[:4000]
    others = _OTHER_SCRIPT.search(sample) is not None
    letters = sum(map(str.isalpha, sample)) if others else 0
    for lang, pattern, share in _SCRIPTS if others else ():
        written = len(pattern.findall(sample))
        if written and written >= (share if letters >= SHORT_LETTERS else SHORT_SHARE) * letters:
            if (
                lang == "ar"
                and re.search("[پچژگ]", sample)
                and len(re.findall("[کی]", sample)) > letters * 0.02
            ):
                return "fa"
            return lang
    plain = sample if sample.isascii() else _MARKS.sub("", unicodedata.normalize("NFC", sample))
    words = _words(plain)
    if len(words) < FEWEST_WORDS:
        return "und"
    # What is said again and again ("ha, ha, ha") tells no more of a language than what is said once.
    most = 1 + len(words) // 20 if len(words) < SHORT_WORDS else len(words)
    bare, letters = _LETTERS.subn(" ", plain)
    found_words = _words(bare) if letters else words
    known, said = dict.fromkeys(_SETS, 0), dict.fromkeys(_SETS, 0)
    for word, n in Counter(found_words).items():
        for lang in _LANGUAGES.get(word, ()):
            known[lang] += 1
            said[lang] += min(n, most)
    best = max(said, key=lambda lang: said[lang])
    hits, rivals = known[best], max(n for lang, n in known.items() if lang != best)
    sure = hits >= ENOUGH or (hits >= SCARCE and (2 * rivals <= hits if best == "en" else not rivals))
    return best if sure and said[best] / len(words) >= LEAST_SHARE else "und"
