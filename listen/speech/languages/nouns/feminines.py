"""Which French nouns are feminine where their endings do not tell; which part of a compound decides."""

from __future__ import annotations

from listen.speech.rules import words

_MASCULINE_FRENCH = words(
    """
    dimanche reproche manche panache gymnase vase oasis peigne signe insigne règne diocèse glucose prêtre
    portefeuille chèvrefeuille gorille crocodile vaudeville mille intervalle vermicelle violoncelle modèle
    musée lycée trophée apogée silence génie incendie parapluie squelette stade grade domaine mercure murmure
    côté comité été pâté traité comté député arrêté décolleté supporter foie sosie messie cimetière
    caractère ministère mystère critère père frère magazine problème système programme million milliard
    centième dixième musicien kilomètre mètre siècle litre gramme titre ministre livret membre arbre centre
    nombre chiffre chapitre poste point mode nuage village voyage message passage étage visage âge ménage
    gouffre maire militaire anniversaire commentaire commissaire propriétaire salaire partenaire exemplaire
    cygne dinosaure scarabée secrétaire adversaire téléphone homme élève juge
    """
)
FEMININE_FRENCH = words(
    """
    table tables route routes porte portes vie vies rue rues main mains nuit nuits part parts fin
    loi lois mer mers cour chambre chambres fenêtre fenêtres ligne lignes langue langues banque
    banques région régions raison raisons maison maisons saison saisons façon façons prison prisons chanson
    chansons leçon leçons usine usines cuisine cuisines machine machines marque marques question questions
    étape étapes épreuve épreuves grève grèves carte cartes boîte boîtes chaîne chaînes barre barres balle
    balles salle salles tranche tranches commune communes plante plantes goutte gouttes zone zones église
    églises centrale centrales image images cage cages plage plages page pages messe messes place places
    preuve preuves réponse réponses réforme réformes chance chances étoile étoiles mesure mesures manière
    manières matière matières rivière rivières bière bières tonne tonnes firme firmes ferme fermes tombe
    bombe bombes attaque attaques recrue recrues dent dents fleur fleurs couleur couleurs valeur valeurs
    erreur erreurs sœur sœurs peur faute fautes note notes cuillère cuillères
    seule seules nouvelle nouvelles grande grandes petite petites dernière dernières
    brebis souris perdrix noix croix paix vache vaches chèvre chèvres poule poules orange oranges
    pomme pommes poire poires carotte carottes tomate tomates pizza pizzas botte bottes clé clés
    clef clefs idée idées arme armes forme formes norme normes somme sommes flamme flammes
    plateforme suites visite visites fuite fuites réussite date dates chute chutes rose roses guerre
    guerres terre terres pierre pierres campagne lettre bourse bourses course courses époque
    province provinces annonce annonces force forces victoire victoires histoire histoires mémoire
    police méthode méthodes période périodes race races lampe lampes coupe coupes troupe troupes
    grippe nappe étude études attaque bande bandes demande légende amende seconde onde ondes reine
    reines dame dames femme nièce tante cousine copine voisine classe amie fleur dot soif faim peau
    eau eaux dette dettes revue vues statue statues avenue issue laine plaine peine haine veine
    semaine douzaine dizaine centaine quinzaine vingtaine trentaine cantine île îles aile ailes
    toile toiles huile tuile école boule boules foule formule pilule cellule moto radio photo auto
    télé météo vidéo vidéos info infos promo
    prune prunes figue figues datte dattes pâte pâtes crêpe crêpes tarte tartes glace glaces sauce sauces
    soupe
    soupes banane bananes cabane cabanes panne pannes caravane caravanes douane candidate candidates avocate
    bague bagues vague vagues fatigue ligue ligues drogue drogues digue digues
    app appli applis apps averse averses baleine baleines boisson boissons brique briques canicule canicules
    colline collines cuisse cuisses côte côtes dune dunes défaite défaites forêt forêts fourmi fourmis gare
    gares guêpe guêpes jambe jambes jument juments lieue lieues menace menaces nage nages once onces
    piscine piscines source sources star stars tribune tribunes turbine
    turbines échalote échalotes bouche bouches gorge gorges ombre ombres ville villes veste vestes jupe jupes
    ampoule ampoules antenne antennes pompe pompes tente tentes rampe rampes piste pistes fête fêtes quête
    quêtes tempête tempêtes crise crises prise prises surprise surprises chemise chemises valise valises
    cour robe robes préfecture préfectures finale finales première premières mère mères
    """
)
_OF_ONE_FRENCH = words(
    """
    abbaye affaire agrafe aide alarme alerte algue amende amorce ampleur analyse ancre angine armoire artère
    arène aubergine bagarre baisse banderole barbe barque basilique batte belle-sœur berge betterave bible
    bibliothèque bobine bosse boucle brosse brume bulle cabine cafétéria caisse caméra cantate capsule
    carafe caserne casserole catastrophe cathédrale cause cave caverne cellule cendre chaire charge charte
    chatte cible cigale cime circulaire citerne clause clinique cloison coiffe colle collecte colère commode
    comète corde corne couleuvre coulisse courge cravate crique crosse crue crypte crème cuve céréale dalle
    danse desserte diagonale dinde diode discothèque dispute diète doctrine douane débâcle décharge
    découverte défense dépense enclave entrave enveloppe enzyme escale escalope espèce esquisse estampe
    excuse fable fac faillite fanfare farce faveur file filiale fièvre flûte foi fortune fosse foudre
    frégate
    fougère foule frappe fraude fresque frite fugue gaffe gamme gerbe geôle girafe gloire gomme gondole
    gourde grange greffe grenadine griffe grimace grippe grue grâce grêle génisse gêne halte hausse herbe
    horloge hormone houle hutte huître hypothèque hélice héroïne icône idole inconnue insulte intrigue issue
    jauge jeep joue jungle junte lacune lagune laitue lanterne larme larve latte lave libellule limite
    liqueur liste loge louange loupe louve lucarne lueur luge lutte lèvre malle mangue manœuvre marge
    marguerite marmite mine mitre molécule montre moule multinationale médiathèque métropole mûre nageoire
    nappe narine natte nef neige nièce nécropole oasis obole ode odeur offre opinion orbite orpheline
    palourde pancarte panique panthère pantoufle papaye parabole paroisse parole passoire patinoire patte
    pause peine pellicule pendule perle perruque perte pieuvre pile pince pipe piqûre pirogue pivoine pièce
    planète plaque plume poitrine police poursuite poutre presqu'île prime protéine puce péninsule pétanque
    queue racine rafale rage rame rançon relique remarque renarde rencontre ressource retraite revue ride
    rime riposte rixe rotule roue rougeole ruine rumeur ruse règle récolte récompense réplique réserve
    réunion salve sandale sangsue sardine saucisse savane scène secte seringue serre sirène sonate sonde
    sorte soupape soutane sphère spirale steppe strate strophe stèle succursale sueur suite surface surtaxe
    syllabe synagogue tartine taverne taxe tige tisane toge toison tombe tortue toundra toux trace traite
    trappe tribu truffe truite trêve tuile tulipe urne valve vasque veine veuve vidange villa vipère vis
    vitamine vitre vitrine vodka voltige voûte écharpe éclipse écluse écorce énigme épaule éponge époque
    équerre étable étagère étoffe
    """
)
"""The same, of one alone: their plurals end in s."""
FEMININE_FRENCH |= _OF_ONE_FRENCH | {f"{noun}s" for noun in _OF_ONE_FRENCH}
_FRENCH_ENDS = (
    "ade", "aille", "aine", "aise", "aison", "ande", "ante", "ase", "asse", "che", "eille", "elle", "ente",
    "erie", "esse", "ette", "euille", "euse", "gne", "ie", "ille", "inte", "ise", "ité", "ive", "ière",
    "nne", "oise", "ose", "otte", "ouille", "ourse", "ouse", "ousse", "rice", "sion", "ture", "té", "xion",
    "èse", "ée", "ête", "illère", "chère", "gère",
)  # fmt: skip


_BEFORE_FRENCH = words("demi semi sous avant arrière ex vice mini micro auto co contre grand")
"""First parts behind which the last one has the gender: "demi-heure", "grand-mère"."""
_VERBS_FRENCH = words("porte brise cure casse passe chasse presse lance essuie taille")
"""First parts that look feminine and are verbs, whose compounds are masculine: "porte-avions"."""
_APART_FRENCH = {
    "porte-fenêtre": "porte",
    "garde-robe": "robe",
    "mi-temps": "période",
    "start-up": "firme",
    "start-ups": "firmes",
    "plate-forme": "forme",
    "plates-formes": "formes",
}
"""Compounds that look like those of verbs or nouns → a word of their gender."""


def deciding_french(noun: str) -> str:
    """Return the part of a compound that has its gender, "" for one that is masculine by its verb.

    "demi-heure": "heure", "belle-mère" and "station-service": their first, "porte-avions": none.
    """
    first, hyphen, rest = noun.partition("-")
    if not hyphen:
        return noun
    if noun in _APART_FRENCH:
        return _APART_FRENCH[noun]
    if first in _VERBS_FRENCH:
        return ""
    return rest.rpartition("-")[2] if first in _BEFORE_FRENCH else first


def is_feminine_french(noun: str) -> bool:
    """Return whether a French noun is feminine, by list, then by ending."""
    if noun[:1].isupper():
        return False  # "13001 Marseille"
    return noun in FEMININE_FRENCH or noun.removesuffix("s").endswith(_FRENCH_ENDS)


def is_masculine_french(noun: str) -> bool:
    """Return whether a French noun is masculine though it ends like the feminine ones: "musée"."""
    return noun.removesuffix("s") in _MASCULINE_FRENCH
