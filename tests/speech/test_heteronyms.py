"""One spelling, several sounds: the neighbours decide; where they cannot, nothing is said."""

import pytest

from listen.speech import speak
from listen.speech.heteronyms import contexts, in_s, sense, sense_in_s
from listen.speech.lexicon import builtin


@pytest.mark.parametrize(
    ("sentence", "word", "ipa"),
    [
        ("The lead pipes were replaced.", "lead", "lɛd"),
        ("Children had lead poisoning.", "lead", "lɛd"),
        ("Labour will lead the talks.", "lead", "liːd"),
        ("The lead actor resigned.", "lead", ""),
        ("She had read the report.", "read", "ɹɛd"),
        ("He read out the names yesterday.", "read", "ɹɛd"),
        ("You can read the letter here.", "read", "ɹiːd"),
        ("A gunshot wound to the chest.", "wound", "wuːnd"),
        ("They wound down the scheme.", "wound", "waʊnd"),
        ("The actor took a bow.", "bow", "baʊ"),
        ("A hunter with a bow and arrow.", "bow", "bəʊ"),
        ("Only minute traces were found.", "minute", "maɪˈnjuːt"),
        ("One minute later it was over.", "minute", "ˈmɪnɪt"),
        ("He plays bass in a band.", "bass", "beɪs"),
        ("Karen Bass said so.", "Bass", "bæs"),
        ("Grilled sea bass was served.", "bass", "bæs"),
        ("Weekly refuse collections ended.", "refuse", "ˈɹɛfjuːs"),
        ("Ministers refuse to comment.", "refuse", "ɹɪˈfjuːz"),
        ("Police in Reading said so.", "Reading", "ˈɹɛdɪŋ"),
        ("Reading books is fun.", "Reading", ""),
        ("A diplomatic row over fishing.", "row", "ɹaʊ"),
        ("For the third year in a row.", "row", "ɹəʊ"),
        ("The match was shown live.", "live", "laɪv"),
        ("Families live in tents.", "live", "lɪv"),
        ("The plant will close next year.", "close", "kləʊz"),
        ("She is close to a deal.", "close", "kləʊs"),
        ("The storm could tear off roofs.", "tear", "tɛə"),
        ("Police used tear gas.", "tear", "tɪə"),
        ("They want to wind up the firm.", "wind", "waɪnd"),
        ("Strong wind is forecast.", "wind", "wɪnd"),
        ("The use of force was wrong.", "use", "juːs"),
        ("Rebels use drones.", "use", "juːz"),
        ("We use drones.", "use", "juːz"),
        ("A record number of people.", "record", "ˈɹɛkɔːd"),
        ("They record every call.", "record", "ɹɪˈkɔːd"),
        ("He will present the award.", "present", "pɹɪˈzɛnt"),
        ("They object to the plan.", "object", "əbˈdʒɛkt"),
        ("An object fell from the sky.", "object", "ˈɒbdʒɛkt"),
        ("Project 3: a cold frame.", "Project", "ˈpɹɒdʒɛkt"),
        ("Project ten images onto it.", "Project", "pɹəˈdʒɛkt"),
        ("Can it safely transport the eggs?", "transport", "tɹænˈspɔːt"),
        ("The newly upgrade path.", "upgrade", "ˈʌpɡɹeɪd"),
        ("Estimate fuel costs.", "Estimate", "ˈɛstɪmeɪt"),
        ("Estimate of fuel costs.", "Estimate", ""),
        ("It means fewer permits each year.", "permits", "ˈpɜːmɪts"),
        ("Mould is often present on walls.", "present", "ˈpɹɛzənt"),
        ("Gums, sometimes present on bark.", "present", "ˈpɹɛzənt"),
        ("Symptoms usually present within days.", "present", "pɹɪˈzɛnt"),
        ("Tool Uses Safety Data.", "Uses", "ˈjuːzɪz"),
        ("Medical Uses of Honey.", "Uses", "ˈjuːsɪz"),
        ("Perfect 10/10, with sun.", "Perfect", "ˈpɜːfɪkt"),
        ("Perfect your aim.", "Perfect", "pəˈfɛkt"),
        ("Ten to fifteen minute bursts.", "minute", "ˈmɪnɪt"),
        ("In minute bursts of light.", "minute", "maɪˈnjuːt"),
        ("Step 4: Polish.", "Polish", "ˈpɒlɪʃ"),
        ("The outcome of video projects everywhere.", "projects", "ˈpɹɒdʒɛkts"),
        ("She projects everywhere.", "projects", "pɹəˈdʒɛkts"),
        ("Demosk projects that costs rise.", "projects", "pɹəˈdʒɛkts"),
        ("Her room (1990) presents the artist.", "presents", "pɹɪˈzɛnts"),
        ("Presents for all.", "Presents", "ˈpɹɛzənts"),
        ("It slows as demand increases.", "increases", "ɪnˈkɹiːsɪz"),
        ("Steps such as tax increases.", "increases", "ˈɪŋkɹiːsɪz"),
        ("Print it to console or debug logs.", "console", "ˈkɒnsəʊl"),
        ("The council tears down a statue.", "tears", "tɛəz"),
        ("He burst into tears down by the river.", "tears", "tɪəz"),
        ("The season winds down.", "winds", "waɪndz"),
        ("The winds down here are strong.", "winds", "wɪndz"),
        ("Wind up to 50 miles an hour was recorded.", "Wind", "wɪnd"),
        ("How did the vase wind up in a skip?", "wind", "waɪnd"),
        ("She returns live on Sunday.", "live", "laɪv"),
        ("They live on Sunday roasts.", "live", "lɪv"),
        ("The two present no threat.", "present", "pɹɪˈzɛnt"),
        ("The two record labels merged.", "record", "ˈɹɛkɔːd"),
        ("They had a row.", "row", "ɹaʊ"),
        ("They had a row of lights.", "row", "ɹəʊ"),
        ("He never read the comments.", "read", "ɹɛd"),
        ("A firm projects growth.", "projects", "pɹəˈdʒɛkts"),
        ("She runs AI projects.", "projects", "ˈpɹɒdʒɛkts"),
        ("He saw the case close.", "close", "kləʊz"),
        ("He saw the end draw close.", "close", "kləʊs"),
        ("They came to console her.", "console", "kənˈsəʊl"),
        ("It enables live gaming.", "live", "laɪv"),
        ("A person accepts or rejects.", "rejects", "ɹɪˈdʒɛkts"),
        ("Sort seconds or rejects.", "rejects", "ˈɹiːdʒɛkts"),
        ("Ten remodelling projects across town.", "projects", "ˈpɹɒdʒɛkts"),
        ("Note: Polish officials left.", "Polish", "ˈpəʊlɪʃ"),
        ("Discount 20 items.", "Discount", "ˈdɪskaʊnt"),
        ("Prices subject to change.", "subject", "ˈsʌbdʒɛkt"),
        ("A guide to project management.", "project", "ˈpɹɒdʒɛkt"),
        ("They used it to project growth.", "project", "pɹəˈdʒɛkt"),
        ("A dedicated partner and advocate in your journey.", "advocate", "ˈædvəkət"),
        ("It will subject him to tests.", "subject", "səbˈdʒɛkt"),
        ("Kitchen upgrades probably won't help.", "upgrades", "ˈʌpɡɹeɪdz"),
        ("She upgrades often.", "upgrades", "ʌpˈɡɹeɪdz"),
        ("It is good for budgeting projects effectively.", "projects", "ˈpɹɒdʒɛkts"),
        ("You may create/update leads here.", "update", "ʌpˈdeɪt"),
        ("Info-Tech LIVE in Vegas was full.", "Live", "laɪv"),
        ("Meet us LIVE on Friday.", "Live", "laɪv"),
        ("I LIVE in Rome.", "live", "lɪv"),
    ],
)
def test_in_a_sentence(sentence: str, word: str, ipa: str) -> None:
    assert next(w.ipa for w in speak(sentence, "en-GB") if w.text == word) == ipa


SENSES = """
    lead | guide | She will lead the party.
    lead | metal | Old houses have lead pipes.
    lead | metal | Lead levels in the water were high.
    lead | metal | Children were exposed to lead in paint.
    read | past | He read the letter aloud.
    read | past | I have read the report.
    read | now | She likes to read novels.
    read | past | The sign read “Keep out”.
    read | now | Please read this carefully.
    read | past | She read about it yesterday.
    wound | hurt | He died of a gunshot wound.
    wound | turned | They wound up in court.
    wound | turned | The road wound through the hills.
    wound | hurt | The wound was deep.
    bow | bend | He took a bow.
    bow | bend | She refused to bow to pressure.
    bow | weapon | He hunts with a bow and arrow.
    bow | bend | The ship's bow was damaged.
    minute | time | Wait a minute.
    minute | tiny | Minute traces of the drug were found.
    minute | time | The minute she left, it rained.
    bass | low | He plays bass guitar.
    bass | fish | They caught sea bass.
    refuse | decline | They refuse to pay.
    refuse | rubbish | The refuse collectors are on strike.
    Reading | place | He was jailed at Reading Crown Court.
    Reading | place | Reading beat Luton 2-0.
    Reading | place | A man from Reading has died.
    tear | rip | Workers tear down the wall.
    tear | drop | Police fired tear gas.
    tears | drops | She was in tears.
    tear | rip | He has a muscle tear.
    wind | air | The wind was strong.
    wind | turn | They will wind down the company.
    live | now | The match was broadcast live.
    live | dwell | They live in Leeds.
    live | now | Live music returned.
    live | dwell | People live longer.
    live | now | We go live to Paris.
    close | near | It was a close race.
    close | shut | They will close the school.
    close | near | He stood close to her.
    close | shut | Shops close at nine.
    close | near | He is close to signing a deal.
    use | noun | The use of force was lawful.
    use | verb | They use drones.
    use | verb | We use it every day.
    record | noun | It set a new record.
    record | verb | They record every call.
    record | noun | Record temperatures were seen.
    record | verb | He plans to record an album.
    object | verb | They object to the plan.
    project | noun | The project failed.
    project | verb | They project a loss.
    present | noun | She gave him a present.
    present | verb | He will present the report.
    present | noun | At present, no one knows.
    present | verb | They present evidence of fraud.
    content | noun | The content was removed.
    content | happy | She was content with the result.
    desert | noun | They crossed the desert.
    desert | verb | Voters may desert the party.
    conduct | noun | His conduct was poor.
    conduct | verb | They conduct tests.
    permit | verb | The law does not permit it.
    produce | noun | Fresh produce was spoiled.
    produce | verb | They produce cars.
    perfect | verb | She worked to perfect her craft.
    separate | apart | They are separate cases.
    separate | verb | They want to separate the two.
    estimate | noun | One estimate puts it at 40.
    estimate | verb | Officials estimate that 40 died.
    house | noun | The house was sold.
    house | verb | The centre will house refugees.
    excuse | noun | There is no excuse for it.
    excuse | verb | They will not excuse him.
    Polish | nation | The Polish prime minister spoke.
    Nice | city | The attack in Nice killed 86.
    Mobile | city | She lives in Mobile, Alabama.
    Mobile | city | They moved to Mobile in 1990.
    Mobile | phone | Mobile phones were banned.
    Mobile | phone | T Mobile raised its prices.
    Mobile | phone | The best Mobile apps of the year.
    close | shut | It will improve your close rate.
    august | noble | It is an august body.
    Job | book | The Book of Job is long.
    sow | seed | They sow division.
    sow | pig | The sow had ten piglets.
    dove | bird | A dove flew over.
    dove | dived | He dove into the pool.
    invalid | sick | He cared for his invalid mother.
    console | machine | The games console sold out.
    console | comfort | Friends tried to console her.
    resume | verb | Talks will resume on Monday.
    resume | noun | He padded his resume.
    row | quarrel | A row over pay has erupted.
    row | line | They sat in the front row.
    row | line | It won for the third time in a row.
    row | quarrel | The political row deepened.
    subject | noun | The subject was closed.
    subject | verb | They subject him to abuse.
    protest | noun | A protest was held.
    protest | verb | They protest against cuts.
    rebel | verb | MPs may rebel against it.
    suspect | noun | The suspect was held.
    suspect | verb | Police suspect foul play.
    increase | verb | Prices will increase.
    increase | noun | An increase of 5% is planned.
    import | verb | They import gas.
    import | noun | The import ban stays.
    contract | noun | The contract was signed.
    contract | verb | The economy may contract.
    contest | noun | The contest was close.
    contest | verb | He will contest the result.
    convict | noun | The convict escaped.
    convict | verb | The jury did not convict him.
    conflict | noun | The conflict in Gaza goes on.
    upset | verb | It may upset voters.
    upset | noun | It was a major upset.
    moderate | verb | He will moderate the debate.
    graduate | noun | A graduate of Yale, she is 40.
    graduate | verb | They will graduate in May.
    deliberate | noun | It was a deliberate act.
    deliberate | verb | The jury will deliberate.
    attribute | verb | They attribute it to luck.
    lives | plural | It saved many lives.
    lives | dwells | She lives alone.
    aged | old | The aged couple.
    learned | wise | My learned friend.
    frequent | visit | They frequent the bar.
    discharge | verb | They will discharge him.
    wound | turned | Nurses wound gauze around the leg.
    wound | hurt | Bullets could wound people around him.
    wound | turned | She wound a bandage on it.
    wound | hurt | The knife wound around his heart healed.
    content | happy | The film left readers content.
    content | noun | The site keeps its content.
    content | happy | It made everyone content.
    content | noun | She makes sports content.
    content | happy | He was left content.
    content | noun | They left content online.
    content | happy | Readers content themselves with less.
    lead | metal | The lead in the pipes poisoned them.
    lead | metal | Lead in old paint is a danger.
    escort | noun | A police escort.
    escort | verb | Police will escort them.
    export | verb | They export wheat.
    insult | noun | It was an insult.
    insult | verb | Do not insult me.
    transfer | noun | A transfer fee.
    transfer | verb | They will transfer him.
    transport | noun | Public transport.
    transport | verb | They transport goods.
    survey | noun | A survey of voters.
    survey | verb | They survey the damage.
    extract | noun | An extract from the book.
    extract | verb | They extract oil.
    torment | verb | They torment him.
    axes | tools | The firm axes jobs.
    lives | plural | It fits our fast-paced lives.
    lives | dwells | My brother lives there.
    object | noun | When it comes to object avoidance, it fails.
    object | verb | They began to object.
    present | verb | Lead teams and present findings.
    present | noun | The years from twenty-nineteen to present.
    present | noun | Photographs from 1979 to Present.
    updates | noun | They are the strongest updates this year.
    updates | noun | It makes regular updates easy.
    updates | verb | The forest updates itself.
    axes | tools | They swung axes.
    upset | verb | Fans were upset.
    upset | verb | An upset customer left.
    upset | noun | An upset is possible.
    upset | noun | She was an upset winner.
    read | now | Fewer people read newspapers now.
    read | past | People read it last year.
    conflicts | noun | Armed conflicts drive hunger.
    extracts | noun | Plant extracts soothe the skin.
    exports | verb | Norway exports gas to the south.
    protests | noun | Street protests spread.
    survey | noun | The Healthy Snacks Survey said so.
    survey | verb | They survey the land.
    estimates | verb | Acme Analytics estimates that it fell.
    estimates | noun | They gave estimates that fell.
    addresses | verb | It is content that addresses real needs.
    addresses | noun | It ensures that addresses match.
    objects | noun | It draws vibrant objects like balls.
    objects | verb | The festival objects to it.
    estimates | noun | Break down estimates so they see.
    permits | verb | The U S D A permits them.
    permits | noun | They got the permits.
    uses | noun | A uses list.
    moderate | noun | Run ten minutes Moderate, then rest.
    tears | rips | It prevents tears and scratches.
    tears | rips | There were holes or tears in the sail.
    tears | drops | There was sweat or tears.
    read | past | I read a great essay on it.
    read | now | I read a book a week.
    contract | noun | They moved on to contract review.
    contract | verb | They began to contract it.
    read | past | I lost it after I read it.
    wind | turn | Let it wind down.
    bass | fish | We caught a huge bass.
    does | deer | Two does crossed.
    lead | metal | A lead ball fell.
    axes | tools | Firefighters carried axes.
    axes | tools | A display of battle axes.
    axes | lines | Both axes of the plot.
    sake | wine | He ordered warm sake.
    sake | wine | Sushi goes with sake.
    sake | purpose | For the sake of it.
    sake | purpose | Sushi for its own sake.
    blessed | holy | The Blessed Virgin.
    blessed | holy | It was a blessed relief.
    blessed | verb | He blessed the crowd.
    insert | verb | Insert the key.
    implant | noun | An implant was lost.
    annex | verb | They will annex it.
    ferment | verb | Let the dough ferment.
    bases | grounds | The rulings rest on different bases.
    wound | turned | The path wound uphill.
    read | past | I read somewhere that he left.
    read | past | “Go home!” read the sign.
    separate | verb | Gently separate the two.
    live | now | It sends live feeds.
    rows | line | Do curls and rows with dumbbells.
    rows | quarrel | He had rows with his wife.
    row | line | Complete the row with a knot.
    house | noun | Many house hunters wait.
    house | verb | They house refugees.
    object | noun | They moved to object storage.
    object | verb | They began to object.
    tear | rip | It left a jagged tear.
    tears | rips | A finale that tears families apart.
    tears | rips | The sofa had stains and tears.
    refuse | decline | Refuse, reduce, reuse.
    lives | plural | In their personal lives.
    lives | dwells | He lives in Rome.
    resume | noun | Send a letter and resume.
    present | verb | It does more than just present facts.
    present | noun | A Christmas present.
    record | noun | Many record labels folded.
    contract | verb | Some contract measles.
"""


@pytest.mark.parametrize("row", SENSES.strip().splitlines())
def test_the_sense_is_told_by_the_neighbours(row: str) -> None:
    word, wanted, sentence = (part.strip() for part in row.split("|"))
    said = [w.text for w in speak(sentence, "en-US")]
    at = [w.lower() for w in said].index(word.lower())
    assert (sense_in_s(said, at) if in_s(word) else sense(said, at)) == wanted
    assert speak(sentence, "en-US")[at].ipa


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("It happened in August.", "August"),
        ("An August day", "August"),
        ("He lost his job.", "job"),
        ("His mobile phone was stolen.", "mobile"),
        ("Nice work, he said.", "Nice"),
        ("A man aged 40.", "aged"),
        ("The ballot was invalid.", "invalid"),
        ("The entrance was blocked.", "entrance"),
        ("He does not know.", "does"),
        ("She learned a lot.", "learned"),
    ],
)
def test_the_everyday_sense_is_left_to_the_engine(sentence: str, word: str) -> None:
    assert next(w.ipa for w in speak(sentence, "en-US") if w.text == word) == ""


def test_every_sense_that_a_context_gives_has_a_sound() -> None:
    known = {f"{e.word.lower()} {e.sense}" for e in builtin() if e.sense}
    given = {f"{word} {context.sense}" for word, lines in contexts().items() for context in lines}
    assert given - known <= {"misread now", "reread now"}
