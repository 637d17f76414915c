"""Sentences of our own in six languages, put together by a seed: the texts of the open pages."""

# ruff: noqa: E501 - a sentence is as long as its line

from __future__ import annotations

import random

_SLOTS: dict[str, dict[str, list[str]]] = {
    "en": {
        "who": [
            "the harbour master",
            "the board",
            "a teacher from the north",
            "the ferry's owner",
            "her neighbour",
            "the museum",
            "the oldest keeper",
            "a team of divers",
            "the mayor",
            "the bakery on the quay",
        ],
        "what": [
            "the old lighthouse",
            "the ramp of the ferry",
            "a chart of the bay",
            "the school's only boat",
            "the bell of the chapel",
            "the market hall",
            "a box of letters",
            "the eastern pier",
            "the weather station",
            "the railway bridge",
        ],
        "when": [
            "on Friday",
            "after the storm",
            "in the spring of 1987",
            "twice a year",
            "before anybody was awake",
            "for the first time since the war",
            "at low water",
            "late in the evening",
        ],
        "where": [
            "at the end of the spit",
            "behind the fish market",
            "on the island",
            "in a room above the library",
            "two miles from the coast",
            "where the river meets the sea",
        ],
    },
    "de": {
        "who": [
            "der Hafenmeister",
            "die Gemeinde",
            "eine Lehrerin aus dem Norden",
            "der Besitzer der Fähre",
            "ihr Nachbar",
            "das Museum",
            "der älteste Wärter",
            "die Bürgermeisterin",
        ],
        "what": [
            "den alten Leuchtturm",
            "die Rampe der Fähre",
            "eine Karte der Bucht",
            "das einzige Boot der Schule",
            "die Glocke der Kapelle",
            "die Markthalle",
            "eine Kiste mit Briefen",
        ],
        "when": [
            "am Freitag",
            "nach dem Sturm",
            "im Frühjahr 1987",
            "zweimal im Jahr",
            "zum ersten Mal seit dem Krieg",
            "spät am Abend",
        ],
        "where": [
            "am Ende der Landzunge",
            "hinter dem Fischmarkt",
            "auf der Insel",
            "in einem Zimmer über der Bibliothek",
            "zwei Meilen vor der Küste",
        ],
    },
    "fr": {
        "who": [
            "le capitaine du port",
            "la commune",
            "une institutrice du nord",
            "le propriétaire du bac",
            "sa voisine",
            "le musée",
            "le plus vieux gardien",
        ],
        "what": [
            "le vieux phare",
            "la rampe du bac",
            "une carte de la baie",
            "la cloche de la chapelle",
            "la halle du marché",
            "une caisse de lettres",
        ],
        "when": [
            "vendredi",
            "après la tempête",
            "au printemps 1987",
            "deux fois par an",
            "pour la première fois depuis la guerre",
        ],
        "where": [
            "au bout de la pointe",
            "derrière le marché aux poissons",
            "sur l’île",
            "dans une chambre au-dessus de la bibliothèque",
        ],
    },
    "es": {
        "who": [
            "el capitán del puerto",
            "el ayuntamiento",
            "una maestra del norte",
            "el dueño del transbordador",
            "su vecina",
            "el museo",
        ],
        "what": [
            "el viejo faro",
            "la rampa del muelle",
            "un mapa de la bahía",
            "la campana de la capilla",
            "el mercado cubierto",
            "una caja de cartas",
        ],
        "when": [
            "el viernes",
            "después de la tormenta",
            "en la primavera de 1987",
            "dos veces al año",
            "por primera vez desde la guerra",
        ],
        "where": [
            "al final de la punta",
            "detrás del mercado de pescado",
            "en la isla",
            "en un cuarto encima de la biblioteca",
        ],
    },
    "ja": {
        "who": [
            "港長",
            "町の役場",
            "北から来た教師",
            "渡し船の持ち主",
            "隣の家の女性",
            "博物館",
            "NHKの記者",
        ],
        "what": [
            "古い灯台",
            "渡し船の桟橋",
            "湾の地図",
            "学校のただ一つの船",
            "礼拝堂の鐘",
            "手紙の入った箱",
        ],
        "when": ["金曜日", "嵐のあと", "一九八七年の春", "年に二度", "戦後はじめて", "夜遅く"],
        "where": ["岬の先で", "魚市場の裏で", "島の上で", "図書館の二階の部屋で"],
    },
    "ar": {
        "who": ["مدير الميناء", "مجلس البلدة", "معلمة من الشمال", "صاحب العبّارة", "جارتها", "المتحف"],
        "what": [
            "المنارة القديمة",
            "رصيف العبّارة",
            "خريطة الخليج",
            "جرس الكنيسة",
            "سوق السمك",
            "صندوق الرسائل",
        ],
        "when": ["يوم الجمعة", "بعد العاصفة", "في ربيع عام 1987", "مرتين في السنة", "لأول مرة منذ الحرب"],
        "where": ["في آخر اللسان", "خلف سوق السمك", "في الجزيرة", "في غرفة فوق المكتبة"],
    },
}
_FORMS: dict[str, list[str]] = {
    "en": [
        "{When}, {who} found {what} {where}, and nobody could say how long it had been there.",
        "{Who} has looked after {what} for as long as people can remember.",
        "“We never thought that {what} would be missed so much,” {who} said {when}.",
        "It took eleven men and two horses to move {what}, which now stands {where}.",
        "There are those who want to keep it, and there are those who would rather see {what} sold.",
        "{Who} asked for more time {when}, but the money had already been spent {where}.",
        "Nothing of this was known when {who} wrote to the newspaper about {what}.",
        "Since then {what} has been painted three times, each time in another colour.",
        "If the wind turns before dawn, {who} says, you can hear it even {where}.",
        "{When} about two hundred people stood {where} and waited until the lamp was lit.",
        "Only {who} remembers what was agreed {when}, and the paper on which it stood is lost.",
        "What happened next is told in two ways, and both of them begin {where}.",
    ],
    "de": [
        "{When} fand {who} {what} {where}, und niemand konnte sagen, wie lange das alles schon dort gelegen hatte.",
        "{Who} kümmert sich um vieles, aber um {what} kümmert sich sonst keiner im ganzen Ort.",
        "„Wir hätten nie gedacht, dass man {what} so sehr vermissen würde“, sagte {who} {when}.",
        "Elf Männer und zwei Pferde waren nötig, um {what} zu bewegen, und heute steht alles {where}.",
        "Davon wusste man noch nichts, als {who} der Zeitung einen Brief über die Sache schrieb.",
        "Wenn der Wind vor der Dämmerung dreht, hört man es nach den Worten der Leute sogar {where}.",
        "{When} standen etwa zweihundert Menschen {where} und warteten, bis die Lampe brannte.",
        "Was dann geschah, wird auf zwei Arten erzählt, und beide beginnen {where}.",
    ],
    "fr": [
        "{When}, {who} a trouvé {what} {where}, et personne ne pouvait dire depuis combien de temps.",
        "{Who} s’occupe de tout ce que les autres ont oublié, et surtout de ce qui se passe {where}.",
        "« Nous n’aurions jamais cru que l’on regretterait autant {what} », a dit {who} {when}.",
        "Il a fallu onze hommes et deux chevaux pour déplacer {what}, que l’on voit maintenant {where}.",
        "On ne savait rien de tout cela quand {who} a écrit au journal une lettre de quatre pages.",
        "Environ deux cents personnes ont attendu {where} que la lampe soit enfin allumée.",
        "La suite se raconte de deux façons, et toutes les deux commencent {where}.",
    ],
    "es": [
        "{When}, {who} encontró {what} {where}, y nadie supo decir cuánto tiempo llevaba allí.",
        "{Who} cuida desde siempre de lo que los demás olvidaron {where}.",
        "«Nunca pensamos que se echaría tanto de menos {what}», dijo {who} {when}.",
        "Hicieron falta once hombres y dos caballos para mover {what}, que hoy se ve {where}.",
        "Nada de esto se sabía cuando {who} escribió al periódico una carta de cuatro páginas.",
        "Unas doscientas personas esperaron {where} hasta que por fin se encendió la lámpara.",
        "Lo que pasó después se cuenta de dos maneras, y las dos empiezan {where}.",
    ],
    "ja": [
        "{when}、{who}は{where}{what}を見つけたが、いつからそこにあったのかは誰にもわからなかった。",
        "{who}は長いあいだ{what}の世話をしてきた。",
        "「{what}がこれほど惜しまれるとは思わなかった」と{who}は{when}に話した。",
        "{what}を動かすには十一人の男と二頭の馬が必要だった。",
        "{who}が新聞に手紙を書いたとき、そのことはまだ知られていなかった。",
        "{when}、およそ二百人が{where}灯りがともるのを待っていた。",
        "その後のことは二通りに語られていて、どちらも{where}始まる。",
    ],
    "ar": [
        "عثر {who} {when} على {what} {where}، ولم يستطع أحد أن يقول منذ متى كان الأمر كذلك.",
        "يعتني {who} منذ زمن طويل بكل ما نسيه الآخرون {where}.",
        "وقال {who} {when}: «لم نكن نظن أن الناس سيفتقدون {what} إلى هذا الحد».",
        "احتاج نقل {what} إلى أحد عشر رجلا وحصانين، وهو اليوم {where}.",
        "لم يكن أحد يعرف شيئا من ذلك حين كتب {who} رسالة طويلة إلى الصحيفة.",
        "انتظر نحو مئتي شخص {where} حتى أضيء المصباح أخيرا.",
        "أما ما حدث بعد ذلك فيروى بطريقتين، وكلتاهما تبدأ {where}.",
    ],
}
_TITLES: dict[str, list[str]] = {
    "en": [
        "How {who} saved {what}",
        "{Who} and the winter without a ferry",
        "What was found {where}",
        "The day that {what} came home",
    ],
    "de": [
        "Wie {who} eine ganze Insel wachrüttelte",
        "{Who} und der Winter ohne Fähre",
        "Was {where} gefunden wurde",
    ],
    "fr": [
        "Comment {who} a réveillé toute une île",
        "{Who} et l’hiver sans bac",
        "Ce que l’on a trouvé {where}",
    ],
    "es": ["Cómo {who} despertó a toda una isla", "{Who} y el invierno sin barco", "Lo que apareció {where}"],
    "ja": ["{who}と渡し船のない冬", "{what}が帰ってきた日の記録"],
    "ar": ["كيف أيقظ {who} جزيرة كاملة", "{who} وشتاء بلا عبّارة"],
}
_NAMES = [
    "Ann Pascoe",
    "Jory Bray",
    "Morwenna Lee",
    "Tobias Kern",
    "Claire Dumont",
    "Inés Robles",
    "Peder Holm",
    "Ruth Adeyemi",
]
LANGUAGES = tuple(_FORMS)


class Writer:
    """Writes the texts of one page; the same seed writes the same texts."""

    def __init__(self, seed: str, lang: str = "en") -> None:
        self.random = random.Random(seed)
        self.lang = lang
        self._used: set[str] = set()

    def _filled(self, form: str) -> str:
        chosen = {slot: self.random.choice(words) for slot, words in _SLOTS[self.lang].items()}
        chosen |= {slot.title(): text[:1].upper() + text[1:] for slot, text in chosen.items()}
        return form.format(**chosen)

    def sentence(self) -> str:
        """A sentence that this page does not have yet."""
        while True:
            text = self._filled(self.random.choice(_FORMS[self.lang]))
            if text not in self._used:
                self._used.add(text)
                return text

    def paragraph(self, least: int = 2, most: int = 4) -> str:
        """A few sentences."""
        space = "" if self.lang == "ja" else " "
        return space.join(self.sentence() for _ in range(self.random.randint(least, most)))

    def paragraphs(self, count: int) -> list[str]:
        """Several paragraphs."""
        return [self.paragraph() for _ in range(count)]

    def title(self) -> str:
        """A headline."""
        text = self._filled(self.random.choice(_TITLES[self.lang]))
        return text[:1].upper() + text[1:]

    def name(self) -> str:
        """A person."""
        return self.random.choice(_NAMES)

    def day(self) -> str:
        """A day, ISO 8601."""
        return f"20{self.random.randint(15, 24)}-{self.random.randint(1, 12):02d}-{self.random.randint(1, 28):02d}"
