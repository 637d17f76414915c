"""Small pages of sites of questions, issues, posts and recipes, in the markup of the programs that make them:
what people wrote is read, the programs' own lines are not.
"""

# ruff: noqa: E501 - pages read best with an element in one line

from __future__ import annotations

import pytest

from listen.clean import clean
from listen.clean.furniture.phrases import furniture


def page(title: str, body: str, lang: str = "en") -> str:
    return f"<html lang={lang}><head><title>{title}</title></head><body>{body}</body></html>"


Q = "My lamp clock loses four minutes a day since I moved it to the cold room. I have oiled the wheels and set the weight higher, and it still runs late."
A1 = "Cold oil is thick. Take the old oil off with a dry cloth and use a thin one, made for watches, on the pivots alone and never on the teeth."
A2 = "Before you oil anything, look at the length of the pendulum: a turn of the nut to the right makes it shorter, and the clock faster."
SITES: dict[str, tuple[str, list[str]]] = {}
"""What each page is → its HTML and what somebody wrote there."""

SITES["Stack Exchange"] = (
    page(
        "Why does my clock lose time in the cold? - Clocks Stack Exchange",
        f"""<div id="mainbar"><div id="question-header"><h1 class="fs-headline1"><a href="/q/1" class="question-hyperlink">Why does my clock lose time in the cold?</a></h1><a class="s-btn" href="/ask">Ask Question</a></div>
<div class="d-flex fw-wrap pb8"><div class="flex--item" title="2023"><span class="fc-light mr2">Asked</span> <time>2 years, 4 months ago</time></div><div class="flex--item"><span class="fc-light mr2">Modified</span> <a href="?lastactivity">5 months ago</a></div><div class="flex--item"><span class="fc-light mr2">Viewed</span> 12k times</div></div>
<div id="question" class="question"><div class="votecell"><button>Up</button><div class="js-vote-count">14</div></div><div class="postcell"><div class="s-prose js-post-body" itemprop="text"><p>{Q}</p><pre><code>clockctl --read --days 4</code></pre><p>What else can I try before I take it to a maker?</p></div>
<ul class="post-taglist"><li><a href="/t/oil">oil</a></li><li><a href="/t/pendulum">pendulum</a></li></ul>
<div class="js-post-menu"><a href="/q/1">Share</a> <a href="/edit">Improve this question</a> <button>Follow</button></div>
<div class="post-signature owner"><div class="user-info"><div class="user-action-time">asked <span class="relativetime">Mar 3, 2023 at 9:12</span></div><div class="user-details"><a href="/u/7">saltmarsh</a><span class="reputation-score">231</span></div></div></div></div>
<div class="comments"><a class="js-add-link">Add a comment</a> <span>|</span></div></div>
<div id="answers"><h2 class="mb0">2 Answers</h2><div><label>Sorted by:</label> <a>Reset to default</a> <select><option>Highest score (default)</option></select></div>
<div class="answer accepted-answer"><div class="s-prose js-post-body" itemprop="text"><p>{A1}</p></div><div class="js-post-menu"><a href="/a">Share</a> <a href="/e">Improve this answer</a> <button>Follow</button></div><div class="user-info"><div class="user-action-time">answered <span>May 3, 2023 at 10:15</span></div><a href="/u/8">nettle</a></div></div>
<div class="answer"><div class="s-prose js-post-body" itemprop="text"><p>{A2}</p></div><p>edited Jun 1, 2023 at 8:02</p><p>answered May 4, 2023 at 7:40</p></div>
<h2>Your Answer</h2><p>Sign up or log in</p><p>Post as a guest</p><p>Not the answer you're looking for? Browse other questions tagged oil or ask your own question.</p></div></div>""",
    ),
    [Q, "clockctl --read --days 4", "What else can I try", A1, A2],
)
I1 = "When the export has more than nine chapters, the tenth is written twice. I see it with the version of last Monday and with the one before."
I2 = "I can see it too. The counter is read as a word and not as a number, so that ten comes before two."
SITES["GitHub issues"] = (
    page(
        "Tenth chapter is written twice · Issue #41 · quay/lamp · GitHub",
        f"""<main><div id="show_issue"><h1 class="gh-header-title"><bdi class="js-issue-title">Tenth chapter is written twice</bdi> <span>#41</span></h1><span class="State">Closed</span><div>saltmarsh opened this issue <relative-time>Mar 3, 2031</relative-time> · 2 comments</div>
<div class="js-discussion"><div class="TimelineItem"><div class="timeline-comment"><h3 class="timeline-comment-header"><a class="author">saltmarsh</a> commented <relative-time>Mar 3, 2031</relative-time></h3><div class="comment-body markdown-body"><p>{I1}</p><h3>Steps</h3><ol><li>Write a text of ten chapters.</li><li>Export it as a book.</li></ol><pre><code>lamp export --book quay.txt</code></pre></div></div></div>
<div class="TimelineItem"><div class="TimelineItem-body"><a class="author">nettle</a> added the <span class="IssueLabel">bug</span> label <a>Mar 4, 2031</a></div></div>
<div class="TimelineItem"><div class="TimelineItem-body"><a>nettle</a> self-assigned this <a>Mar 4, 2031</a></div></div>
<div class="TimelineItem"><div class="timeline-comment"><h3 class="timeline-comment-header"><a class="author">nettle</a> commented <relative-time>Mar 5, 2031</relative-time></h3><div class="comment-body markdown-body"><p>{I2}</p></div></div></div>
<div class="TimelineItem"><div class="TimelineItem-body"><a>nettle</a> mentioned this pull request <a>Mar 6, 2031</a></div></div>
<div class="TimelineItem"><div class="TimelineItem-body"><a>nettle</a> closed this as <a>completed</a> <a>Mar 7, 2031</a></div></div></div>
<p><a href="/join">Sign up for free</a> to join this conversation on GitHub. Already have an account? <a>Sign in to comment</a></p><div class="sidebar"><div>Assignees</div><div>nettle</div><div>Labels</div><div>bug</div><div>Projects</div><div>None yet</div><div>Milestone</div><p>No milestone</p></div></div></main>""",
    ),
    [I1, "Write a text of ten chapters.", "lamp export --book quay.txt", I2],
)
SITES["GitLab issues"] = (
    page(
        "Tenth chapter is written twice (#41) · Issues · quay / lamp · GitLab",
        f"""<main id="content-body"><div class="issue-details"><div class="detail-page-header"><span>Closed</span> <span>Issue created <time>Mar 3, 2031</time> by <a class="author-link">saltmarsh</a></span></div><h1 class="title">Tenth chapter is written twice</h1><div class="description"><div class="md"><p>{I1}</p></div></div><p>Edited <time>Mar 4, 2031</time> by <a>nettle</a></p>
<p>To upload designs, you'll need to enable LFS and have an admin enable hashed storage. More information</p><p>Link issues together to show that they're related or that one is blocking others. Learn more.</p>
<ul class="notes"><li class="note system-note"><p><a>nettle</a> added bug label <time>2 days ago</time></p></li><li class="note system-note"><p><a>nettle</a> assigned to @nettle <time>2 days ago</time></p></li><li class="note"><div class="note-header"><a class="author">nettle</a> @nettle · <time>2 days ago</time></div><div class="note-body"><div class="note-text md"><p>{I2}</p></div></div></li><li class="note system-note"><p><a>nettle</a> closed <time>1 day ago</time></p></li></ul><p>Please register or sign in to reply</p></div></main>""",
    ),
    [I1, I2],
)


def posts(make: str, *more: str) -> str:
    said = (Q, A1, A2, *more)
    names = ("saltmarsh", "nettle", "oarsman", "heron")
    return "".join(
        make.format(n=n, who=who, said=text)
        for n, (who, text) in enumerate(zip(names, said, strict=False), 1)
    )


SITES["Discourse"] = (
    page(
        "Clock loses time in the cold - Lamp talk - Quay Forum",
        "<div id=main-outlet><h1><a href=/t/clock/4>Clock loses time in the cold</a></h1><div class=topic-category>Lamp talk</div>"
        + posts(
            '<div itemprop="comment" id="post_{n}" class="topic-body crawler-post"><div class="crawler-post-meta"><span class="creator"><a href="/u/{who}"><span>{who}</span></a></span> <time class="post-time">March {n}, 2031, 9:12am</time> <span itemprop="position">{n}</span></div><div class="post" itemprop="text"><p>{said}</p></div><div><span class="post-likes">{n} Likes</span></div></div>'
        )
        + "<p>This topic was automatically closed 30 days after the last reply. New replies are no longer allowed.</p><h3>Related topics</h3><table class=topic-list><tr><th>Topic</th><th>Replies</th><th>Views</th></tr><tr><td><a href=/t/9>Oil for lamps</a></td><td>4</td><td>812</td></tr></table></div>",
    ),
    [Q, A1, A2],
)
SITES["phpBB"] = (
    page(
        "Clock loses time in the cold - Quay Board",
        '<h2 class="topic-title"><a href="./viewtopic.php?t=4">Clock loses time in the cold</a></h2><div class="pagination">3 posts • Page 1 of 1</div>'
        + posts(
            '<div id="p{n}" class="post has-profile bg2"><div class="inner"><dl class="postprofile"><dt><a class="username">{who}</a></dt><dd class="profile-posts"><strong>Posts:</strong> <a>423</a></dd><dd class="profile-joined"><strong>Joined:</strong> Fri Jan 01, 2010 9:12 am</dd></dl><div class="postbody"><div><h3><a href="#p{n}">Re: Clock loses time in the cold</a></h3><ul class="post-buttons"><li><a>Quote</a></li></ul><p class="author"><a>Post</a> by <strong><a>{who}</a></strong> » Fri Mar 0{n}, 2031 9:12 am</p><div class="content">{said}</div><div class="notice">Last edited by <a>{who}</a> on Sat Mar 04, 2031 8:00 am, edited 1 time in total.</div></div></div><div class="back2top"><a href="#top">Top</a></div></div></div>'
        )
        + "<p>Post Reply</p><p>Return to “Lamp talk”</p><div>Jump to</div><p>Who is online</p><p>Users browsing this forum: No registered users and 3 guests</p>",
    ),
    [Q, A1, A2],
)
SITES["XenForo"] = (
    page(
        "Clock loses time in the cold | Quay Forum",
        '<div class="p-body"><h1 class="p-title-value">Clock loses time in the cold</h1><div class="p-description"><ul><li>Thread starter <a class="username">saltmarsh</a></li><li>Start date <time>Mar 3, 2031</time></li></ul></div>'
        + posts(
            '<article class="message message--post" data-author="{who}"><div class="message-cell--user"><h4 class="message-name"><a class="username">{who}</a></h4><h5 class="userTitle">Well-known member</h5><dl><dt>Joined</dt><dd>Jan 1, 2010</dd></dl><dl><dt>Messages</dt><dd>423</dd></dl></div><div class="message-cell--main"><header><time>Mar {n}, 2031</time> <a>#{n}</a></header><div class="message-body"><div class="bbWrapper"><blockquote class="bbCodeBlock--quote"><div class="bbCodeBlock-title"><a>heron said:</a></div><div class="bbCodeBlock-content"><div>It never ran late before.</div><div class="bbCodeBlock-expandLink"><a>Click to expand...</a></div></div></blockquote>{said}</div></div><div>Last edited: <time>Mar 4, 2031</time></div><footer><a>Like</a> <a>Quote</a> <a>Reply</a> <a>Report</a></footer></div></article>'
        )
        + "<p>You must log in or register to reply here.</p><div>Similar threads</div></div>",
    ),
    [Q, A1, A2],
)
SITES["vBulletin"] = (
    page(
        "Clock loses time in the cold - Quay Board",
        '<div id="pagetitle"><h1><span class="threadtitle"><a>Thread: Clock loses time in the cold</a></span></h1></div><div>Results 1 to 3 of 3</div><ol id="posts">'
        + posts(
            '<li class="postbit postcontainer" id="post_{n}"><div class="posthead"><span class="date">03-0{n}-2031, 09:12 AM</span> <a>#{n}</a></div><div class="postdetails"><div class="userinfo"><a class="username">{who}</a><span class="usertitle">Senior Member</span><dl class="userinfo_extra"><dt>Join Date</dt> <dd>Jan 2010</dd> <dt>Location</dt> <dd>Quay</dd> <dt>Posts</dt> <dd>423</dd></dl></div><div class="postbody"><div class="content"><blockquote class="postcontent restore">{said}</blockquote></div><blockquote class="lastedited">Last edited by {who}; 03-04-2031 at 08:00 AM.</blockquote></div></div><div class="postfoot"><a class="newreply">Reply With Quote</a></div></li>'
        )
        + "</ol><p>You may not post new threads</p><p>You may not post replies</p><p>You may not post attachments</p><p>You may not edit your posts</p><p>BB code is On</p><p>Smilies are On</p><p>HTML code is Off</p>",
    ),
    [Q, A1, A2],
)
INTRO = "This is the bread that the boats take out on Mondays. It stays soft for four days, and it needs one bowl, one spoon and a warm place by the stove."
STEPS = (
    "Stir the flour, the salt and the water to a soft dough and leave it for an hour under a cloth.",
    "Fold it four times, let it rise until it is twice as high, and bake it for forty minutes.",
)
NOTE = "Rye flour takes more water: add two spoons of it for each cup that you swap."
WROTE = [INTRO, "500 g bread flour", "350 ml water", *STEPS, NOTE, "10 minutes", "Servings: 4"]
SITES["WP Recipe Maker"] = (
    page(
        "Monday boat bread - Quay Kitchen",
        f"""<article><h1 class="entry-title">Monday boat bread</h1><div class="entry-content"><a href="#r" class="wprm-recipe-jump">Jump to Recipe</a> <a class="wprm-recipe-print">Print Recipe</a><p>{INTRO}</p>
<div id="r" class="wprm-recipe-container"><div class="wprm-recipe wprm-recipe-template-classic"><h2 class="wprm-recipe-name">Monday boat bread</h2><div class="wprm-recipe-rating"><span>4.8</span> from <span>23</span> votes</div><p><a class="wprm-recipe-print">Print Recipe</a></p><p><a class="wprm-recipe-pin">Pin Recipe</a></p><p>Rate this recipe</p>
<p>Prep Time: 10 minutes</p><p>Servings: 4</p><div>Cook mode <span>Prevent your screen from going dark</span></div><h3>Ingredients</h3><div><button>1x</button><button>2x</button><button>3x</button></div><div>US Customary – Metric</div><ul class="wprm-recipe-ingredients"><li>500 g bread flour</li><li>350 ml water</li><li>2 tsp salt</li></ul><h3>Instructions</h3><ul class="wprm-recipe-instructions"><li>{STEPS[0]}</li><li>{STEPS[1]}</li></ul><h3>Notes</h3><p>{NOTE}</p>
<p>Tried this recipe?</p><p>Let us know how it was!</p><p>Mention @quaykitchen or tag #quaykitchen!</p></div></div></div></article>""",
    ),
    WROTE,
)
SITES["Tasty Recipes"] = (
    page(
        "Monday boat bread - Quay Kitchen",
        f"""<article><h1>Monday boat bread</h1><div class="entry-content"><div class="tasty-recipes-quick-links"><a>Jump to Recipe</a> · <a>Print Recipe</a></div><p>{INTRO}</p><div class="tasty-recipes"><h2 class="tasty-recipes-title">Monday boat bread</h2><p>No reviews</p><p>Author: Nora Falk</p><p>Total Time: 10 minutes</p><p>Servings: 4</p><div class="tasty-recipes-scale-container"><span>Scale</span> <button>1x</button> <button>2x</button> <button>3x</button></div><h3>Ingredients</h3><ul><li>500 g bread flour</li><li>350 ml water</li><li>2 tsp salt</li></ul><p>Cook Mode Prevent your screen from going dark</p><h3>Instructions</h3><ol><li>{STEPS[0]}</li><li>{STEPS[1]}</li></ol><h3>Notes</h3><p>{NOTE}</p><h3>Did you make this recipe?</h3><p>Share a photo and tag us — we can't wait to see what you've made!</p><p>Recipe Card powered by Tasty Recipes</p></div></div></article>""",
    ),
    WROTE,
)
SITES["Mediavine Create"] = (
    page(
        "Monday boat bread - Quay Kitchen",
        f"""<article><h1>Monday boat bread</h1><p>{INTRO}</p><section class="mv-create-card"><h2 class="mv-create-title">Monday boat bread</h2><form class="mv-create-print-form"><button>Print</button></form><p>Yield: 1 loaf</p><p>Servings: 4</p><p>Prep Time: 10 minutes</p><h3>Ingredients</h3><ul><li>500 g bread flour</li><li>350 ml water</li><li>2 tsp salt</li></ul><h3>Instructions</h3><ol><li>{STEPS[0]}</li><li>{STEPS[1]}</li></ol><h3>Notes</h3><p>{NOTE}</p><h3>Recommended Products</h3><p>As an Amazon Associate and member of other affiliate programs, I earn from qualifying purchases.</p><h3>Nutrition Information:</h3><p>Did you make this recipe?</p><p>Please leave a comment on the blog or share a photo on Instagram</p><p>© Nora Falk</p></section></article>""",
    ),
    WROTE,
)
Q_DE = "Meine Lampenuhr geht am Tag vier Minuten nach, seit sie im kalten Zimmer steht. Die Räder habe ich geölt und das Gewicht höher gehängt."
A_DE = "Kaltes Öl ist zäh. Nimm das alte mit einem trockenen Tuch ab und gib ein dünnes auf die Zapfen, aber nie auf die Zähne."
SITES["a German board"] = (
    page(
        "Uhr geht nach - Hafenforum",
        f"""<h2 class="topic-title">Uhr geht nach</h2><div class="pagination">2 Beiträge • Seite 1 von 1</div><div class="post" id="p1"><dl class="postprofile"><dt><a class="username">saltmarsh</a></dt><dd>Beiträge: 423</dd><dd>Registriert: Fr 1. Jan 2010, 09:12</dd></dl><div class="postbody"><p class="author">Beitrag von <b>saltmarsh</b> » Fr 3. Mär 2031, 09:12</p><div class="content">{Q_DE}</div><div class="notice">Zuletzt geändert von saltmarsh am Sa 4. Mär 2031, 08:00, insgesamt 1-mal geändert.</div></div></div><div class="post" id="p2"><dl class="postprofile"><dt><a class="username">nettle</a></dt><dd>Beiträge: 12</dd></dl><div class="postbody"><div class="content">{A_DE}</div><p>Zitieren</p></div></div><p>Antworten</p><p>Zum Vergrößern anklicken....</p><p>Wer ist online?</p><p>Mitglieder in diesem Forum: 0 Mitglieder und 3 Gäste</p>""",
        "de",
    ),
    [Q_DE, A_DE],
)
SITES["a French recipe"] = (
    page(
        "Pain du lundi - La cuisine du quai",
        """<article><h1>Pain du lundi</h1><p><a href=#r>Aller à la recette</a></p><p>C’est le pain que les bateaux emportent le lundi. Il reste tendre quatre jours et ne demande qu’un bol, une cuillère et un coin chaud près du poêle.</p><div class="wprm-recipe"><p>Imprimer la recette</p><p>Épingler la recette</p><p>Noter la recette</p><p>Temps de préparation : 10 minutes</p><p>Pour 4 personnes</p><h3>Ingrédients</h3><ul><li>500 g de farine</li><li>350 ml d’eau</li></ul><h3>Instructions</h3><ol><li>Mélanger la farine, le sel et l’eau, puis laisser reposer une heure sous un linge.</li><li>Plier la pâte quatre fois, la laisser lever et cuire quarante minutes.</li></ol><p>Mode cuisson Empêche l’écran de s’éteindre</p><p>Avez-vous essayé cette recette ?</p></div></article>""",
        "fr",
    ),
    [
        "C’est le pain",
        "10 minutes",
        "Pour 4 personnes",
        "500 g de farine",
        "Mélanger la farine",
        "Plier la pâte",
    ],
)
OF_THE_PROGRAM = [
    "Answers",
    "Asked",
    "answered May",
    "edited Jun",
    "Your Answer",
    "guest",
    "looking for",
    "opened this",
    "commented",
    "label",
    "self-assigned",
    "mentioned",
    "closed",
    "upload designs",
    "Link issues",
    "register",
    "Re: ",
    "online",
    "browsing",
    "Last edited",
    "expand",
    "Recipe",
    "recipe",
    "votes",
    "Cook mode",
    "Cook Mode",
    "1x",
    "Customary",
    "Let us know",
    "@quay",
    "No reviews",
    "Beitrag von",
    "Zuletzt",
    "Vergrößern",
    "Mitglieder",
    "la recette",
    "Mode cuisson",
    "cette recette",
]
"""What stands in the programs' own lines alone."""


@pytest.mark.parametrize("site", SITES)
def test_what_people_wrote_is_read_and_the_lines_of_the_program_are_not(site: str) -> None:
    html, wrote = SITES[site]
    said = clean(html).text
    assert [text for text in wrote if text not in said] == []
    assert [line for line in OF_THE_PROGRAM if line in said] == []


@pytest.mark.parametrize(
    "line",
    ["Prep Time: 10 mins", "Prep Time 10 mins", "Servings: 4", "Yield: 1 loaf", "Steps", "Zutaten", "Pour 4 personnes", "She added the labels.", "He closed this.", "The shop closed 3 days ago.", "Print the recipes and go."],
)  # fmt: skip
def test_what_tells_of_the_dish_or_of_people_is_no_line_of_the_program(line: str) -> None:
    assert furniture(line) is None
