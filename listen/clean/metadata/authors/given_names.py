"""This module knows common given names: a line of two capitalised words may be a place, a section, a firm."""

import re

# Names that are places, months, virtues or words as well (Paris, Jordan, April, Hope, Will) are left out.
_NAMES = """
aaron abby abigail achim adam adele adrian adriana adrien agata agatha agnes agnieszka ahmed aidan aileen
aisha alan alana alban albert alberto alejandra alejandro aleksandra alessandra alessandro alessia alex
alexander alexandra alexandre alexis alfonso alfred alfredo ali alice alicia alina alison alistair allison
alma alvaro amanda amelia amir amit amy amélie ana anastasia anders andrea andreas andrei andrew andrzej
andré andrés angela angelika anika anita anja anke ann anna annabel anne annemarie annette annika anthony
antoine anton antonia antonio anu anuj aoife archie arianna arjun arlene armin arnaud arne arnold arthur
arturo asha ashley astrid audrey axel barbara bartosz bastian beate beatrice beatriz becky ben benedikt
benjamin benoît bernadette bernard bernd bernhard beth bethany betsy bettina betty bianca birgit björn bob
bonnie boris bradley brandon brenda brendan brent bret brian bridget brigitte bruno bryan bryce burkhard
caitlin callum calvin camila camilla camille candice cara carina carl carla carlo carlos carmen carol carole
carolin caroline carolyn carsten casey cassidy catalina caterina catherine cathy cecilia cecilie charles
charlie cheryl chiara chris christa christel christian christiane christina christine christof christoffer
christoph christophe christopher ciara cindy claire clara claudia claudio claus clemens clive clément colin
colleen connor conor constanze cordula corinna corinne cornelia craig cristian cristina curtis cynthia
céline damian damien daniel daniela daniele daniella danielle danny daphne daria darren dave david deborah
debra deepak denis denise dennis derek detlef devin diana diane diego dieter dietmar dirk dmitry dominic
dominik dominika dominique donald donna dora doreen doris dorothea dorothy doug douglas duncan dylan
eberhard eckhard edgar eduardo edward edwin eileen elaine eleanor elena eleni elias elif elisa elisabeth
elise elizabeth elke ella ellen ellie elsa emanuele emil emilia emilie emily emma emmanuel enrico enrique
eric erica erich erik erika erin ernesto ernst esteban esther eszter ethan eva evan evelyn fabian fabienne
fabio fabrice fatima federica federico felicia felix ferdinand fernanda fernando filip filippo fiona florian
franca francesca francesco francine francis francisco franck franz françois françoise frauke fred freda
frederik frida frieda friederike friedrich frits fritz frédéric gabriel gabriela gabriele gabriella gareth
gary gavin geoff geoffrey george georgina gerald gerard gerd gerhard gesa gesine gianluca gilles gillian
gina giorgio giovanna giovanni giulia giuseppe gloria gordon graham greg gregor gregory grzegorz guido
guillaume guillermo gunnar gunter gustav gwen günter günther hannah hannes hans harald harriet harry hartmut
heather hector hedwig heidi heike heiko heiner heinrich heinz helen helena helene helga helmut hendrik
henning henri henriette henrik henry herbert hermann hilary hildegard holger holly horst howard hubert hugh
hugo ian ignacio igor ilona ilse imke inga inge ingo ingrid ioana irene irina isaac isabel isabella isabelle
isobel ivan ivana ivo jack jackie jacob jacqueline jacques jagoda jaime jake jakob jakub james jamie jan
jana jane janet janice janina janine jannis jasmin jasmine jason javier jean jeanette jeff jeffrey jelena
jenna jennifer jenny jens jeremy jerome jesper jess jessica jessie jill jillian jim jimmy joachim joan joana
joanna joanne jochen joe joel joelle joerg johan johann johanna johannes john jon jonas jonathan jordi jorge
josef josefine joseph josephine josh joshua josé juan juana judith juha julia julian juliana juliane julie
julien juliet julio justin justyna jutta jérôme jörg jörn jürgen kai karen karin karina karl karsten kasia
katarzyna kate katharina katherine kathleen kathrin kathryn kathy katie katja katrin keith kelly ken kenneth
kerstin kevin kieran kirsten kirstin kirsty klaus konrad konstantin krista kristen kristian kristin kristina
krystyna krzysztof kurt kyle lara larissa lars laszlo laura lauren laurence laurent lea leah lena lennart
leo leon leonard leonardo leonie leslie liam liesa lilian lillian linda lindsay lindsey lisa liz lorena
lorenz lorenzo lori lothar lotte louis louisa louise luca lucas lucia lucie lucy ludwig luigi luis luisa
luise lukas luke lutz lydia lynn lászló maciej maddie madeleine madeline magdalena maggie maike maja malcolm
malgorzata mandy manfred manoj manuel manuela marc marcel marcela marcin marcio marco marcos marcus mareike
margaret margarita margit margot maria mariana marie mario marion marisa marius marjorie markus marlene
martha martin martina marty mary maría mateusz mathias mathieu mathilde matilda matt matteo matthew matthias
matthieu maura maureen maurice maurizio mauro maximilian mayank małgorzata megan mehmet meike melanie
melinda melissa meredith micha michael michaela michał michel michele michelle miguel mikael mike mikhail
milena milo mira miranda miriam mirjam mitch mohamed mohammed moira molly monica monika monique moritz
morten muriel nadia nadine nadja nancy naomi natalia natalie natasha nathalie nathan neil nele nicholas nick
nicola nicolas nicole niels nigel nikita niklas niko nikolaus nils nina noah noel noemi nora norbert norman
olaf ole oleg olga oliver olivia olivier ondřej oscar oskar otto owain owen pablo paige pamela paola paolo
pascal patricia patrick patrik patrizia patty paul paula paulina pauline paulo pavel pedro peggy penelope
peter petr petra phil philip philipp philippa philippe phoebe pierre pieter pilar piotr polina polly priya
rachel rafael rahul rainer raj ralf ralph ramona raphael raquel raul raymond raúl rebecca regine reiner
reinhard reinhold renata renate rené ricardo riccardo richard rick rita rob robert roberta roberto robin
rocío rodrigo roger roland rolf romain roman romy ron ronald ronny rosa rosalie rosie rowan roy ruben rudolf
rudy rui rupert russell ruth ryan rüdiger sabina sabine sabrina sally salvatore sam samantha samir samuel
sandeep sandra sandrine sanja sanjay sara sarah sascha saskia scott sean sebastian sebastien selina serena
sergei sergej sergio seth shannon sharon shaun sheila shelia shelley shelly sibylle sigrid silja silke
silvia silvio simon simona simone sofie solveig sonia sonja sophia sophie stacy stan stefan stefania
stefanie steffen stella steph stephan stephanie stephen steve steven stuart stéphane stéphanie sue susan
susana susanna susanne suzanne sven svenja swantje sybille sylvain sylvia sylvie sébastien tamara tammy
tanja tanya tara tatiana tatjana ted terence teresa terry theo theodor theresa therese theresia thibault
thierry thomas thorsten tilman tim timo timothy tina tobias toby todd tom tomas tomasz tommy tomáš toni tony
torben torsten tove tracey tracy trevor trina tristan udo ulf ulla ulli ulrich ulrike ursula uta ute uwe
valentin valentina valeria valérie vanessa vera verena veronica veronika vicente vicky victor viktor
viktoria vincent vincenzo violeta virginie vivian viviane vivien volker volkmar véronique walter waltraud
wanda wayne wendy werner wesley wiebke wilfried wilhelm willem william winfried wojciech wolfgang xavier
yannick yasmin yolanda yves yvette yvonne zach zachary zoe zoltán zoë zuzana
"""
_TITLE = re.compile(r"(?:dr|prof|univ\.-prof|pd|mag|ing|mrs?|ms)\.?|(?:med|phil)\.", re.I)
"""What stands before a name."""
GIVEN = frozenset(_NAMES.split())
"""Common given names of the languages of the web, in small letters."""


def begins_with_given(name: str) -> bool:
    """Return whether the first word of a name is a common given name, a title before it aside."""
    words = [word for word in name.split() if not _TITLE.fullmatch(word)]
    return len(words) > 1 and all(part.lower() in GIVEN for part in words[0].split("-"))
