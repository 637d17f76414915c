"""Names of units: one, many, and after "per"."""

from __future__ import annotations

from listen.speech.rules import table, twins
from listen.speech.writing import patterns as re

_SPELLING = {"metre": "meter", "litre": "liter", "gramme": "gram"}

# Written: (one, many). Metres and litres are written the British way and changed for Americans.
UNITS: dict[str, tuple[str, str]] = twins(
    """
    °C=degree Celsius/degrees Celsius | °F=degree Fahrenheit/degrees Fahrenheit | ft=foot/feet |
    deg=degree/degrees |
    in=inch/inches | Hz=hertz/hertz | kHz=kilohertz/kilohertz | MHz=megahertz/megahertz |
    GHz=gigahertz/gigahertz | bps=basis point/basis points | bp=basis point/basis points |
    mph=mile per hour/miles per hour | kph=kilometre per hour/kilometres per hour |
    kmh=kilometre per hour/kilometres per hour | mpg=mile per gallon/miles per gallon |
    rpm=revolution per minute/revolutions per minute | r/min=revolution per minute/revolutions per minute |
    bpm=beat per minute/beats per minute |
    fps=frame per second/frames per second | bpd=barrel per day/barrels per day |
    b/d=barrel per day/barrels per day | ppm=part per million/parts per million |
    ppb=part per billion/parts per billion | Mbps=megabit per second/megabits per second |
    Gbps=gigabit per second/gigabits per second |
    Tbps=terabit per second/terabits per second | Kbps=kilobit per second/kilobits per second |
    gbps=gigabit per second/gigabits per second | MBps=megabyte per second/megabytes per second |
    GBps=gigabyte per second/gigabytes per second |
    mbps=megabit per second/megabits per second | kbps=kilobit per second/kilobits per second |
    hp=horsepower/horsepower | bhp=brake horsepower/brake horsepower | mi=mile/miles | oz=ounce/ounces |
    lb=pound/pounds | lbs=pound/pounds | yd=yard/yards | yds=yard/yards | ha=hectare/hectares |
    ac=acre/acres | pk=pack/packs | pkg=package/packages | pkgs=package/packages |
    doz=dozen/dozen | cu yd=cubic yard/cubic yards | cu in=cubic inch/cubic inches |
    gal=gallon/gallons | gals=gallon/gallons | qts=quart/quarts | cu. ft=cubic foot/cubic feet |
    cu. in=cubic inch/cubic inches | cu. yd=cubic yard/cubic yards | dB=decibel/decibels |
    psi=pound per square inch/pounds per square inch |
    nm=nanometre/nanometres | hr=hour/hours | hrs=hour/hours | min=minute/minutes | mins=minute/minutes
    | sec=second/seconds | secs=second/seconds | ms=millisecond/milliseconds |
    reb=rebound/rebounds | rebs=rebound/rebounds | ast=assist/assists | asts=assist/assists |
    blk=block/blocks | stl=steal/steals |
    pp=percentage point/percentage points | ppt=percentage point/percentage points | pts=point/points |
    bbl=barrel/barrels | cc=cubic centimetre/cubic centimetres | mAh=milliamp hour/milliamp hours |
    kcal=kilocalorie/kilocalories | Kcal=kilocalorie/kilocalories | KCal=kilocalorie/kilocalories |
    gm=gram/grams | gms=gram/grams | kgs=kilogram/kilograms | ltr=litre/litres | ltrs=litre/litres |
    kms=kilometre/kilometres | mtr=metre/metres | mtrs=metre/metres |
    kb=kilobyte/kilobytes | gb=gigabyte/gigabytes | tb=terabyte/terabytes |
    cal=calorie/calories | V=volt/volts | kV=kilovolt/kilovolts |
    W=watt/watts | J=joule/joules | kJ=kilojoule/kilojoules | Pa=pascal/pascals |
    kPa=kilopascal/kilopascals | hPa=hectopascal/hectopascals | MPa=megapascal/megapascals |
    MP=megapixel/megapixels | Nm=newton metre/newton metres | µg=microgram/micrograms |
    μg=microgram/micrograms | mcg=microgram/micrograms | µm=micron/microns | μm=micron/microns |
    tbsp=tablespoon/tablespoons | tsp=teaspoon/teaspoons |
    TBSP=tablespoon/tablespoons | TSP=teaspoon/teaspoons | MeV=mega electron volt/mega electron volts |
    cu ft=cubic foot/cubic feet | sq ft=square foot/square feet | sq in=square inch/square inches |
    sqft=square foot/square feet | sq mi=square mile/square miles | sq miles=square mile/square miles |
    sq mile=square mile/square miles | sq yd=square yard/square yards |
    sq metres=square metre/square metres | sq meters=square metre/square metres |
    nmi=nautical mile/nautical miles | kt=knot/knots | kts=knot/knots | Sv=sievert/sieverts |
    mSv=millisievert/millisieverts | cwt=hundredweight/hundredweight | mth=month/months |
    mths=month/months | mos=month/months |
    amp hr=amp hour/amp hours | amp hrs=amp hour/amp hours | watt hr=watt hour/watt hours |
    watt hrs=watt hour/watt hours | man hrs=man hour/man hours | credit hrs=credit hour/credit hours |
    cr hr=credit hour/credit hours | cr hrs=credit hour/credit hours |
    cr. hr=credit hour/credit hours | cr. hrs=credit hour/credit hours |
    Cr.Hr=credit hour/credit hours | Cr. Hrs=credit hour/credit hours | Cr. Hr=credit hour/credit hours |
    A=amp/amps | Ah=amp hour/amp hours | A·h=amp hour/amp hours | A⋅h=amp hour/amp hours |
    LB=pound/pounds | OZ=ounce/ounces |
    VDC=volt D C/volts D C | VAC=volt A C/volts A C | Vdc=volt D C/volts D C |
    Vac=volt A C/volts A C | nt=night/nights | nts=night/nights | nit=nit/nits |
    GbE=gigabit Ethernet/gigabit Ethernet |
    Gyr=billion years/billion years | Myr=million years/million years |
    kyr=thousand years/thousand years |
    AU=astronomical unit/astronomical units | mA=milliamp/milliamps | N=newton/newtons |
    kN=kilonewton/kilonewtons |
    N·m=newton metre/newton metres | N⋅m=newton metre/newton metres | dBm=decibel milliwatt/decibel
    milliwatts |
    mEq=milliequivalent/milliequivalents | mOsm=milliosmole/milliosmoles |
    mmol=millimole/millimoles | mol=mole/moles | Mbit=megabit/megabits | Gbit=gigabit/gigabits |
    kbit=kilobit/kilobits | GiB=gibibyte/gibibytes | MiB=mebibyte/mebibytes |
    KiB=kibibyte/kibibytes | TiB=tebibyte/tebibytes | lm=lumen/lumens | lx=lux/lux |
    ng=nanogram/nanograms | pg=picogram/picograms | µL=microlitre/microlitres | μL=microlitre/microlitres |
    µmol=micromole/micromoles | nmol=nanomole/nanomoles | IU=international unit/international units |
    oz-in=ounce inch/ounce inches | oz.-in=ounce inch/ounce inches | lb-in=pound inch/pound inches |
    N-m=newton metre/newton metres | kg·cm=kilogram centimetre/kilogram centimetres |
    in-lb=inch pound/inch pounds | in-lbs=inch pound/inch pounds | ft-lb=foot pound/foot pounds |
    ft-lbs=foot pound/foot pounds | lb-ft=pound foot/pound feet | cd=candela/candelas | qt=quart/quarts |
    pt=pint/pints | fl oz=fluid ounce/fluid ounces |
    fl. oz=fluid ounce/fluid ounces |
    mb=millibar/millibars | dpi=dot per inch/dots per inch | ppi=pixel per inch/pixels per inch |
    Ω=ohm/ohms | kΩ=kilohm/kilohms | MΩ=megohm/megohms | mmHg=millimetre of mercury/millimetres of mercury |
    wkt=wicket/wickets | wkts=wicket/wickets | cyl=cylinder/cylinders | px=pixel/pixels |
    spd=speed/speeds | ep=episode/episodes |
    eps=episode/episodes | sts=stitch/stitches | pcs=piece/pieces |
    tkts=ticket/tickets | bdrm=bedroom/bedrooms | bdrms=bedroom/bedrooms | sqm=square metre/square metres |
    sf=square foot/square feet | tbs=tablespoon/tablespoons | tsps=teaspoon/teaspoons |
    tbsps=tablespoon/tablespoons | pkts=packet/packets | mbar=millibar/millibars | kn=knot/knots |
    inHg=inch of mercury/inches of mercury | cfs=cubic foot per second/cubic feet per second |
    cfm=cubic foot per minute/cubic feet per minute | gpm=gallon per minute/gallons per minute |
    gph=gallon per hour/gallons per hour | wpm=word per minute/words per minute |
    Mcf=thousand cubic feet/thousand cubic feet | Bcf=billion cubic feet/billion cubic feet |
    bcf=billion cubic feet/billion cubic feet | ac-ft=acre foot/acre feet | kVA=kilovolt amp/kilovolt amps |
    ppg=point per game/points per game | rpg=rebound per game/rebounds per game |
    apg=assist per game/assists per game | gsm=gram per square metre/grams per square metre |
    kcals=kilocalorie/kilocalories | cals=calorie/calories | rds=round/rounds |
    mo=month/months | ga=gauge/gauge | bu=bushel/bushels | s.f=square foot/square feet |
    d.p=decimal place/decimal places |
    yr=year/years | yrs=year/years | wk=week/weeks | wks=week/weeks | ly=light year/light years
    """
)

_PREFIXED = {
    "m": ("metre", ("k", "c", "m")), "g": ("gram", ("", "k", "m", "n", "p")),
    "l": ("litre", ("", "m", "c", "d")),
    "W": ("watt", ("k", "M", "G", "T", "m", "µ")), "Wh": ("watt hour", ("", "k", "M", "G", "T")),
    "B": ("byte", ("k", "K", "M", "G", "T", "P")), "b": ("bit", ("M", "G", "T")),
    "t": ("tonne", ("", "M", "k")),
    "m²": ("square metre", ("", "k", "c", "m")), "m³": ("cubic metre", ("", "k", "c", "m")),
    "V": ("volt", ("k", "m", "µ")), "eV": ("electron volt", ("", "k", "G", "T", "m")),
    "pc": ("parsec", ("k", "M", "G")), "Hz": ("hertz", ("m", "T")), "s": ("second", ("n", "µ", "f")),
    "J": ("joule", ("M", "G", "m")), "A": ("amp", ("µ", "n", "k")), "F": ("farad", ("µ", "n", "p")),
    "Bq": ("becquerel", ("", "k", "M", "G", "T")), "Gy": ("gray", ("", "m")), "Sv": ("sievert", ("µ",)),
    "mol": ("mole", ("k", "p")), "M": ("molar", ("m", "µ", "n")), "Pa": ("pascal", ("G",)),
    "T": ("tesla", ("m", "µ")), "bit/s": ("bit per second", ("", "k", "M", "G", "T")),
    "b/s": ("bit per second", ("k", "M", "G")),
}  # fmt: skip
"""Names without their prefix, and the prefixes that they are met with."""

_PREFIX_NAMES = table(
    """
    = | k=kilo | K=kilo | M=mega | G=giga | T=tera | P=peta | m=milli | c=centi | d=deci |
    n=nano | µ=micro | f=femto | p=pico
    """
)


def _fill() -> None:
    for base, (name, prefixes) in _PREFIXED.items():
        for prefix in prefixes:
            base_name, over, rest = name.partition(" per ")
            kind, _, noun = base_name.rpartition(" ")
            if kind == "watt":
                one, many = f"{_PREFIX_NAMES[prefix]}watt hour", f"{_PREFIX_NAMES[prefix]}watt hours"
            else:
                one = f"{kind} {_PREFIX_NAMES[prefix]}{noun}".strip()
                if kind == "electron":
                    one = f"{_PREFIX_NAMES[prefix]} {base_name}".strip()
                many = one if noun in ("hertz", "molar") else f"{one}s"
                one, many = f"{one}{over}{rest}", f"{many}{over}{rest}"
            UNITS.setdefault(prefix + base, (one, many))
    UNITS["L"] = UNITS["l"]
    UNITS["mL"] = UNITS["ml"]
    UNITS["m"] = ("metre", "metres")
    for power, mark in (("2", "²"), ("3", "³")):
        for length in ("m", "km", "cm", "mm"):
            UNITS[length + power] = UNITS[length + mark]
    for length, (one, many) in {"km": UNITS["km"], "m": UNITS["m"], "cm": UNITS["cm"]}.items():
        UNITS[f"sq {length}"] = UNITS[f"sq. {length}"] = (f"square {one}", f"square {many}")
        UNITS[f"cu {length}"] = (f"cubic {one}", f"cubic {many}")
    for length in ("ft", "mi", "in", "yd", "miles"):
        UNITS[f"sq. {length}"] = UNITS[f"sq {length}"]
    for name in [name for name in UNITS if re.match(r"(?:sq|cu|fl)\.? ", name)]:
        UNITS[re.sub(r"\.? ", ".", name)] = UNITS[name]  # "cu.ft.", "fl.oz."
    for upper in ("KG", "Kg"):
        UNITS[upper] = UNITS["kg"]
    for upper in ("KM", "Km"):
        UNITS[upper] = UNITS["km"]
    for micro in [name for name in UNITS if "µ" in name]:
        UNITS.setdefault(micro.replace("µ", "μ"), UNITS[micro])  # the Greek letter as well as the sign
    for power, kind in (("²", "square"), ("³", "cubic")):
        for length in ("ft", "in", "yd", "mi"):
            one, many = UNITS[length]
            UNITS[length + power] = (f"{kind} {one}", f"{kind} {many}")
    UNITS["LBS"] = UNITS["lbs"]
    UNITS["MPH"] = UNITS["mph"]
    for short in ("hrs", "hr", "mins", "min", "secs", "yrs", "pcs"):
        UNITS[short.capitalize()] = UNITS[short]
    for short in ("hrs", "mins", "secs", "yrs", "yr"):
        UNITS[short.upper()] = UNITS[short]
    UNITS["KHz"] = UNITS["Khz"] = UNITS["kHz"]
    for hertz in ("Hz", "kHz", "MHz", "GHz"):  # "8K Hz", "144hz", "60HZ"
        prefix = hertz[:-2]
        for written in sorted(
            {hertz.lower(), hertz.upper(), f"{prefix.upper()}hz", f"{prefix} Hz", f"{prefix.upper()} Hz"}
            - {" Hz"}
        ):
            UNITS.setdefault(written, UNITS[hertz])
    for short in ("mph", "mpg", "rpm"):
        UNITS[".".join(short)] = UNITS[
            short
        ]  # m.p.h., the full stop after it being its own or the sentence's


PER_NAMES = table(
    """
    h=hour | hr=hour | s=second | sec=second | min=minute | m=metre | km=kilometre | kg=kilogram |
    g=gram | L=litre | l=litre | dL=decilitre | ml=millilitre | day=day | d=day | yr=year | year=year |
    m2=square metre | m²=square metre | m3=cubic metre | m³=cubic metre | week=week | month=month |
    cm³=cubic centimetre | cm3=cubic centimetre | cm²=square centimetre | mm²=square millimetre |
    s²=second squared | s2=second squared | s^2=second squared | 100km=one hundred kilometres |
    100 km=one hundred kilometres | 100 mi=one hundred miles | 100mi=one hundred miles |
    ft=foot | ft²=square foot |
    ft2=square foot | ft³=cubic foot | ft3=cubic foot | in²=square inch | in³=cubic inch |
    mL=millilitre | mol=mole | dm³=cubic decimetre | dm3=cubic decimetre | W=watt |
    ac=acre | bu=bushel | acre=acre | ha=hectare |
    µL=microlitre | mm³=cubic millimetre | mm3=cubic millimetre | wk=week |
    mo=month | µl=microlitre | cm2=square centimetre | K=kelvin | person=person |
    kWh=kilowatt hour | lb=pound | gal=gallon | mi=mile | sq ft=square foot |
    sqm=square metre | sqft=square foot
    """
)


_SCALES = (
    "hz kHz MHz GHz THz|µm mm cm in ft yd m km mi|mcg mg g oz lb lbs kg t|ml cl dl l|W kW MW GW TW|"
    "ms s sec secs min mins hr hrs|KB MB GB TB PB|kbps Mbps Gbps|V kV|mA A"
)
"""Units of one kind from the smallest to the largest."""


def ascends(first: str, second: str) -> bool:
    """Return whether a range goes to a larger unit of its kind: "20Hz-20kHz", not "6ft-2in"."""
    if first == second:
        return True
    for scale in _SCALES.lower().split("|"):
        order = scale.split()
        if first.lower() in order and second.lower() in order:
            return order.index(first.lower()) < order.index(second.lower())
    return False


def local(words: str, british: bool) -> str:
    """A unit's name spelled for the locale."""
    if british:
        return words
    for ours, theirs in _SPELLING.items():
        words = words.replace(ours, theirs)
    return words


_fill()
