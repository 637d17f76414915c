"""Short forms of German, French and Dutch papers and reference books, beyond the commonest."""

from __future__ import annotations

from listen.speech.rules import table

GERMAN = table(
    """
    Gr.=Größe | lit.=Buchstabe | s. auch=siehe auch | Teiln.=Teilnehmer | Min.-Rat=Ministerialrat |
    Jugendl.=Jugendliche | Erw.=Erwachsene | a. a. O.=am angegebenen Ort |
    Abk.=Abkürzung |
    Abschn.=Abschnitt | Anh.=Anhang | anschl.=anschließend |
    Ausg.=Ausgabe | Bde.=Bände | bearb.=bearbeitet | betr.=betreffend | Betr.=Betreff | Bez.=Bezirk |
    bez.=bezüglich | Bf.=Bahnhof | Bj.=Baujahr | dgl.=dergleichen | dergl.=dergleichen | d. Ä.=der Ältere |
    ebd.=ebenda | eigtl.=eigentlich | eigentl.=eigentlich | Expl.=Exemplare | Fam.=Familie | Fn.=Fußnote |
    Frl.=Fräulein | Gebr.=Gebrüder | gesch.=geschieden | ggfs.=gegebenenfalls | Ggs.=Gegensatz |
    hebr.=hebräisch | Hrn.=Herrn | i. B.=im Breisgau | i. J.=im Jahr | i. Tr.=in der Trockenmasse |
    insb.=insbesondere | insbes.=insbesondere | jap.=japanisch | Jb.=Jahrbuch | Jgg.=Jahrgänge |
    jmd.=jemand | jmdm.=jemandem | jmdn.=jemanden | kfm.=kaufmännisch | Komp.=Kompanie | Krs.=Kreis |
    Kr.=Kreis | luth.=lutherisch | Mill.=Millionen | näml.=nämlich | n. Br.=nördlicher Breite |
    ö. L.=östlicher Länge | w. L.=westlicher Länge | s. Br.=südlicher Breite | Nrn.=Nummern |
    o. B.=ohne Befund | o. k.=okay | o. O.=ohne Ort | od.=oder | Postf.=Postfach | prot.=protestantisch |
    Proz.=Prozent | Red.=Redaktion | röm.=römisch | röm.-kath.=römisch-katholisch |
    s. d.=siehe dort | schwäb.=schwäbisch | sen.=senior | spez.=speziell |
    Taf.=Tafel | techn.=technisch | ü. NN=über Normalnull | ü. M.=über dem Meer | usf.=und so fort |
    Verl.=Verlag | vollst.=vollständig | vorl.=vorläufig | vs.=versus | z. H.=zu Händen | Zs.=Zeitschrift |
    Ffm.=Frankfurt am Main | Pfr.=Pfarrer | Bgm.=Bürgermeister | Oblt.=Oberleutnant |
    Uffz.=Unteroffizier | Mag.=Magister | DDr.=Doktor Doktor |
    Rs.=Rechtssache | hauptsächl.=hauptsächlich | vermutl.=vermutlich | wahrscheinl.=wahrscheinlich |
    ungef.=ungefähr | mögl.=möglich | Nachf.=Nachfolger | gegenw.=gegenwärtig | k. A.=keine Angabe |
    tlw.=teilweise | norddt.=norddeutsch | süddt.=süddeutsch | ostdt.=ostdeutsch | westdt.=westdeutsch |
    öffentl.=öffentlich | städt.=städtisch | staatl.=staatlich | kirchl.=kirchlich | ärztl.=ärztlich |
    berufl.=beruflich | stdl.=stündlich | stündl.=stündlich | Vorst.=Vorstand | verst.=verstorben |
    versch.=verschiedene | voraussichtl.=voraussichtlich | zahlr.=zahlreiche | s.=siehe | Lfg.=Lieferung |
    Kl.=Klasse | Pl.=Platz | Jhd.=Jahrhundert | p. m.=pro Monat | gg.=gegen |
    Hauptbhf.=Hauptbahnhof | Reg.=Regierung | Min.-Präs.=Ministerpräsident
    """
)
GERMAN_UNITS = table(
    """
    dt=Dezitonnen | °F=Grad Fahrenheit | U/min=Umdrehungen pro Minute | Mbps=Megabit pro Sekunde |
    sm=Seemeilen |
    MP=Megapixel | J.=Jahre | Mon.=Monate | Wo.=Wochen | Pkte.=Punkte | Stck.=Stück |
    Stk.=Stück | Dtzd.=Dutzend |
    Ztr.=Zentner | Tg.=Tage
    """
)
FRENCH = table(
    """
    s'adr.=s'adresser | adhér.=adhérents | Ts les=tous les | ts les=tous les | adm.=administration |
    adr.=adresse | ann.=annexe | arch.=archives | auj.=aujourd'hui | boul.=boulevard |
    cat.=catégorie | circ.=circonscription | civ.=civile | compl.=complément | conf.=conférence |
    coop.=coopérative | corresp.=correspondance | crim.=criminelle | dépt=département |
    dest.=destinataire | dict.=dictionnaire | doc.=document | élém.=élémentaire | équiv.=équivalent |
    ext.=extérieur | faub.=faubourg | gd=grand | gde=grande | gouv.=gouvernement |
    hist.=histoire | id.=idem | incl.=inclus | introd.=introduction | lieut.=lieutenant |
    litt.=littéralement | loc. cit.=loco citato | masc.=masculin | fém.=féminin | méd.=médecine |
    Mlles=mesdemoiselles | ms.=manuscrit | N.B.=nota bene | N.-D.=Notre-Dame | N. D.=Notre-Dame |
    NdT=note du traducteur | obs.=observation | plur.=pluriel | prov.=province |
    P.-S.=post-scriptum | P.S.=post-scriptum | publ.=publié | qqch.=quelque chose | qqf.=quelquefois |
    qqn=quelqu'un | rdv=rendez-vous | rééd.=réédition | rép.=réponse | s. d.=sans date |
    s. l.=sans lieu | sect.=section | spéc.=spécialement | sqq.=et suivants | Sts=saints | Stes=saintes |
    suppl.=supplément | syn.=synonyme | tjrs=toujours | svp=s'il vous plaît |
    SVP=s'il vous plaît | RSVP=répondez s'il vous plaît | nb=nombre | nbre=nombre | nbreux=nombreux |
    bcp=beaucoup | dvpt=développement | gvt=gouvernement | Cpl=caporal | Ctesse=comtesse |
    s.-préf.=sous-préfet | dir. gén.=directeur général | dél.=délégué | secr.=secrétaire |
    secr. gén.=secrétaire général | quot.=quotidien | hebdo.=hebdomadaire | imm.=immeuble |
    esc.=escalier | p.-ê.=peut-être | m. à j.=mise à jour | vs=versus | vs.=versus |
    Rev.=révérend | S. S.=Sa Sainteté | Ch.=chapitre | lat.=latin | sc.=sciences |
    éd. rev.=édition revue
    """
)
FRENCH_UNITS = table(
    "pb=points de base | tr/min=tours par minute | hab/km²=habitants au kilomètre carré | "
    "c.à.s.=cuillères à soupe | c.à.c.=cuillères à café | "
    "µg=microgrammes | µg/l=microgrammes par litre | "
    "km³=kilomètres cubes | mm²=millimètres carrés | mm³=millimètres cubes | dm³=décimètres cubes | "
    "ng=nanogrammes | µl=microlitres | µL=microlitres | kVA=kilovoltampères | ua=unités astronomiques | "
    "po=pouces | pi=pieds | lb=livres | oz=onces | t.a.b.=tirs au but | kmh=kilomètres heure | "
    "m/s²=mètres par seconde au carré | "
    "ko=kilooctets | q/ha=quintaux par hectare | q=quintaux | Mbps=mégabits par seconde | ms=millisecondes | "
    "Gbps=gigabits par seconde | MP=mégapixels | Mpx=mégapixels | Ah=ampères heure | ct=centimes | "
    "DH=dirhams | MAD=dirhams marocains | TND=dinars tunisiens | DA=dinars | DM=marks | BTC=bitcoins "
    "| kWc=kilowatts-crête | kPa=kilopascals | j=jours | "
    "kt=kilotonnes | Mt=mégatonnes | Gt=gigatonnes | kN=kilonewtons | UI=unités internationales | "
    "mSv=millisieverts | cts=centimes | ctms=centimes | sem.=semaines | jrs=jours | kgs=kilos | "
    "kms=kilomètres"
)
DUTCH = table(
    """
    t.o.=tegenover | o.w.=onder wie | aanh.=aanhangsel | aanw.=aanwezig | adm.=administratie |
    afk.=afkorting | afl.=aflevering |
    a.d.=aan de | a.g.v.=als gevolg van | artt.=artikelen | ass.=assistent | betr.=betreffende |
    bijz.=bijzonder | bj.=bouwjaar | br.=broeder | cf.=conform | dgl.=dergelijke |
    dir.=directeur | eerw.=eerwaarde | fa.=firma | geref.=gereformeerd | ged.=gedeelte | get.=getekend |
    hr.=heer | hs.=huis | ibid.=ibidem | id.=idem | i.e.=id est | ill.=illustratie |
    i.o.v.=in opdracht van | inl.=inlichtingen | inst.=instituut | jg.=jaargang | jkvr.=jonkvrouw |
    kand.=kandidaat | kath.=katholiek | kpt.=kapitein | ll.=laatstleden |
    luit.=luitenant | med.=medisch | mej.=mejuffrouw | m.i.v.=met ingang van |
    m.m.v.=met medewerking van | N.B.=nota bene | Ned.=Nederlands |
    n.o.t.k.=nader overeen te komen | ntb.=nader te bepalen | n.t.b.=nader te bepalen | ontv.=ontvangen |
    opg.=opgave | opp.=oppervlakte | oud-min.=oud-minister | ovl.=overleden | p.a.=per jaar |
    p/a=per adres | pct.=procent | p.j.=per jaar | plm.=plusminus |
    plv.=plaatsvervangend | p.st.=per stuk | p.u.=per uur | p.w.=per week | prov.=provincie |
    P.S.=postscriptum | prot.=protestants | rec.=recensie | ref.=referentie | r.k.=rooms-katholiek |
    r.-k.=rooms-katholiek | serg.=sergeant | Stcrt.=Staatscourant | techn.=technisch |
    tegenw.=tegenwoordig | toel.=toelichting | univ.=universiteit | v.d.=van de | v.h.=van het |
    verg.=vergelijk | verm.=vermoedelijk | v.l.n.r.=van links naar rechts |
    v.r.n.l.=van rechts naar links | vlg.=volgens | vlgs.=volgens | voorm.=voormalig | voorl.=voorlopig |
    v.v.=vice versa | v.w.b.=voor wat betreft | w.v.=waarvan | z.a.=zie aldaar | zg.=zogenaamd |
    Zn.=zonen | bvb.=bijvoorbeeld | tbv=ten behoeve van | tgv=ten gevolge van | ipv=in plaats van |
    evt=eventueel | incl=inclusief | excl=exclusief | blz=bladzijde | bijv=bijvoorbeeld |
    etc=et cetera | enz=enzovoort | m.m.=mutatis mutandis | ev.=eventueel | woonk.=woonkamer |
    slaapk.=slaapkamer | i.c.=in casu | kw.=kwartaal | e.o.=en omgeving | a.i.=ad interim | Fa.=firma |
    burg.=burgemeester | t.m.=tot en met | zn.=zoon | m.a.w=met andere woorden |
    kl.=klasse | m.b.o.=mbo | vz.=voorzitter
    """
)
DUTCH_UNITS = table(
    "u=uur | kn=knopen | tpm=toeren per minuut | Mbps=megabit per seconde | Gbps=gigabit per seconde | "
    "°F=graden Fahrenheit | mnd=maanden | mnd.=maanden | wk=weken | wk.=weken | jr=jaar | pct=procent | "
    "dgn=dagen | wkn=weken"
)
