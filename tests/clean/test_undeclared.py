"""Pages in an encoding of old that do not say which: told by their letters, or refused in one line."""

# ruff: noqa: E501 - a text of each language reads best in one line

import pytest

from listen.clean import clean
from listen.clean.dom.decode import decode
from listen.clean.dom.encodings import guess
from listen.errors import NoArticleError
from tests.patience import grows_with_length_only

PROSE = {
    ("gb18030", "gbk", "gb2312"): "上个星期，村里的老渔夫在海边发现了一只受伤的海鸥。他把它带回家，用旧毛巾包好，每天喂它小鱼。三天以后，海鸥已经可以站起来了。邻居们说，他们从来没有见过这样的事情。",
    ("big5", "cp950"): "上個星期，村裡的老漁夫在海邊發現了一隻受傷的海鷗。他把牠帶回家，用舊毛巾包好，每天餵牠小魚。三天以後，海鷗已經可以站起來了。鄰居們說，他們從來沒有見過這樣的事情。",
    ("euc_jp", "cp932"): "先週、村の年老いた漁師が海岸でけがをしたカモメを見つけました。古いタオルに包んで家へ連れて帰り、毎日小さな魚を食べさせたそうです。三日後には、もう立てるようになりました。",
    ("euc_kr", "cp949"): "지난주 마을의 늙은 어부가 바닷가에서 다친 갈매기 한 마리를 발견했다. 그는 새를 낡은 수건에 싸서 집으로 데려와 날마다 작은 물고기를 먹였다. 사흘 뒤에 갈매기는 벌써 일어설 수 있었다.",
    ("cp1251", "koi8-r", "iso8859_5"): "На прошлой неделе старый рыбак нашёл на берегу раненую чайку. Он завернул её в полотенце, отнёс домой и каждый день кормил мелкой рыбой. Через три дня птица уже могла стоять.",
    ("cp1251", "koi8-u"): "Минулого тижня старий рибалка знайшов на березі поранену чайку. Він загорнув її в рушник, приніс додому і щодня годував дрібною рибою. За три дні птах уже міг стояти.",
    ("cp1253", "iso8859_7"): "Την περασμένη εβδομάδα ένας γέρος ψαράς βρήκε στην παραλία έναν τραυματισμένο γλάρο. Τον τύλιξε σε μια πετσέτα, τον πήγε στο σπίτι του και τον τάιζε κάθε μέρα μικρά ψάρια.",
    ("cp1255",): "בשבוע שעבר מצא דייג זקן שחף פצוע על שפת הים. הוא עטף אותו במגבת ישנה, לקח אותו הביתה והאכיל אותו בכל יום בדגים קטנים. אחרי שלושה ימים הציפור כבר יכלה לעמוד.",
    ("cp1256", "iso8859_6"): "في الأسبوع الماضي وجد صياد عجوز نورسا جريحا على الشاطئ. لفه في منشفة قديمة وأخذه إلى بيته وأطعمه كل يوم سمكا صغيرا. وبعد ثلاثة أيام صار الطائر قادرا على الوقوف.",
    ("cp874",): "เมื่อสัปดาห์ที่แล้ว ชาวประมงชราพบนกนางนวลบาดเจ็บที่ชายหาด เขาห่อมันด้วยผ้าขนหนูเก่า พากลับบ้าน และให้อาหารด้วยปลาตัวเล็กทุกวัน สามวันต่อมานกก็ยืนได้แล้ว",
    ("cp1254", "iso8859_9"): "Geçen hafta yaşlı bir balıkçı kıyıda yaralı bir martı buldu. Onu eski bir havluya sardı, evine götürdü ve her gün küçük balıklarla besledi. Üç gün sonra kuş artık ayağa kalkabiliyordu.",
    ("cp1250", "iso8859_2"): "W zeszłym tygodniu stary rybak znalazł na plaży ranną mewę. Zawinął ją w ręcznik, zabrał do domu i codziennie karmił małymi rybami. Po trzech dniach ptak mógł już stać, a sąsiedzi się dziwili.",
    ("cp1250 ", "iso8859-2"): "Minulý týden našel starý rybář na pobřeží zraněného racka. Zabalil ho do ručníku, odnesl domů a každý den ho krmil malými rybami. Za tři dny už pták mohl stát a sousedé se divili.",
    ("cp1250", "iso8859_2 "): "A múlt héten egy idős halász sebesült sirályt talált a parton. Törülközőbe csavarta, hazavitte, és minden nap apró halakkal etette. Három nap múlva a madár már föl tudott állni.",
    ("cp1252",): "La semaine dernière, un vieux pêcheur a trouvé une mouette blessée sur la plage. Il l’a enveloppée dans une serviette et l’a nourrie à la maison. Trois jours après, l’oiseau était déjà debout.",
    ("cp1252 ",): "Í síðustu viku fann gamall sjómaður særðan máv á ströndinni. Hann vafði hann inn í handklæði, fór með hann heim og gaf honum smáfisk á hverjum degi. Eftir þrjá daga gat fuglinn staðið.",
    ("cp1252  ",): "Vorige Woche fand ein alter Fischer am Strand eine verletzte Möwe. Er wickelte sie in ein Handtuch, trug sie nach Hause und fütterte sie täglich mit kleinen Fischen. Die Nachbarn hörten es später.",
    ("cp1257",): "Praėjusią savaitę senas žvejys pakrantėje rado sužeistą žuvėdrą. Jis įvyniojo ją į seną rankšluostį, parsinešė namo ir kasdien maitino mažomis žuvelėmis. Po trijų dienų paukštis jau galėjo stovėti.",
}  # fmt: skip
CASES = [(name.strip(), text) for names, text in PROSE.items() for name in names]
PAGE = (
    "<html><head><title>The gull</title></head><body><ul><li><a href=/>Home</a><li><a href=/n>News</a></ul>"
    "<h1>1</h1>{}<p>Copyright 2003</body></html>"
)


@pytest.mark.parametrize(("encoding", "text"), CASES)
def test_a_page_that_declares_no_encoding_is_read_by_its_letters(encoding: str, text: str) -> None:
    page = PAGE.format("".join(f"<p>{text}</p>" for _ in range(2)))
    assert decode(page.encode(encoding)) == page


@pytest.mark.parametrize(("encoding", "text"), CASES)
def test_it_is_read_as_a_story(encoding: str, text: str) -> None:
    body = "".join(f"<p>{text}</p>" for _ in range(3))
    assert text in clean(PAGE.format(body).encode(encoding)).text


ENGLISH = (
    "“It’s a gull,” she said – and the fisherman’s friends didn’t laugh… They’d known ‘Old Tom’ for years. "
)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH * 5, "cp1252"),
        ("The men’s boats and the women’s nets weren’t there. " * 9, "cp1252"),
        ("A pasty at the café costs £3. " * 3, "cp1252"),
        ("© 2003 The Harbour Post. All rights reserved by the owner of the paper. " * 3, "cp1252"),
        ("‘n Ou visserman het ’n seemeeu op die strand gevind. Hy hét dit huis toe gebring. " * 5, "cp1252"),
        ("UN PÊCHEUR ÂGÉ A TROUVÉ UNE MOUETTE BLESSÉE À LA PLAGE. " * 4, "cp1252"),
        ("Él comió ¿qué? ¡Sí! El 3º año, el 4º día y la 5ª niña, en español. " * 4, "cp1252"),
        ("Er sagte „Möwe“ und »Fisch«; 20 °C und 5 m² – für 3 €. " * 4, "cp1252"),
        (ENGLISH * 5, "mac_roman"),
        ("Le pêcheur a trouvé une mouette blessée à la plage, près du château où elle était née. " * 5, "mac_roman"),
        ("НОВОСТИ ДНЯ. СТАРЫЙ РЫБАК НАШЁЛ НА БЕРЕГУ РАНЕНУЮ ЧАЙКУ И ОТНЁС ЕЁ ДОМОЙ. " * 4, "cp1251"),
        ("Рыбак нашёл чайку на берегу моря, а потом отнёс её домой и накормил рыбой. " * 4, "cp866"),
    ],
)  # fmt: skip
def test_marks_capitals_and_single_letters_do_not_lead_astray(text: str, encoding: str) -> None:
    page = PAGE.format(f"<p>{text}</p>")
    assert decode(page.encode(encoding)) == page


def test_what_is_declared_comes_first() -> None:
    page = "<meta charset=iso-8859-7>" + PAGE.format("<p>ΑΒΓ</p>")
    assert decode(page.encode("iso-8859-7")) == page
    russian = PAGE.format("<p>Старый рыбак нашёл чайку.</p>" * 3)
    assert decode(russian.encode("cp1251"), "windows-1251") == russian
    assert decode(russian.encode("utf-8"), "windows-1251") == russian


def test_the_language_that_the_page_names_decides_where_the_letters_are_few() -> None:
    text = "<p>Łódka stała na plaży. Żeglarz poszedł spać.</p>"
    page = f"<html lang=pl><body>{text}</body></html>"
    assert decode(page.encode("cp1250")) == page


def _armscii(c: str) -> int:
    if c in " ։":
        return 0x20 if c == " " else 0xA3
    return 0xB2 + 2 * (ord(c.upper()) - ord("Ա")) + c.islower()


def test_letters_that_nothing_explains_are_refused_in_one_line() -> None:
    """Armenian in ARMSCII-8, of which Python has no codec: read as anything else, it would be noise."""
    text = "Անցյալ շաբաթ ծեր ձկնորսը լողափին վիրավոր ճայ գտավ։ Նա այն փաթաթեց սրբիչով եւ տարավ տուն։ " * 4
    words = bytes(_armscii(c) for c in text)
    page = PAGE.encode().replace(b"{}", b"<p>" + words + b"</p>")
    assert guess.told(page) == ""
    with pytest.raises(NoArticleError, match="in which encoding its letters are") as refused:
        clean(page)
    assert "\n" not in str(refused.value)
    assert isinstance(decode(page), str)


def test_a_few_letters_that_nothing_explains_cost_no_english_page() -> None:
    page = PAGE.encode().replace(b"{}", b"<p>The ferry to the island leaves at noon. \xb2\xfd\xc7\n</p>" * 4)
    assert "The ferry to the island leaves at noon." in decode(page)
    assert decode(page, sure=True) == decode(page)


@pytest.mark.parametrize(
    "data", [b"", b"\xff", b"\x81", b"<p>\xe9</p>", b"<" * 5000 + b"\xe9", b"<!--\xe9" * 3000]
)
def test_bytes_of_any_kind_are_guessed_in_no_time(data: bytes) -> None:
    assert isinstance(guess.told(data), str)


@pytest.mark.parametrize(
    "unit", [b"<script>\xc4", b"<!--\xc4", b"<style \xc4", b"<script></script>\xc4", b"<\xc4"]
)
def test_what_never_ends_is_looked_for_once(unit: bytes) -> None:
    """400,000 bytes took one to two minutes when each opening looked for its end to the end of the page."""
    assert grows_with_length_only(guess.told, unit * (200_000 // len(unit)), 2)


def test_scripts_and_comments_say_nothing_of_the_encoding() -> None:
    greek = PROSE[("cp1253", "iso8859_7")].encode("cp1253")
    noise = "Щёлкните ещё раз, чтобы открыть меню".encode("cp1251") * 40
    page = (
        b"<!-- " + noise + b" --><SCRIPT>var a = '" + noise + b"'</SCRIPT ><p>" + greek + b"<script>" + greek
    )
    assert guess.told(page) in ("cp1253", "iso8859_7")


@pytest.mark.parametrize("name", ["cp1251", "koi8-r"])
@pytest.mark.parametrize("label", [None, "iso-8859-1"])
def test_a_line_of_cyrillic_is_told_by_its_small_letters(name: str, label: str | None) -> None:
    """A label that every server gives to everything says nothing."""
    text = "<p>Щёлкните ещё раз, чтобы открыть меню</p>"
    assert decode(text.encode(name), label) == text


@pytest.mark.parametrize(
    "text",
    ["<p>Été à la plage, fenêtre fermée, déjà là-bas</p>", "<p>Größe, Übung, Ärger, Öl für später</p>"],
)
def test_a_line_of_a_western_language_stays_as_it_is_declared(text: str) -> None:
    assert decode(text.encode("cp1252"), "iso-8859-1") == text
