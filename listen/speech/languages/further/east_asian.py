"""Japanese and Chinese: what stands in a run of characters between two marks is read as a whole.

Words are not parted by blanks there, so signs and figures are replaced within the run; plain numbers stay.
"""

from __future__ import annotations

from collections.abc import Callable

from listen.speech.rules import Here, Rule, Said, table, whole
from listen.speech.writing import patterns as re

_SIGNS = "%％‰°℃℉㎡㎢㎞㎏㎝㎜㎎㎥$＄€£￡¥￥₩+№〒㈱㈲"
_SHORT = "月火水木金土日株有"
"""What may stand alone in brackets: a day of the week, a kind of firm."""
_RUN = (
    rf"(?=[-−(（]?[{_SIGNS}]{{0,3}}[^\W_])(?:[^\W_]|[²³{_SIGNS}]|[(（](?=[{_SHORT}][)）])|(?<=[{_SHORT}])[)）]"
    r"|(?<=\d)[.,:：–—](?=\d)|(?<=[\d月日年時分点人円元%％])[〜～~–—](?=\d)|[−-](?=\d)|(?<=[^\W_])[-/／&](?=[^\W_])"
    r"|(?<=No)\.(?=\d)){1,300}"
)
_N = r"\d+(?:,\d+)*(?:\.\d+)?"
_FIRST = r"(?<!\d)(?<!\d[,.])"
"""Where a number begins, not within one."""

Change = tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]


class Runs:
    """The grammar of one of the two languages: a run, and what is changed in it, in order."""

    def __init__(self, changes: tuple[Change, ...]) -> None:
        self._changes = changes
        self.triggers: frozenset[str] = frozenset()
        rule = Rule(_RUN, self._run)
        self.letters = (rule,)
        self.digits = (rule,)
        self.symbols = (rule, Rule(r"[&+=@#]", lambda m, here: whole(m, m.group())))

    def _run(self, m: re.Match[str], here: Here) -> Said | None:
        said = m.group()
        for pattern, by in self._changes:
            said = pattern.sub(by, said)
        said = said.strip()
        return whole(m, said) if any(c.isalnum() for c in said) else None


def _changes(*pairs: tuple[str, str | Callable[[re.Match[str]], str]]) -> tuple[Change, ...]:
    return tuple((re.compile(pattern), by) for pattern, by in pairs)


def _units(units: dict[str, str]) -> tuple[str, Callable[[re.Match[str]], str]]:
    names = "|".join(re.escape(key) for key in sorted(units, key=len, reverse=True))
    return rf"{_FIRST}(?P<n>{_N})\s?(?P<u>{names})(?![A-Za-z²³/])", lambda m: m["n"] + units[m["u"]]


def _sums(sums: dict[str, str]) -> tuple[str, Callable[[re.Match[str]], str]]:
    names = "|".join(re.escape(key) for key in sums)
    return (
        rf"(?P<s>{names})\s?(?P<n>{_N})(?P<scale>[億亿万萬]?)",
        lambda m: m["n"].replace(",", "") + m["scale"] + sums[m["s"]],
    )


_JAPANESE_UNITS = table(
    """
    km/h=キロメートル毎時 | m/s=メートル毎秒 | cm²=平方センチメートル | km²=平方キロメートル |
    m²=平方メートル |
    ㎡=平方メートル | ㎢=平方キロメートル | km2=平方キロメートル | m2=平方メートル | m3=立方メートル |
    km=キロメートル | ㎞=キロメートル | cm=センチメートル | ㎝=センチメートル | mm=ミリメートル |
    ㎜=ミリメートル | m=メートル | kg=キログラム | ㎏=キログラム | mg=ミリグラム | g=グラム | t=トン |
    ha=ヘクタール | kW=キロワット | kWh=キロワット時 | MW=メガワット | GB=ギガバイト | MB=メガバイト |
    TB=テラバイト | ml=ミリリットル | L=リットル | ℃=度 | °C=度 | °=度 | %=パーセント | ％=パーセント
    """
)
_CHINESE_UNITS = table(
    """
    km/h=公里每小时 | m/s=米每秒 | cm²=平方厘米 | km²=平方公里 |
    m²=平方米 | ㎡=平方米 | ㎢=平方公里 | km2=平方公里 |
    m2=平方米 | m3=立方米 | km=公里 | ㎞=公里 | cm=厘米 | ㎝=厘米 | mm=毫米 | ㎜=毫米 | m=米 | kg=公斤 |
    ㎏=公斤 | mg=毫克 | g=克 | t=吨 | ha=公顷 | kW=千瓦 | kWh=千瓦时 | MW=兆瓦 | GB=吉字节 | ml=毫升 |
    L=升 | ℃=摄氏度 | °C=摄氏度 | °=度
    """
)


def _hours(hour: str, minute: str) -> Callable[[re.Match[str]], str]:
    def said(m: re.Match[str]) -> str:
        minutes = int(m["m"])
        return f"{int(m['h'])}{hour}" + (f"{minutes}{minute}" if minutes else "")

    return said


def _date(m: re.Match[str]) -> str:
    return f"{m['y']}年{int(m['m'])}月{int(m['d'])}日"


_DATE = r"(?P<y>(?:1\d|20)\d\d)[/-](?P<m>0?[1-9]|1[0-2])[/-](?P<d>3[01]|[12]\d|0?[1-9])(?!\d)"
_TIME = r"(?P<h>[01]?\d|2[0-4])[:：](?P<m>[0-5]\d)(?![:：\d])"

JAPANESE = Runs(
    _changes(
        (r"㈱|[(（]株[)）]", "株式会社"),
        (r"㈲|[(（]有[)）]", "有限会社"),
        (r"[(（]([月火水木金土日])[)）]", r"\1 "),
        (r"〒(\d{3})-(\d{4})", r"郵便番号\1の\2"),
        (_DATE, _date),
        (_TIME, _hours("時", "分")),
        (r"No\.(?=\d)|№", "ナンバー"),
        _sums(
            {"$": "ドル", "US$": "ドル", "＄": "ドル", "€": "ユーロ", "£": "ポンド", "¥": "円", "￥": "円"}
        ),
        (r"(?<!\d)[-−](?=\d+(?:\.\d+)?(?:℃|°|%|％))", "マイナス"),
        _units(_JAPANESE_UNITS),
        (r"(?<!\d)(\d+)/(\d+)(?![\d/])", r"\2分の\1"),
        (r"(?<=\d)[-–](?=\d+で[勝敗破下引]|\d+の(?:勝|敗|同点))", "対"),
        (r"(?<=[\d時分日月年人円])[〜～~–-](?=\d)", "から"),
    )
)


def _singly(figures: str) -> str:
    return "".join("零一二三四五六七八九"[int(c)] for c in figures)


def _figure_by_figure(m: re.Match[str]) -> str:
    return _singly(m["y"])


def _years(m: re.Match[str]) -> str:
    return f"{_singly(m['y'])}到{_singly(m['z'])}年"


CHINESE = Runs(
    _changes(
        (_DATE, _date),
        (r"(?P<y>(?:1\d|20)\d\d)[-–—~～至](?P<z>(?:1\d|20)\d\d)年", _years),
        (r"(?<!\d)(?P<y>(?:1\d|20)\d\d)(?=年(?![前来]))", _figure_by_figure),
        (_TIME, _hours("点", "分")),
        (r"No\.(?=\d)|№", "编号"),
        _sums({"$": "美元", "US$": "美元", "＄": "美元", "€": "欧元", "£": "英镑", "¥": "元", "￥": "元"}),
        (rf"(?<!\d)[-−](?P<n>{_N})[%％]", r"负百分之\g<n>"),
        (rf"{_FIRST}(?P<n>{_N})[%％]", r"百分之\g<n>"),
        (r"(?<!\d)[-−](?=\d+(?:\.\d+)?(?:℃|°))", "零下"),
        (r"(?<![\d/])(\d{1,3})/(\d{1,3})(?![\d/])", r"\2分之\1"),
        _units(_CHINESE_UNITS),
        (r"(?<=\d)[-–:：](?=\d+(?:获|战|击|大|险|逆|力|负|不敌|领先|落后|取胜|胜))", "比"),
        (r"(?<=以\d)[-–:：](?=\d)", "比"),
        (r"(?<=[\d点分日月年])[-–—~～](?=\d)", "到"),
    )
)  # fmt: skip
