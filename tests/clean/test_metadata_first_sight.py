"""Authors, titles and days of pages as many systems set them, written before they were tried: of 60 inputs 38 came
out right at first sight.
"""

# ruff: noqa: E501 - a page is a row

from __future__ import annotations

import pytest

from listen.clean.dom.tree import parse
from listen.clean.dom.walk import walk
from listen.clean.metadata.gather import Metadata, gather

TOLD = {
    "en": "The keeper of the light wrote every evening what he had seen from the gallery, and nobody has read it to this day, although the book lies open in the hall of the museum. ",
    "de": "Der Wärter schrieb jeden Abend auf, was er vom Turm gesehen hatte, und niemand hat es bis heute gelesen, obwohl das Buch offen in der Halle des Museums liegt und jeder blättern darf. ",
    "fr": "Le gardien notait chaque soir ce qu'il avait vu de la galerie, et personne ne l'a lu jusqu'à ce jour, bien que le cahier soit ouvert dans la salle du musée et que chacun puisse le feuilleter. ",
    "es": "El guarda anotaba cada tarde lo que había visto desde la torre, y nadie lo ha leído hasta hoy, aunque el cuaderno está abierto en la sala del museo y cualquiera puede hojearlo. ",
    "it": "Il guardiano annotava ogni sera ciò che aveva visto dalla torre, e nessuno lo ha letto fino a oggi, anche se il quaderno è aperto nella sala del museo e chiunque può sfogliarlo. ",
    "pt": "O guarda anotava todas as noites o que tinha visto da torre, e ninguém o leu até hoje, embora o caderno esteja aberto na sala do museu e qualquer um possa folheá-lo. ",
    "nl": "De wachter schreef elke avond op wat hij vanaf de toren had gezien, en niemand heeft het tot vandaag gelezen, hoewel het boek open in de hal van het museum ligt en iedereen mag bladeren. ",
    "pl": "Latarnik zapisywał co wieczór, co widział z wieży, i nikt tego do dziś nie przeczytał, choć księga leży otwarta w sali muzeum i każdy może ją przejrzeć o każdej porze dnia. ",
    "sv": "Vaktaren skrev varje kväll ned vad han hade sett från tornet, och ingen har läst det till denna dag, fastän boken ligger uppslagen i museets hall och vem som helst får bläddra. ",
    "ru": "Смотритель каждый вечер записывал, что он видел с башни, и никто этого до сих пор не прочёл, хотя книга лежит открытой в зале музея и каждый может её полистать. ",
    "ja": "灯台守は毎晩、塔から見たものを書き留めていたが、その帳面は博物館の広間に開いて置かれているのに、今日まで誰も読んだことがない。誰でもめくってよいのに、めくる人はいない。",
    "zh": "守灯人每天晚上都把他在塔上看到的事情记下来，这本册子一直摊开放在博物馆的大厅里，谁都可以翻阅，可是直到今天也没有一个人读过它，连馆长自己也没有读过。",
    "ko": "등대지기는 매일 저녁 탑에서 본 것을 적어 두었는데, 그 공책은 박물관 홀에 펼쳐져 있어 누구나 넘겨 볼 수 있지만 오늘까지 아무도 읽지 않았다. 관장조차 읽지 않았다고 한다. ",
    "ar": "كان حارس المنارة يكتب كل مساء ما رآه من البرج، ولم يقرأه أحد حتى اليوم، مع أن الدفتر مفتوح في قاعة المتحف ويستطيع كل زائر أن يقلب صفحاته كما يشاء. ",
    "tr": "Fener bekçisi her akşam kuleden gördüklerini yazardı ve defter müzenin salonunda açık durduğu halde bugüne kadar kimse okumadı, oysa isteyen herkes sayfaları çevirebilir. ",
}


def told(lang: str = "en", paragraphs: int = 4) -> str:
    return f"<p>{TOLD[lang] * 2}</p>" * paragraphs


def meta(lang: str, head: str, body: str, url: str) -> Metadata:
    root = parse(f"<html lang={lang}><head>{head}</head><body>{body}</body></html>")
    return gather(root, url, walk(root))


Page = tuple[str, str, str, str]
"""Language, head, body, address."""

AUTHORS: dict[str, tuple[Page, str | None]] = {
    "WordPress, an account in small letters": (
        (
            "en",
            "<title>The lamp – Tide Notes</title><meta property=og:site_name content='Tide Notes'>",
            "<article><header><h1 class=entry-title>The lamp</h1><div class=entry-meta><span class=posted-on><time datetime=2019-05-03T10:00:00+00:00>May 3, 2019</time></span><span class=byline> by <span class='author vcard'><a class='url fn n' href=https://tide.example/author/lw7/>lampwick</a></span></span><span class=cat-links>Lamps</span></div></header><div class=entry-content>"
            + told()
            + "</div></article>",
            "https://tide.example/the-lamp/",
        ),
        "lampwick",
    ),
    "Blogger, the line at the foot": (
        (
            "de",
            "<title>Hafenblick: Die Lampe</title>",
            "<div class=header><h1 class=title>Hafenblick</h1></div><div class='post hentry'><h3 class='post-title entry-title'>Die Lampe</h3><div class='post-body entry-content'>"
            + told("de")
            + "</div><div class=post-footer><span class='post-author vcard'>Eingestellt von <span class=fn><a href=https://www.blogger.com/profile/0117 rel=author title='author profile'>Strandläuferin</a></span></span> um <a class=timestamp-link href=#><abbr class=published title=2018-04-02T09:00:00+02:00>09:00</abbr></a></div></div>",
            "https://hafenblick.blogspot.com/2018/04/die-lampe.html",
        ),
        "Strandläuferin",
    ),
    "Ghost, two authors": (
        (
            "en",
            '<title>The lamp</title><meta property=og:site_name content=Quayside><script type=application/ld+json>{"@type":"Article","headline":"The lamp","author":{"@type":"Person","name":"Ida Marsh"}}</script>',
            "<main><article><h1 class=article-title>The lamp</h1><div class=article-byline><h4 class=author-name><a href=/author/ida/>Ida Marsh</a>, <a href=/author/tor/>Tor Lindqvist</a></h4><time datetime=2021-02-01>Feb 1, 2021</time></div><section class=gh-content>"
            + told()
            + "</section></article></main>",
            "https://quayside.example/the-lamp/",
        ),
        "Ida Marsh, Tor Lindqvist",
    ),
    "a newsletter, name in capitals above the day": (
        (
            "en",
            "<title>The lamp - by Ida Marsh - Wick Letters</title><meta property=og:site_name content='Wick Letters'><meta name=author content='Ida Marsh'>",
            "<article><h1 class=post-title>The lamp</h1><h3 class=subtitle>A note from the gallery</h3><div class=byline-wrapper><a href=https://wick.example/@idamarsh>IDA MARSH</a><div class=pencraft>MAR 04, 2024</div></div>"
            + told()
            + "</article>",
            "https://wick.example/p/the-lamp",
        ),
        "Ida Marsh",
    ),
    "Drupal, submitted by": (
        (
            "en",
            "<title>The lamp | Town of Harrow Quay</title>",
            "<h1 class=page-title>The lamp</h1><div class='node__meta'><span>Submitted by <span lang='' class=username>Jo Brandt</span> on Tue, 05/14/2019 - 10:12</span></div><div class=field--name-body>"
            + told()
            + "</div>",
            "https://harrowquay.example/node/88",
        ),
        "Jo Brandt",
    ),
    "Typo3, signed at the end": (
        (
            "de",
            "<title>Die Lampe</title><meta name=generator content='TYPO3 CMS'>",
            "<div class=news-single><div class=article><h1>Die Lampe</h1><p class=teaser>Ein Turm wird hundert.</p>"
            + told("de")
            + "<p><em>Annegret Holtkamp</em></p></div></div>",
            "https://www.museum-hafen.de/aktuelles/die-lampe",
        ),
        "Annegret Holtkamp",
    ),
    "Jekyll, microdata": (
        (
            "en",
            "<title>The lamp | wickhub</title>",
            "<article class=post itemscope itemtype=http://schema.org/BlogPosting><header><h1 itemprop='name headline'>The lamp</h1><p class=post-meta><time itemprop=datePublished datetime=2017-03-03T00:00:00+00:00>Mar 3, 2017</time> • <span itemprop=author itemscope itemtype=http://schema.org/Person><span itemprop=name>qdunne</span></span></p></header><div itemprop=articleBody>"
            + told()
            + "</div></article>",
            "https://wickhub.example/2017/03/03/lamp.html",
        ),
        "qdunne",
    ),
    "news, names and an agency": (
        (
            "de",
            "<title>Die Lampe | Küstenblatt</title><meta property=og:site_name content=Küstenblatt>",
            "<h1>Die Lampe</h1><p><strong>Der Turm wird hundert Jahre alt, und niemand weiß, wer ihn gebaut hat.</strong></p><p class=autorenzeile>Von Volker Sandmann, Jana Piet und Ole Brix</p>"
            + told("de"),
            "https://www.kuestenblatt.de/lokales/lampe-100.html",
        ),
        "Volker Sandmann, Jana Piet, Ole Brix",
    ),
    "SPIP, among crumbs": (
        (
            "fr",
            "<title>La lampe - Le Quai</title>",
            "<h1><a href=/>Le Quai</a></h1><div class=chemin>Accueil | Par Loïc Le Guen | 30 septembre 2018</div><h2>La lampe</h2>"
            + told("fr"),
            "https://www.lequai.fr/article/la-lampe",
        ),
        "Loïc Le Guen",
    ),
    "Spanish paper, cards above the story": (
        (
            "es",
            "<title>La lámpara | El Muelle</title><meta property=og:site_name content='El Muelle'>",
            "<h1>La lámpara</h1><div class=lo-ultimo><article><h2><a href=/b>La barca perdida</a></h2><div class=article-author><a href=/autor/ramiro-paz>Ramiro Paz</a></div></article></div><div class=story-author><a href=/autor/lucia-vega/>Lucía Vega</a></div>"
            + told("es"),
            "https://elmuelle.example/noticia/la-lampara",
        ),
        "Lucía Vega",
    ),
    "Italian, a cura di": (
        (
            "it",
            "<title>La lampada</title>",
            "<h1>La lampada</h1><p class=info>a cura di Chiara Donati - 12 marzo 2020</p>" + told("it"),
            "https://www.molo.it/la-lampada",
        ),
        "Chiara Donati",
    ),
    "Portuguese, a label and a name": (
        (
            "pt",
            "<title>A lâmpada</title>",
            "<h1>A lâmpada</h1><dl><dt>Autor</dt><dd>Rui Tavares Leal</dd><dt>Data</dt><dd>03/05/2021</dd></dl>"
            + told("pt"),
            "https://cais.example/a-lampada",
        ),
        "Rui Tavares Leal",
    ),
    "Polish paper": (
        (
            "pl",
            "<title>Lampa</title>",
            "<h1>Lampa</h1><div class=meta>Autor: Jacek Wierzba, 12.05.2021</div>" + told("pl"),
            "https://molo.pl/lampa",
        ),
        "Jacek Wierzba",
    ),
    "Russian, a label": (
        (
            "ru",
            "<title>Лампа</title>",
            "<h1>Лампа</h1><p>Автор: Ирина Белова</p><p>3 мая 2021</p>" + told("ru"),
            "https://prichal.ru/lampa",
        ),
        "Ирина Белова",
    ),
    "Chinese news": (
        (
            "zh-CN",
            "<title>灯</title>",
            "<h1>守灯人的册子</h1><div class=info><span>2021年5月3日</span> <span>作者：王小明</span></div>"
            + told("zh"),
            "https://matou.cn/deng",
        ),
        "王小明",
    ),
    "Korean reporter": (
        (
            "ko",
            "<title>등대지기의 공책</title>",
            "<h1>등대지기의 공책</h1><div class=byline>홍길동 기자</div>" + told("ko"),
            "https://budu.kr/a/1",
        ),
        "홍길동",
    ),
    "forum, who began the thread": (
        (
            "en",
            "<title>Which lamp oil? | Wick Forum</title><meta property=og:site_name content='Wick Forum'>",
            "<h1 class=p-title-value>Which lamp oil?</h1><ul class=listInline><li>Thread starter <a class=username href=/members/ola.7/>ola77</a></li><li>Start date <time datetime=2020-05-03>May 3, 2020</time></li></ul><article class='message message--post' data-author=ola77><h4 class=message-name><a class=username href=/members/ola.7/>ola77</a></h4><h5 class='userTitle'>Well-known member</h5><div class=bbWrapper>"
            + told()
            + "</div></article><article class='message message--post' data-author='Wim K'><h4 class=message-name>Wim K</h4><div class=bbWrapper>"
            + told()
            + "</div></article>",
            "https://wick.example/threads/which-lamp-oil.77/",
        ),
        "ola77",
    ),
    "press release, only a contact": (
        (
            "en",
            "<title>Harrow Quay opens its lamp</title><meta property=og:site_name content='Harrow Quay Council'>",
            "<h1>Harrow Quay opens its lamp</h1><p>3 May 2022</p>"
            + told()
            + "<h2>Media contact</h2><p>Jo Brandt</p><p>Phone 0117 555 010</p>",
            "https://council.example/news/lamp",
        ),
        None,
    ),
    "a photo's maker is no author": (
        (
            "de",
            "<title>Die Lampe</title>",
            "<h1>Die Lampe</h1><figure><img src=l.jpg><figcaption>Foto: Jana Piet</figcaption></figure>"
            + told("de"),
            "https://hafen.example/lampe",
        ),
        None,
    ),
    "journal, several authors with marks": (
        (
            "en",
            "<title>Light and tide</title><meta name=citation_title content='Light and tide'><meta name=citation_author content='Ida Marsh'><meta name=citation_author content='Tor Lindqvist'><meta name=citation_publication_date content=2021/05/03>",
            "<h1>Light and tide</h1><div class=authors><a>Ida Marsh</a><sup>1</sup>, <a>Tor Lindqvist</a><sup>2</sup></div>"
            + told(),
            "https://journal.example/abs/2105.001",
        ),
        "Ida Marsh, Tor Lindqvist",
    ),
}

TITLES: dict[str, tuple[Page, str]] = {
    "MkDocs, site's name first in the tag": (
        (
            "en",
            "<title>Trimming the wick - Lampkit</title>",
            "<header><a class=md-header__topic>Lampkit</a></header><article><h1 id=trim>Trimming the wick<a class=headerlink href=#trim>¶</a></h1>"
            + told()
            + "</article>",
            "https://lampkit.example/trim/",
        ),
        "Trimming the wick",
    ),
    "Sphinx": (
        (
            "en",
            "<title>Trimming the wick &#8212; Lampkit 2.1 documentation</title>",
            "<section><h1>Trimming the wick<a class=headerlink href=#trim title='Link to this heading'>#</a></h1>"
            + told()
            + "</section>",
            "https://lampkit.example/trim.html",
        ),
        "Trimming the wick",
    ),
    "MediaWiki": (
        (
            "en",
            "<title>Harrow Light - Quaypedia</title>",
            "<h1 id=firstHeading class=firstHeading><span class=mw-page-title-main>Harrow Light</span></h1><div id=siteSub>From Quaypedia</div>"
            + told(),
            "https://quaypedia.example/wiki/Harrow_Light",
        ),
        "Harrow Light",
    ),
    "a prefix of the forum": (
        (
            "en",
            "<title>Question - Which lamp oil for a cold gallery? | Wick Forum</title><meta property=og:site_name content='Wick Forum'><meta property=og:title content='Question - Which lamp oil for a cold gallery?'>",
            "<h1 class=p-title-value><span class='label label--primary'>Question</span><span class=label-append>&nbsp;</span>Which lamp oil for a cold gallery?</h1>"
            + told(),
            "https://wick.example/threads/77/",
        ),
        "Which lamp oil for a cold gallery?",
    ),
    "German paper, kicker in the heading": (
        (
            "de",
            "<title>Leuchtturm: Die Lampe brennt wieder - Küstenblatt</title><meta property=og:site_name content=Küstenblatt>",
            "<h1><span class=dachzeile>Leuchtturm</span><span class=headline>Die Lampe brennt wieder</span></h1>"
            + told("de"),
            "https://kuestenblatt.de/a",
        ),
        "Die Lampe brennt wieder",
    ),
    "kicker in the heading, no class that says so": (
        (
            "fr",
            "<title>La lampe brûle à nouveau - Le Quai</title><meta property=og:title content='La lampe brûle à nouveau'>",
            "<h1><span>Phares</span> La lampe brûle à nouveau</h1>" + told("fr"),
            "https://lequai.fr/a",
        ),
        "La lampe brûle à nouveau",
    ),
    "Shopify blog": (
        (
            "en",
            "<title>How to trim a wick\n\n&ndash; Lamp &amp; Sons\n</title><meta property=og:site_name content='Lamp &amp; Sons'><meta property=og:title content='How to trim a wick'>",
            "<header><h1 class=header__heading><a href=/>Lamp &amp; Sons</a></h1></header><article><h1 class=article-template__title>How to trim a wick</h1>"
            + told()
            + "</article>",
            "https://lampsons.example/blogs/news/trim",
        ),
        "How to trim a wick",
    ),
    "Squarespace": (
        (
            "en",
            "<title>Night on the gallery &mdash; Ida Marsh</title><meta property=og:title content='Night on the gallery &mdash; Ida Marsh'><meta property=og:site_name content='Ida Marsh'>",
            "<h1 class='entry-title entry-title--large'>Night on the gallery</h1>" + told(),
            "https://idamarsh.example/blog/night",
        ),
        "Night on the gallery",
    ),
    "Wix, heading inside spans": (
        (
            "it",
            "<title>La lampada riaccesa</title>",
            "<h1><span><span>La lampada </span><span>riaccesa</span></span></h1>" + told("it"),
            "https://molo.example/post/lampada",
        ),
        "La lampada riaccesa",
    ),
    "court page": (
        (
            "en",
            "<title>Marsh v Harrow Quay Council [2021] QCA 12 (3 May 2021)</title>",
            "<h2>Marsh v Harrow Quay Council [2021] QCA 12 (3 May 2021)</h2><p>Last updated: 4 May 2021</p>"
            + told(),
            "https://courts.example/qca/2021/12.html",
        ),
        "Marsh v Harrow Quay Council [2021] QCA 12 (3 May 2021)",
    ),
    "arXiv, descriptor": (
        (
            "en",
            "<title>[2105.00123] Light and tide in narrow harbours</title><meta name=citation_title content='Light and tide in narrow harbours'>",
            "<h1 class='title mathjax'><span class=descriptor>Title:</span>Light and tide in narrow harbours</h1>"
            + told(),
            "https://arxiv.example/abs/2105.00123",
        ),
        "Light and tide in narrow harbours",
    ),
    "press office, section in h1": (
        (
            "en",
            "<title>Harrow Quay opens its lamp to visitors - Press releases - Harrow Quay Council</title>",
            "<h1>Press releases</h1><h2>Harrow Quay opens its lamp to visitors</h2>" + told(),
            "https://council.example/press/77",
        ),
        "Harrow Quay opens its lamp to visitors",
    ),
    "Japanese paper": (
        (
            "ja",
            "<title>灯台守の帳面、百年ぶりに公開｜港新聞</title><meta property=og:site_name content=港新聞>",
            "<h1>灯台守の帳面、百年ぶりに公開</h1>" + told("ja"),
            "https://minato.jp/a",
        ),
        "灯台守の帳面、百年ぶりに公開",
    ),
    "Chinese portal, underscores": (
        (
            "zh-CN",
            "<title>守灯人的册子百年后公开_社会_码头网</title>",
            "<h1>守灯人的册子百年后公开</h1>" + told("zh"),
            "https://matou.cn/a",
        ),
        "守灯人的册子百年后公开",
    ),
    "soft hyphens": (
        (
            "de",
            "<title>Leuchtturmwärterverordnung gilt weiter</title>",
            "<h1>Leucht&shy;turm&shy;wärter&shy;verordnung gilt weiter</h1>" + told("de"),
            "https://amt.example/a",
        ),
        "Leuchtturmwärterverordnung gilt weiter",
    ),
    "issue behind the headline in brackets stays": (
        (
            "de",
            "<title>Die Lampe brennt (1/3) | Hafenheft</title>",
            "<h1>Die Lampe brennt (1/3)</h1>" + told("de"),
            "https://hafenheft.example/1",
        ),
        "Die Lampe brennt (1/3)",
    ),
    "only a tag with the site first": (
        (
            "en",
            "<title>Tide Notes: A night on the gallery of Harrow Light</title><meta property=og:site_name content='Tide Notes'>",
            "<div class=t>A night on the gallery of Harrow Light</div>" + told(),
            "https://tide.example/night",
        ),
        "A night on the gallery of Harrow Light",
    ),
    "heading in two lines": (
        (
            "es",
            "<title>La lámpara arde de nuevo en el muelle</title>",
            "<h1>La lámpara arde de nuevo<br>en el muelle</h1>" + told("es"),
            "https://elmuelle.example/b",
        ),
        "La lámpara arde de nuevo en el muelle",
    ),
    "a heading of one word": (
        (
            "en",
            "<title>Wick - Quay Dictionary</title>",
            "<div class=brand><h1>Quay Dictionary</h1></div><h2>Wick</h2>" + told(),
            "https://dict.example/wick",
        ),
        "Wick",
    ),
    "an anchor's words in the heading": (
        (
            "sv",
            "<title>Lampan brinner igen – Kajbladet</title>",
            "<h1>Lampan brinner igen <a class=anchor aria-label='Länk hit' href=#l>Kopiera länk</a></h1>"
            + told("sv"),
            "https://kajbladet.se/l",
        ),
        "Lampan brinner igen",
    ),
}

DAYS: dict[str, tuple[Page, str | None]] = {
    "ago, and the machine's day beside it": (
        (
            "en",
            "<title>The lamp</title>",
            "<h1>The lamp</h1><p><time datetime=2024-05-03T10:00:00Z>3 days ago</time></p>" + told(),
            "https://a.example/lamp",
        ),
        "2024-05-03",
    ),
    "ago alone": (
        (
            "en",
            "<title>The lamp</title>",
            "<h1>The lamp</h1><p>3 days ago</p>" + told(),
            "https://a.example/lamp",
        ),
        None,
    ),
    "hace, in a title attribute": (
        (
            "es",
            "<title>La lámpara</title>",
            "<h1>La lámpara</h1><p>Publicado <span class=date title='2023-04-02'>hace 2 horas</span></p>"
            + told("es"),
            "https://a.example/l",
        ),
        "2023-04-02",
    ),
    "copyright's year": (
        (
            "en",
            "<title>The lamp</title>",
            "<h1>The lamp</h1>" + told() + "<footer>© 2009–2023 Tide Notes. Last build 3 May 2023</footer>",
            "https://a.example/lamp",
        ),
        None,
    ),
    "Blogger, day above the headline": (
        (
            "de",
            "<title>Hafenblick: Die Lampe</title>",
            "<h1 class=title>Hafenblick</h1><h2 class=date-header><span>Samstag, 9. September 2017</span></h2><h3 class='post-title entry-title'>Die Lampe</h3><p>Erscheinungsdatum: 14.08.2015</p>"
            + told("de"),
            "https://hafenblick.blogspot.com/2017/09/die-lampe.html",
        ),
        "2017-09-09",
    ),
    "Swiss, day first in numbers with one point's name": (
        (
            "de-CH",
            "<title>Die Lampe</title>",
            "<h1>Die Lampe</h1><p>Erstellt am 01.11.2023</p>" + told("de"),
            "https://zeitung.ch/lampe",
        ),
        "2023-11-01",
    ),
    "English page of a German town": (
        (
            "en",
            "<title>The lamp</title>",
            "<h1>The lamp</h1><p>Published 04.05.2021</p>" + told(),
            "https://www.town.de/en/lamp",
        ),
        "2021-05-04",
    ),
    "American numbers": (
        (
            "en-US",
            "<title>The lamp</title>",
            "<h1>The lamp</h1><p>Posted 5/4/21 at 9:00 AM</p>" + told(),
            "https://paper.example.com/lamp",
        ),
        "2021-05-04",
    ),
    "Stand, in a German line": (
        (
            "de",
            "<title>Die Lampe</title>",
            "<h1>Die Lampe</h1><p>Stand: 03.05.2021 14:10 Uhr</p>" + told("de"),
            "https://sender.de/lampe",
        ),
        "2021-05-03",
    ),
    "Japanese, published and updated": (
        (
            "ja",
            "<title>灯台守の帳面</title>",
            "<h1>灯台守の帳面</h1><p>更新日：2022年6月1日</p><p>公開日：2021年5月3日</p>" + told("ja"),
            "https://minato.jp/a",
        ),
        "2021-05-03",
    ),
    "Chinese, with a slash": (
        (
            "zh-CN",
            "<title>守灯人的册子</title>",
            "<h1>守灯人的册子</h1><div>来源：码头网 2021/05/03 08:15</div>" + told("zh"),
            "https://matou.cn/a",
        ),
        "2021-05-03",
    ),
    "Russian month": (
        (
            "ru",
            "<title>Лампа</title>",
            "<h1>Лампа</h1><div>Опубликовано 3 мая 2021 г., 10:15</div>" + told("ru"),
            "https://prichal.ru/lampa",
        ),
        "2021-05-03",
    ),
    "Turkish month": (
        (
            "tr",
            "<title>Lamba</title>",
            "<h1>Lamba</h1><p>Yayınlanma: 3 Mayıs 2021</p>" + told("tr"),
            "https://iskele.com.tr/lamba",
        ),
        "2021-05-03",
    ),
    "Arabic month": (
        (
            "ar",
            "<title>المصباح</title>",
            "<h1>المصباح</h1><p>3 مايو 2021</p>" + told("ar"),
            "https://rasif.example/m",
        ),
        "2021-05-03",
    ),
    "Dutch, geplaatst": (
        (
            "nl",
            "<title>De lamp</title>",
            "<h1>De lamp</h1><p>Geplaatst op 3 mei 2021 om 10:15</p>" + told("nl"),
            "https://kade.nl/lamp",
        ),
        "2021-05-03",
    ),
    "an event to come is no day": (
        (
            "en",
            "<title>The lamp festival</title>",
            "<h1>The lamp festival</h1><p>Saturday 3 May 2031, 8 pm</p>" + told(),
            "https://a.example/fest",
        ),
        None,
    ),
    "journal": (
        (
            "en",
            "<title>Light and tide</title><meta name=citation_publication_date content=2021/05/03>",
            "<h1>Light and tide</h1><p>Received 1 Feb 2021; Accepted 2 Mar 2021; Published 3 May 2021</p>"
            + told(),
            "https://journal.example/a",
        ),
        "2021-05-03",
    ),
    "Medium-like, day without a year is none": (
        (
            "en",
            "<title>The lamp</title>",
            "<h1>The lamp</h1><div>Ida Marsh · 5 min read · May 3</div>" + told(),
            "https://m.example/@ida/lamp-77",
        ),
        None,
    ),
    "Portuguese, published and updated": (
        (
            "pt-BR",
            "<title>A lâmpada</title>",
            "<h1>A lâmpada</h1><p>Atualizado em 05/06/2021 10h; publicado em 03/05/2021 às 9h15</p>"
            + told("pt"),
            "https://cais.com.br/l",
        ),
        "2021-05-03",
    ),
    "comments' days are not the page's": (
        (
            "en",
            "<title>The lamp</title>",
            "<h1>The lamp</h1>"
            + told()
            + "<ol class=comments><li class=comment><p class=comment-date>May 3, 2019</p><p>A good lamp.</p></li></ol>",
            "https://a.example/lamp",
        ),
        None,
    ),
}


@pytest.mark.parametrize("name", AUTHORS)
def test_authors(name: str) -> None:
    page, byline = AUTHORS[name]
    assert meta(*page).byline == byline


@pytest.mark.parametrize("name", TITLES)
def test_titles(name: str) -> None:
    page, title = TITLES[name]
    assert meta(*page).title == title


@pytest.mark.parametrize("name", DAYS)
def test_days(name: str) -> None:
    page, day = DAYS[name]
    published = meta(*page).published
    assert (published and published[:10]) == day
