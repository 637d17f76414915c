"""Languages of other scripts: only what differs from the general rules, which know their terminators."""

from __future__ import annotations

from listen.segment.sentences_language import Language

_CJK = (("《", "》"), ("〈", "〉"))
_CYRILLIC = "т е к н им ул пр пл стр рис табл см ср т.е т.к т.н и.о и.п пр проф акад"
_UNITS = "д п э г гг в вв т.д т.п н.э др тыс млн млрд куб кв ч мин сек"

SCRIPTS = {
    "sr": Language(
        never="npr tj tzv itd sl br str čl god нпр тј тзв итд",
        titles="g gđa dr prof г гђа др проф",
        starters="to он она и а у на",
        ordinals=True,
    ),
    "bg": Language(
        never=_CYRILLIC + " г т.г т.нар вкл Пл пл напр бул ул св г-н г-жа д-р",
        small_after=7,
    ),
    "ru": Language(
        never=_CYRILLIC + " св о р ст л напр г-н г-жа",
        maybe=_UNITS + " руб коп шт м",
        starters="""
            он она оно они это этот эта эти в во на и но а по с со к из от для до за у о об при как что кто
                        когда где почему если чтобы после перед однако также так там тут здесь все всё
            мы вы я его её их не
        """,
        small_after=7,
    ),
    "uk": Language(
        never=_CYRILLIC + " вул ст обл м св напр і т.ч",
        maybe=_UNITS + " р рр грн коп тис шт",
        starters="""
                        він вона воно вони це цей ця ці в у на і й але а по з із до від для за при як що
            хто коли де чому якщо
            щоб після перед однак також так там тут усі все ми ви я його її їх не
        """,
        small_after=7,
    ),
    "kk": Language(
        never=_CYRILLIC + " д п г т.б б.з.б ж жж ғ",
        small_after=7,
    ),
    "el": Language(
        never="π.χ δηλ κλπ κ.λπ κ.ά μ.μ π.μ",
        titles="κ κα κκ δρ καθ αγ στρ",
        also=";\u037e",
        small_after=4,
    ),
    "tr": Language(
        never="vb vs örn bkz yy",
        titles="dr prof doç av sn gen alb",
        numbered="no s md",
        starters="bu o şu bir ve ama ancak ben biz onlar ne kim nerede",
        ordinals=True,
    ),
    "hy": Language(
        also=":",
    ),
    "zh": Language(
        brackets=_CJK,
        said=r"[^。！？，；]{0,12}(?:说|說|道|问|問|称|稱|表示|指出|喊)",
    ),
    "ja": Language(
        brackets=(*_CJK, ("「", "」"), ("『", "』")),
        said=r"[とっなのはがをにで、]",
    ),
    "ar": Language(
        titles="د أ م ا.د أ.د",
        never="ص ه م ق.م",
    ),
    "fa": Language(
        never="ه ه.ش ه.ق م",
    ),
    "hi": Language(
        never="डॉ श्री प्रो",
    ),
    "mr": Language(
        never="डॉ श्री प्रा",
    ),
}
