"""This module says which capitals are words, which are letters, and which are neither."""

from __future__ import annotations

from listen.speech.rules import table, words

# Said as a word. A value gives the spelling that is said, where it isn't the capitalised word.
WORDS = words(
    """
    COP DAX ICE NATO NASA OPEC UNICEF UNESCO AUKUS ASEAN UEFA FIFA SWAT FEMA DACA PIN COBRA SCOTUS
    POTUS FLOTUS DOGE AIPAC SARS SAGE MERS AIDS NAFTA LASER RADAR SONAR SCUBA OSHA NOAA CERN OFSTED
    OFCOM OFGEM OFWAT ACAS CAFCASS DEFRA NASDAQ GATT OXFAM INTERPOL EUROPOL FRONTEX MENSA NEET SIM RAM
    ROM GIF LAN WAN ASBO BAFTA EGOT HIPAA COVID BREXIT ISIS ISIL HAMAS AWOL BAME CAPTCHA CARICOM
    CONCACAF CONMEBOL DARPA ECOWAS EFTA ERASMUS FIBA FARC FARA FIDE GAAP GITMO GLAAD IKEA INSEAD LAMDA
    MAGA NASCAR NIMBY PETA PEPFAR PISA QUANGO RADA RICO SAARC SADC SIDS SOAS SOCOM CENTCOM AFRICOM STEM
    SUNY CUNY SWAPO TARP TASER TEPCO TED UNITA UNISON UNRWA UNCTAD UNIFIL UNAIDS WASP YIMBY LEGO MASH
    NORAD PEMEX RAND SEATO SETI TESCO TOEFL WAG WIPO YOLO FOMO LOL BOGOF ASIC FOIA UKIP MENA EMEA BRICS
    BRIC EBITDA SNAP EURATOM ESOP REIT REITS UCAS ZIP SPAC SPACS FAANG AFCON HIMARS ATACMS JDAM AWACS
    GLONASS NICU PICU FTSE LIBOR SOFR EURIBOR SONIA SWIFT BART AMTRAK SEPTA MARTA ALDI ASDA FIAT SAAB
    TOYOTA ADNOC ARAMCO PIMCO CALPERS GEICO COSCO MOMA LACMA ANZAC ANZUS OCHA TASS ANSA BIMSTEC MERCOSUR
    UNASUR LASIK BOGO DREAM MPOX PIP CAP LIV LUX SAG FOX VOX OXO UGG JIT WIX GNOME MAC DOW PAX EBSCO
    AFTRA SEAL USADA USANA GAN NAMM RAG VIA
    ACME JAG FUD SIPPS THAAD HAARP NORML UMBRO
    YAML SAML XAML HAML TOML CAGR ROFL
    SUM HUD SIPP ECMO VIX PEX WIC MERV SOX DEX BIM HUB REP OEKO TEX XBOX AARON ISAAC HAWAII KIT MAUI
    """
)

# Said in a way that neither the letters nor the word show.
SPELLED: dict[str, str] = table(
    """
    FTSE=Footsie | NAACP=N double A C P | NCAA=N C double A | AAA=triple A | USAID=U S aid |
    AAAS=triple A S | JSONB=jason B | JAK=jack | PTIN=P tin | ITIN=I tin | ECMA=ekma | NPHET=neffet |
    IIIF=triple I F | DIRECTV=Direct T V |
    JPEG=jay peg | JSON=jason | MPEG=em peg | ICBM=I C B M | CIO=C I O | AFL=A F L | IEEE=I triple E |
    WWII=World War Two | WWI=World War One | PHD=P H D | NYPD=N Y P D | VS=versus | OK=okay | TVS=T V's
    | MSNBC=M S N B C | CSPAN=C span | BTEC=B tec | CPAC=C pack |
    ATACMS=attack ems | GMAT=G mat | LSAT=L sat | MCAT=M cat | CSAIL=C sail |
    USDOT=U S D O T | TOEIC=toe ick | IELTS=I elts | PSAT=P sat | NCLEX=N clex | ASCII=askee |
    CMOS=C moss | VUE=view | SKU=skew | SIMD=sim D | DNSSEC=D N S sec | IPSEC=I P sec | SRAM=S ram |
    DRAM=D ram | NVRAM=N V ram |
    VLAN=V lan | WLAN=W lan | DIMM=dim | SODIMM=so dim | UDIMM=U dim | RDIMM=R dim |
    OSINT=O sint | DMARC=D mark | CPAP=C
    pap | CNET=C net | LDAP=L dap |
    WYSIWYG=wizzywig | YOY=year on year |
    QOQ=quarter on quarter | DWORD=D word | AARCH=A arch | WHATWG=what W G | SCSI=scuzzy |
    HIIT=hit | CNAME=C name | DNAME=D name | NSAID=N said |
    DIHS=D I H S | VSCO=visco | HVAC=H vac | JFET=J fet | VSEPR=vesper | NGINX=engine X | NERSC=nersk |
    NREL=N rel | FHIR=fire | HCPCS=hick picks | RCEP=R sep | EPUB=E pub | EPROM=E prom | EEPROM=E E prom |
    UART=U art | SASE=sassy | UTEP=U tep | CIDR=cider | QUIC=quick | CIFS=siffs | GURPS=gurps |
    FASB=faz bee | GASB=gaz bee | MIRV=merv | TCAS=T cass | CABG=cabbage | PSYOP=sigh op |
    TIMSS=tims | SERPS=serps | FICO=fyco | CAMT=cam T |
    USPAP=U spap | JSTOR=jay store | SHRM=sherm | AIIMS=aims | TÜV=T U V |
    PMBOK=pimbok | ACTFL=actful | MRSA=mersa | CFIUS=siffius | HACCP=hassip |
    CAMHS=cams | COSHH=cosh | NCAP=N cap | JTAG=J tag | RBAC=R back | SBOM=S bom | DKIM=D kim |
    GWAS=G wass | CBAM=C bam | BECCS=becks | DACCS=dacks | MCAS=M cass | ETOPS=E tops |
    EICAS=I cass | CIWS=sea whiz | GMLRS=gimlers | MRAP=M rap | JSOC=J sock |
    FSMA=fizma | STAAR=star | ASHRAE=ash ray | ICANN=I can |
    CSAT=C sat | JBOD=J bod | EBCDIC=ebsidick | FBAR=F bar | CASB=casbee | LOINC=loink |
    NAEYC=naysee | IMAP=I map | CPTED=septed | PTAB=P tab | TTAB=T tab | NAICS=nakes |
    KFOR=K for | ISAF=I saff | VTOL=V tol |
    OBGYN=O B G Y N | EPYC=epic | HAMR=hammer | PECL=pickle | HOVR=hover | BUIDL=build |
    SLSA=salsa | YNAB=why nab | TFLOPS=teraflops | GFLOPS=gigaflops | PFLOPS=petaflops
    """
)

# Said as letters although they look like words, or stand for something in a headline too.
LETTERWISE = words(
    """
    UCCA AEST AEDT ACST AWST
    ECC UK US EU UN USA UAE USSR DRC PRC ROK DPRK GB NI LA NY DC NYC SF NZ KSA BBC ITV CNN NBC CBS ABC PBS
    NPR AP AFP PA ANI PTI CBC RTE ZDF ARD RT AI IT PR HR TV FM AM PM IQ IP ID PC PS OS UI UX VR AR XR GP
    GPS DNA RNA HIV IVF MRI CT ECG EKG ICU ER OR AED CPR IBS ADHD OCD PTSD STI STD HPV RSV TB MS ALS GDP
    GNP VAT CPI PPI PMI RPI IPO CEO CFO COO CTO CMO VP SVP EVP HQ JV ESG ETF NFT ATM FX QE SEC FTC
    FCC FDA EPA DOJ FBI CIA NSA DHS ICE CBP TSA IRS GOP DNC RNC DEA ATF BLM DEI SSA VA DOD DOE DOT
    HHS CDC NIH NHTSA FAA NTSB NRA ACLU UAW AFT NEA SAT ACT MBA BA MA BSC MSC GCSE IMF WTO WHO WFP WHA
    ICC ICJ ECB ECHR ECJ EC EP IAEA ILO IOC IPCC ITU OAS OECD OPCW OSCE UNHCR UNSC UNGA IDF IRA INLA UDA
    UVF DUP SDLP SNP MP MPS MEP MSP PMQ PMQS HM HRH HMRC HMP HMS MOD MI NHS BMA RCN GMC CQC NCA CPS IOPC
    MET RAF RMT TUC GMB CBI FCA BOE PRA ONS OBR IFS DVLA DWP DFE DHSC FCDO FCO RSPCA RSPB RNLI RAC AA BT
    EDF ITN LBC KC QC JP DJ MC VIP CV DIY EV EVS HGV SUV LGV UFO UAP RIP FAQ TBC TBA IOU ISP URL SMS PDF
    CD DVD USB HD HDR LED LCD OLED CGI HBO ESPN AMC BAE GE GM BMW VW KFC H2O PFI PPE NGO NGOS IED WMD
    RPG APC POW MIA KIA SAS SBS EMT EMS LGBT LGBTQ LGBTQI NBA NFL NHL MLB MLS NCAA WNBA PGA LPGA
    UFC WWE ATP WTA FA EFL EPL FC AFC PSG MCC IPL LBW ODI T20 RFU WRU SRU IRFU FIA F1 BTCC IAAF BMI KGB
    FSB GRU SVR MSS ISI PLO PLA CCP BJP PKK YPG SDF FSA HTS TTP ANC DA EFF MDC AFD CDU CSU SPD FDP OVP
    PSOE PP PVV VVD RN LFI AKP CHP HDP MHP PIS PO LDP DPP KMT NLD KNU RSF SAF TPLF AU AIDS-X EDT EST PST
    PDT CST GMT BST UTC CET BC AD CE BCE AGM EGM APR ISA SIPP NIC PAYE CGT IHT SDLT DUI DWI DOA AKA FYI
    ASAP ETA TBD NSFW AOL IBM HP AMD TSMC SAP ASML UBS HSBC RBS TSB ING BNP KPMG EY PWC LSE NYSE
    BBQ IPA ABV OTT BFF OMG WTF CCTV PCSO CID DCI DI DS ANPR CSI SUVS AUV ROV ISS ESA JAXA ISRO
    JWST OAP OAPS ADL AAA NYT WSJ FT LAPD NYPD LAX JFK MSF ICRC IFRC IRC EU-X RTÉ PLC LLC LLP OB GYN ADA
    ACA USAF USMC USCG RAAF RCAF AARP BASF YMCA YWCA UCLA USDA FOMC IUCN UKRI CAAC ICAO PHEV LGBTQIA UKHSA
    UEA UCD UAL IAG OAG EIA IEA AEA
    BYOB ICAEW ACCA AICPA ICAI USVI CIOB API APIS GUI SDK IDE IDES URI ORM CRM ERP KPI KPIS ROI SEO SDKS
    GUIS UUID PSA TIL AMA AOC COPD NYAG NAIC AOT GIL CPU GPU APU NPU IMEI IMSI ICCID MEID UDID GRE GED
    UEFI USMLE LIRR
    ICYMI AFAIK IMHO IBEW IECC AFUE EIDL SNR AIGA APHA APTA ASCE ASEE ASCP ECAC IUPUI ECTS EMBA RHIA TOTP HOTP
    OTOH EPLI OASDI CADR WUSA KUSA KATU WISN WITI WAGA WEAU
    BYOD EDTA ICTY ILWU UMWA ITUC NALC NEJM UKAEA ESEA BYU FEC NEC MIT NYU RUC HOV VAR IAAF NDAA ASPCA
    OANN WRAL WGAL KUOW KHOU KOAT KETV WOIO XUAR
    UNFCCC PPACA ACTU ASTI DESNZ IVIG YYYY
    """
)

# Letters that there can be many of, in capitals too: "SUVS", "NGOS".
COUNTED = words(
    """
    NGO EV SUV OAP KPI GUI SDK API PMQ CEO CFO CTO CIO DVD ATM RV VIP MVP VPN LED GPU CPU URL PDF FAQ IPO ETF
    NFT LLC RPG EMT DJ UFO UAV IED HOA CRM ERP SME
    """
)

# Of these only among capitals, where no other letters end like that: "GAMING PCS".
COUNTED_IN_HEADLINES = words("PC MP")

# Capitals inside a word.
MIXED: dict[str, str] = table(
    """
    DirecTV=Direct T V | IMDb=I M D B | MMBtu=million B T U |
    pH=P H | PhD=P H D | PhDs=P H D's | MPhil=M phil | DPhil=D phil | BSc=B S C | MSc=M S C | LLB=L L B
    | MoD=M O D | DfE=D F E | DfT=D F T | DoJ=D O J | BoE=B O E | AfD=A F D | PiS=peace | GoP=G O P |
    TfL=T F L | QoL=Q O L | IoT=I O T | SaaS=sass | LLaMA=llama |
    PaaS=pass | IaaS=infrastructure as a service | PwC=P W C | WiFi=wi-fi | HiFi=hi-fi | eBay=eBay |
    YoY=year on year | QoQ=quarter on quarter | MoM=month on month | kWh=kilowatt hours | mRNA=M R N A |
    tRNA=T R N A | CoVid=covid | LinkedIn=LinkedIn | iOS=I O S | macOS=mac O S | iPadOS=iPad O S |
    watchOS=watch O S | LaTeX=lay tech | NaN=nan | CoE=C O E |
    BoJ=B O J | PBoC=P B O C | BoC=B O C | QAnon=Q Anon | CofE=C of E | MiG=mig | VoIP=V O I P | NOx=nox |
    mmHg=millimetres of mercury | GmbH=G M B H |
    vCPU=V C P U | vCPUs=V C P U's | vGPU=V G P U | vRAM=V ram |
    GHz=gigahertz | MHz=megahertz | kHz=kilohertz | Hz=hertz | dB=decibels | mAh=milliamp hours |
    EdD=E D D | PharmD=farm D | PsyD=sigh D |
    RuPaul=Roo Paul | PrEP=prep | BEd=B ed | MEd=M ed | iPEC=I P E C |
    MPGe=M P G equivalent |
    PoP=pop | PoPs=pops | WoW=wow | DDoS=D doss | PyPI=pie P I | SoC=S O C | SoCs=S O C's |
    SciELO=Sci elo | BiPAP=by pap | IIoT=I I O T | AIoT=A I O T | NVMe=N V M E | NeXT=next |
    iD=I D | cURL=curl | tvOS=T V O S | MLflow=M L flow | DBeaver=D Beaver | FFmpeg=F F em peg |
    SONiC=sonic | FinCEN=fin sen | LaMDA=lamda | VoLTE=volte | ESXi=E S X I |
    RoBERTa=roberta | LoRa=lora | LoRaWAN=lora wan | RoHS=ross | HiDPI=high D P I | AMPed=amped |
    OAuth=O auth | eSIM=E sim | eSIMs=E sims |
    MODed=modded | TxDOT=tex dot | PCIe=P C I E | vLLM=V L L M | NeXTSTEP=next step |
    ECMAScript=ekma script | IPsec=I P sec | ChIP=chip |
    IgG=I G G | IgA=I G A | IgM=I G M | IgE=I G E | PvP=P V P | PvE=P V E
    """
)

# Words so common that in capitals they are emphasis or a headline, not an abbreviation.
COMMON = words(
    """
    a i an the and or but nor so yet if of in on at to by for from with as into onto over under up down
    out off is am are was were be been do did does has had have can may not no yes all any some none one
    two three four five six seven eight nine ten he she it we you they him her his our my your me
    them their this that these those here there then than now new old big bad good best top low high hot
    cold far near late soon own same who what when why how very more most much many few less least last
    first next just only even ever never also again too still back away about after before while since
    until man men woman women boy girl kid kids dad mum mom son baby wife king queen god day days week
    month year years time war wars peace army navy bomb bombs gun guns kill kills dead die dies death
    deal deals vote votes law laws tax taxes ban bans cut cuts rise rises fall falls hit hits win wins
    won lose loses lost loss call calls say says said tell told make made take took give gave get got go
    goes gone went come came see saw seen hear read know knew want need must will would could should
    shall let put set run runs ran rush push pull stop start end ends open close shut hold held keep
    kept save saved sign signs signed plan plans talk talks meet meets face faces fear fears risk risks
    warn warns urge urges quit quits seek seeks slam slams blast blasts claim claims probe probes row
    fire fires flood storm rain snow wind heat coast sea lake river city town land home house road rail
    train bus car cars plane ship boat bank banks cash money price prices cost costs jobs job work pay
    paid trade rate rates oil gas coal power food water farm crop fish dog dogs cat cats bird horse
    school child police court judge jail case trial crime drug drugs fraud theft murder attack attacks
    party parties poll polls leader leaders chief boss star stars film movie show music song book game
    games team club cup goal goals match race final news live break breaking alert world state states
    nation global local south north east west red blue green white black gold silver free safe sick ill
    mad sad happy love hate life lives help please thank thanks sorry hello buy sell sold eat ate drink
    drunk sleep walk play act acts aid arm arms art ask asks asked add age ago air bar bed bet bid bids
    bit box cry dry due ear egg eye eyes fan fans fat fit fly fun gap hat head heart hope hopes ice idea
    jet joy key lab leg lie line list lot map mass mind mood moon neck oh ok once pan path pin pen pet
    pop pot rap raw rid rob role rule rules sale seat sex side sir sit site sky soil sound spy step sun
    swap tea test tie tip tiny toll tour toy true try turn use used user view wage wake wall warm wash
    way weak wear web wet whole wide wild wish wood word words worst worth yard young zone ah ow ha hm
    ton tons lots ahem wow yeah hey fed watch max mini pro plus ultra us gym jog mud mug zoo hug hut van cow
    fur gum hen jam jar oak pie pig rug tub wax pub
    log fix app per fee bag bug mix tag aim tap lid shy fry ski flu dip gut lag
    pad tab duo gig gay owe soy acne
    """
)
