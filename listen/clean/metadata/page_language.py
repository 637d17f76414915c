"""Which language a text is in, from its commonest words and its script, when the page does not say."""

import re
from collections import Counter

# The words that only or mostly one language has among its fifty commonest.
_WORDS = {
    "en": "the and of to in is that it was for with as his on be at by this had not are but from have",
    "de": "der die und das ist nicht ein eine zu den mit sich auf für dem des von werden auch wird sie",
    "fr": "le la les des et est une du que dans pour qui sur pas au par plus avec ce sont mais cette aux ont",
    "es": "el los las que una por con para del se su como más pero sus este ha es también fue son esta",
    "it": "il di che è per un della non sono con del alla gli nel anche più dei si come delle questo ha",
    "pt": "o os não uma do da em para com que mais dos por como são ao pelo foi pela também mas seu sua",
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
_WORD = re.compile(r"[^\W\d_]+")


def guess(text: str) -> str:
    """BCP 47 language of `text`, or `und` when it is too short or unknown to tell."""
    sample = text[:4000]
    letters = sum(map(str.isalpha, sample))
    if letters < 20:
        return "und"
    for lang, pattern, share in _SCRIPTS:
        if len(pattern.findall(sample)) >= share * letters:
            if (
                lang == "ar"
                and re.search("[پچژگ]", sample)
                and len(re.findall("[کی]", sample)) > letters * 0.02
            ):
                return "fa"
            return lang
    words = _WORD.findall(sample.lower())
    if len(words) < 8:
        return "und"
    counts = Counter(words)
    scores = {
        lang: sum(counts[word] for word in known & counts.keys()) / len(words)
        for lang, known in _SETS.items()
    }
    best = max(scores, key=lambda lang: scores[lang])
    return best if scores[best] >= 0.12 else "und"
