"""French: "1er mai 2024", "12,5 %", "1 234,56 €", "14h30", "XXIe siècle", "M. Dupont"."""

from __future__ import annotations

from listen.speech.languages.counting import french, french_ordinal
from listen.speech.languages.counting_more import agree_french, singular_romance
from listen.speech.languages.signs.french_signs import DIGITS, SYMBOLS
from listen.speech.languages.signs.french_words import LETTERS, MONTHS, TRIGGERS
from listen.speech.languages.signs.marks import Marks
from listen.speech.languages.signs.net_addresses import AddressWords
from listen.speech.languages.signs.short_forms import FRENCH, FRENCH_UNITS
from listen.speech.languages.traits import Language
from listen.speech.rules import listed, table, triples, words


def _time(hour: int, minute: int | None, written: str) -> str:
    said = {0: "zéro heure", 1: "une heure", 21: "vingt et une heures"}.get(hour, f"{hour} heures")
    return f"{said} {minute}" if minute else said


def _and_half(n: int, noun: str) -> str:
    """2½ heures is "deux heures et demie"."""
    return f"{n} {noun} et demi{'e' if agree_french('un', noun) == 'une' else ''}"


def _half_of(one: str) -> str:
    """½ h is "une demi-heure"."""
    return f"{agree_french('un', one.split(' ')[0])} demi-{one}"


LANGUAGE = Language(
    cardinal=french,
    agree=agree_french,
    singular=singular_romance,
    elides=words("de que"),
    labels=words("année années an page pages numéro numéros chapitre article articles ligne chambre salle"),
    to_hour="à",
    own=DIGITS,
    own_letters=LETTERS,
    own_symbols=SYMBOLS,
    own_triggers=TRIGGERS,
    compass={"N": "nord", "S": "sud", "E": "est", "O": "ouest", "W": "ouest"},
    many=table(
        """
        p.=pages | chap.=chapitres | vol.=volumes | fig.=figures | al.=alinéas | t.=tomes | éd.=éditions |
        ch.=chambres | dép.=départements | arr.=arrondissements | adj.=adjoints | coll.=collections |
    ét.=étages | bât.=bâtiments | réf.=références |
        pl.=places | ex.=exemplaires | trim.=trimestres | art.=articles
            """
    ),
    many_before=r"(?:(?<!\w)(?:les|des|aux|ces|ses|leurs|nos|vos|plusieurs|quelques|deux|trois|quatre)"
    r"|(?<![\d/,.-])(?:[2-9]|\d{2,4}))\s\Z",
    say_time=_time,
    numbered=words(
        """
        chapitre tome acte livre titre article volume page paragraphe annexe tableau partie étape niveau phase
        type scène section figure catégorie lot leçon épisode
        """
    ),
    marks=Marks(
        score=" à ",
        score_words=r"gagn|battu|bat |perd|victoire|défaite|score|nul|mèn|menait|impos|set|points",
        permille="pour mille",
        section=("paragraphe", "paragraphes"),
        plus_minus="plus ou moins",
        and_="et",
        times="fois",
        equals="égale",
        out_of="sur",
        fractions={
            "½": "un demi ",
            "¼": "un quart ",
            "¾": "trois quarts ",
            "⅓": "un tiers ",
            "⅔": "deux tiers ",
        },
        nth=lambda n: french_ordinal(str(n), "e", ""),
        shares=listed("tiers quart cinquième sixième septième huitième neuvième dixième"),
        shares_end="s",
        and_half=_and_half,
        half_of=_half_of,
        inches="pouces",
        comma="virgule",
        divided="divisé par",
        finals=("demi-finale", "quart de finale", "huitième de finale", "seizième de finale"),
        number="numéro",
        powers=("au carré", "au cube"),
        mixed="et",
        compared=("inférieur à", "supérieur à", "inférieur ou égal à", "supérieur ou égal à"),
        fold=lambda n: f"{n} fois",
        part_of="de ",
        round_the_clock={
            "24h/24": "24 heures sur 24",
            "24h/24h": "24 heures sur 24",
            "24 h/24 h": "24 heures sur 24",
            "7j/7j": "7 jours sur 7",
            "4x4": "4 4",
            "4×4": "4 4",
            "24 h/24": "24 heures sur 24",
            "24 h sur 24": "24 heures sur 24",
            "16/9": "16 neuvièmes",
            "16/9e": "16 neuvièmes",
            "24/7": "24 heures sur 24, 7 jours sur 7",
            "7j/7": "7 jours sur 7",
            "7 j/7": "7 jours sur 7",
            "24/24": "24 heures sur 24",
            "7/7": "7 jours sur 7",
        },
        pairs=True,
        code_letters="LRDA",
        code_words=("article", "articles", "art", "et", "ou"),
        phone_words=r"(?i:tél\.?|téléphone|fax|numéro)",
        phones=(
            r"0\d(?:[ .]\d\d){4}",
            r"0 8\d\d(?: \d\d){3}",
            r"0 8\d\d(?: \d{3}){2}",
            r"3\d \d\d",
            r"118 \d{3}",
            r"00 ?\d\d(?: \d{1,3}){4,6}",
            r"(?:1[ -])?[2-9]\d\d[ -]\d{3}-\d{4}",
        ),
    ),
    percent="pour cent",
    comma="virgule",
    minus="moins",
    months=MONTHS,
    short_months="janv|févr?|avr|juil|sept|oct|nov|déc",
    currencies=triples(
        """
    K€=millier d'euros/mille euros/ | USD=dollar/dollars/cents |
    US$=dollar américain/dollars américains/cents | FCFA=franc CFA/francs CFA/ |
    F=franc/francs/centimes | FF=franc/francs/centimes | GBP=livre/livres/pence |
    €=euro/euros/centimes | $=dollar/dollars/cents | £=livre/livres/pence |
    CHF=franc suisse/francs suisses/centimes | Fr.=franc/francs/centimes | fr.=franc/francs/centimes |
    frs=franc/francs/centimes | $ CA=dollar canadien/dollars canadiens/cents | c€=centime/centimes/ |
    $CA=dollar canadien/dollars canadiens/cents | CA$=dollar canadien/dollars canadiens/cents |
    $CAD=dollar canadien/dollars canadiens/cents | F CFA=franc CFA/francs CFA/ |
    $CAN=dollar canadien/dollars canadiens/cents | $ CAN=dollar canadien/dollars canadiens/cents |
    CAD=dollar canadien/dollars canadiens/cents |
    C$=dollar canadien/dollars canadiens/cents | $ US=dollar américain/dollars américains/cents |
    $US=dollar américain/dollars américains/cents | MF=million de francs/millions de francs/ |
    EUR=euro/euros/centimes | ¥=yen/yens/sens |
    dollars=dollar/dollars/cents | euros=euro/euros/centimes | M€=million d'euros/millions d'euros/ |
    Md€=milliard d'euros/milliards d'euros/ | k€=millier d'euros/mille euros/
    """
    ),
    magnitudes=table(
        """
    Mrd=milliards | Mrds=milliards | M=millions | Md=milliards | Mds=milliards | millions=millions |
    milliards=milliards |
    mds=milliards | md=milliards | mio.=millions | mio=millions |
    million=million | milliard=milliard | k=mille | millions d'=millions |
    millions de=millions
    """
    ),
    units=FRENCH_UNITS
    | table(
        """
    km/h=kilomètres heure | hab./km²=habitants au kilomètre carré |
    km²=kilomètres carrés | m²=mètres carrés | m³=mètres cubes | km=kilomètres |
    m=mètres | cm=centimètres | mm=millimètres | kg=kilos | g=grammes | mg=milligrammes | t=tonnes |
    l/100 km=litres aux 100 kilomètres | cm²=centimètres carrés | cm³=centimètres cubes |
    º=degrés | °c=degrés | ° C=degrés | ºC=degrés | ° Celsius=degrés Celsius | °F=degrés Fahrenheit |
    Gbit/s=gigabits par seconde | Gb/s=gigabits par seconde | kbit/s=kilobits par seconde |
    Go/s=gigaoctets par seconde | Mo/s=mégaoctets par seconde | l/100=litres aux 100 | ch=chevaux |
    cv=chevaux | W=watts | kcal=kilocalories | kJ=kilojoules | V=volts |
    kV=kilovolts | Wh=wattheures | MWh=mégawattheures | GWh=gigawattheures | TWh=térawattheures |
    MHz=mégahertz | kHz=kilohertz | mAh=milliampères heure | Nm=newtons mètres | mn=minutes | sec=secondes |
    km/s=kilomètres par seconde | hPa=hectopascals | µm=micromètres | nm=nanomètres |
    Mbit/s=mégabits par seconde |
    Mb/s=mégabits par seconde | c. à soupe=cuillères à soupe | c. à café=cuillères à café |
    càs=cuillères à soupe |
    càc=cuillères à café |  ppm=p p m |
    mbar=millibars |
    h=heures | pts=points | pt=point | µg/m³=microgrammes par mètre cube | mg/l=milligrammes par litre |
    g/km=grammes par kilomètre | m/s=mètres par seconde | ml=millilitres | cl=centilitres | dB=décibels |
    c. à s.=cuillères à soupe | c. à c.=cuillères à café |
    s=secondes | dl=décilitres | hl=hectolitres | kW=kilowatts |
    l=litres | °C=degrés | °=degrés | kWh=kilowattheures | MW=mégawatts | GW=gigawatts | min=minutes |
    Go=gigaoctets | Mo=mégaoctets | To=téraoctets | Ko=kilooctets | GHz=gigahertz | Hz=hertz | ha=hectares
    """
    ),
    weekdays=table(
        "lun=lundi | mar=mardi | mer=mercredi | jeu=jeudi | ven=vendredi | sam=samedi | dim=dimanche"
    ),
    until_day={"au": "au", "à": "à"},
    lasted=("heures", "minutes", "secondes"),
    addresses=AddressWords("point", "arobase", "barre oblique", "tiret"),
    before_names=frozenset(
        (
            "Sr",
            "MM",
            "Prof",
            "col.",
            "cap.",
            "insp.",
            "maj.",
            "brig.",
            "serg.",
            "com.",
            "cdt.",
            "Mes",
            "Gal",
            "Cdt",
            "Lt",
            "Sgt",
            "Cte",
            "Vte",
            "Cpl",
            "Sts",
            "Stes",
            "Rev.",
            "Mlles",
            "Col.",
        )
    ),
    before_figures=frozenset(
        (
            "env",
            "tel.",
            "Tel.",
            "tel",
            "port.",
            "qté",
            "nos",
            "t.",
            "al.",
            "no",
            "no.",
            "v.",
            "th.",
            "Ch.",
            "ann.",
        )
    ),
    ahead={
        "rés.": ("", r"\s?:|\s(?:au|sur)\s|\s0\d", "réservation"),
        "Rés.": ("", r"\s?:|\s(?:au|sur)\s|\s0\d", "Réservation"),
        "sc.": ("", r"\s(?:\d|[IVX])", "scène"),
        "adj.": ("", r"\s[A-ZÉ][a-zé]", "adjudant"),
    },
    behind={
        "suiv.": (
            r"\b(?:p|pp|pages?)\.?\s\d{1,4}(?:-\d{1,4})?,?\set\s\Z",
            "suivantes",
            r"\bet\s\Z",
            "suivants",
        ),
        "sq.": (r"\d\s\Z", "et suivante"),
        "ch.": (r"\+\s?\Z", "charges"),
        "sem.": (r"\d(?:e|er|ème)\s\Z", "semestre"),
        "r.": (r"\d(?:\s(?:bis|ter))?,?\s\Z", "rue", r"", "r."),
        "j.": (r"\d(?:e|re|ère)\s\Z", "journée"),
        "v.": (r"\d,\s?\Z", "verset"),
        "p.": (r"\b(?:T\d,?|\d)\s\Z", "pièces"),
    },
    elided=words("l d j m t s n c qu jusqu lorsqu puisqu"),
    per=table(
        """
    kg=le kilo | m²=le mètre carré | l=le litre | L=le litre | h=l'heure | heure=l'heure |
    kWh=le kilowattheure |
    MWh=le mégawattheure | t=la tonne | jour=par jour | mois=par mois | an=par an | nuit=par nuit |
    j=par jour | baril=le baril | once=l'once | semaine=par semaine | sem.=par semaine |
    sem=par semaine | minute=par minute |
    min=par minute |
    habitant=par habitant | hab.=par habitant | ha=par hectare | foyer=par foyer | seconde=par seconde |
    s=par seconde |
    personne=par personne | pers.=par personne | km=le kilomètre | litre=le litre | tonne=la tonne
    """
    ),
    abbreviations=FRENCH
    | table(
        """
    Bd.=boulevard | bd.=boulevard | appt.=appartement | Mr=monsieur | Mr.=monsieur | t.a.b.=tirs au but |
    p. 100=pour cent | Cons. const.=Conseil constitutionnel | C. civ.=Code civil | C. pén.=Code pénal |
    C. trav.=Code du travail | no=numéro |
    no.=numéro | v.=vers | j.=jour | th.=thermostat | Lt-col.=lieutenant-colonel |
    Lt-Col.=lieutenant-colonel |
    S.M.=Sa Majesté | S. M.=Sa Majesté | S.A.R.=Son Altesse Royale | S. Exc.=Son Excellence |
    S.E.=Son Excellence |
    Fbg=faubourg | fb.=faubourg | Col.=colonel | Cne=capitaine | imp.=impasse |
    Cass.=Cour de cassation | ch.=chambre | req.=requête | trad.=traduction | illustr.=illustrations |
    sq.=square | chem.=chemin | rés.=résidence |
    mens.=mensuel |
    trim.=trimestre | prof.=professeur |
    Ets=établissements | éts=établissements | Éd.=éditions | ndlr=note de la rédaction |
    a.p.=après prolongation | Appt=appartement |
    pl.=place | Pl.=place | anc.=ancien | bld=boulevard | coll.=collection | fbg=faubourg |
    féd.=fédération | gén.=général | ibid.=ibidem | ing.=ingénieur | NDLR=note de la rédaction |
    op. cit.=ouvrage cité | par ex.=par exemple | paragr.=paragraphe | Prof.=professeur | rte=route |
    suiv.=suivant |
    univ.=université | Vve=veuve | Dre=docteure | Cdt=commandant | Lt=lieutenant |
    Sgt=sergent | Prés.=président | appt=appartement | les art.=les articles | des art.=des articles |
    aux art.=aux articles | Vte=vicomte | Cte=comte | Gal de=général de | Cf.=confer | al.=alinéa |
    Gal=général | ét.=étage | ven.=vendredi | Mes=maîtres | apr.=après | arr.=arrondissement |
    bât.=bâtiment | fg=faubourg | sté=société | Sté=Société | Éts=établissements | tjs=toujours |
    qq.=quelques | resp.=respectivement | réf.=référence | M.=monsieur | MM.=messieurs | Mme=madame |
    Mmes=mesdames | Mlle=mademoiselle | Dr=docteur | Dr.=docteur | Pr=professeur | Me=maître |
    etc.=et cetera | p. ex.=par exemple | cf.=confer | env.=environ | av. J.-C.=avant Jésus-Christ |
    apr. J.-C.=après Jésus-Christ | n°=numéro | N°=numéro | nos=numéros | fig.=figure | t.=tome |
    pers.=personnes | St=saint | Ste=sainte | bd=boulevard | tél.=téléphone | vol.=volume | Art.=article |
    p.=page | pp.=pages | Mgr=monseigneur | Bd=boulevard | av.=avenue | ex.=exemple | J.-C.=Jésus-Christ |
    hab.=habitants | min.=minimum | max.=maximum | adj.=adjoint | R.P.=révérend père |
    S.E.M.=Son Excellence monsieur | n°s=numéros | nº=numéro | nᵒ=numéro |
    Nº=numéro | Sr=sœur | ap. J.-C.=après Jésus-Christ | A/R=aller-retour | adj.-chef=adjudant-chef |
    av. n. è.=avant notre ère | cl.=classe |
    p.-d.g.=P D G | dir.=directeur | Drs=docteurs | Prs=professeurs | Pdt=président |
    r.=rue | Melle=mademoiselle | MM=messieurs | Prof=professeur | Mme.=madame |
    Mgr.=monseigneur | Pr.=professeur | Mlle.=mademoiselle | env=environ | tel.=téléphone | Tel.=téléphone |
    tel=téléphone | port.=portable | approx.=approximativement |
    qté=quantité | sem.=semaine | col.=colonel | cap.=capitaine |
    insp.=inspecteur | maj.=major | brig.=brigadier | serg.=sergent |
    com.=commissaire | cdt.=commandant | jrs=jours |
    sf=sauf | Fg=faubourg | éd. orig.=édition originale | s.p.=sur penalty |
    csc=contre son camp | c.s.c.=contre son camp | dép.=département | art.=article |
    éd.=édition | chap.=chapitre | Cie=compagnie | s'il vous plaît=s'il vous plaît | S.A.=S A | CAC=cac |
    c.-à-d.=c'est-à-dire | s.v.p.=s'il vous plaît | s.-v.-p.=s'il vous plaît
    """
    ),
    over="par",
    to="à",
    clock="{h} heures {m}",
    hour="{h} heures",
    times=(
        r"(?P<h>[01]?\d|2[0-4])\s?h\s?(?P<m>[0-5]\d)\s?(?:min|mn)(?!\w)",
        r"(?P<h>[01]?\d|2[0-4])\s?[hH]\s?(?P<m>[0-5]\d)?(?!\w)",
        r"(?P<h>[01]?\d|2[0-4]):(?P<m>[0-5]\d)(?![:\d])",
    ),
    scaled_of=" d'",
    day=lambda day, before: "premier" if day == 1 else str(day),
    day_mark=r"(?:er)?",
    ordinal=french_ordinal,
    ordinal_mark=r"(?:er|ère|re|i?[èe]me|e|è|nd|nde|(?<=2)de?)s?(?!\w)",
    ordinal_numerals=True,
    compounds=True,
    acronyms=words("ONU SMIC PAC ZAD ZEP CAF LED DOM TOM PIN SIM BAC"),
    emphasised=words(
        "le la les du des un une et ou en sur par pour non oui mais qui que ne pas est aux nos vos je il"
    ),
    centuries=frozenset(("siècle", "siècles")),
    single=lambda amount: amount in ("0", "1"),
)
