"""What a browser shows when something is not there or not allowed; programs get a line of text."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from listen.library import Library, shares
from listen.server.web import texts, views
from tests.library.stories import keep_draft

BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8", "Accept-Language": "de"}


@pytest.mark.parametrize("path", ["nothing", "episode/0123456789ab", "jobs/q123", "e/0123456789ab/x.mp3"])
def test_a_browser_gets_a_page_with_a_way_back(client: TestClient, token: str, path: str) -> None:
    for root in ("/", f"/t/{token}/"):
        answer = client.get(f"{root}{path}", headers=BROWSER)
        assert answer.status_code == 404
        assert answer.headers["content-type"].startswith("text/html")
        assert "Hier ist nichts" in answer.text
        assert f'class="button" href="{root}"' in answer.text
        assert "content-security-policy" in answer.headers


def test_a_program_gets_a_line(client: TestClient, token: str) -> None:
    answer = client.get(f"/t/{token}/nothing")
    assert (answer.status_code, answer.text) == (404, "Not Found\n")
    api = client.get(f"/t/{token}/api/v1/episodes/nothing1", headers=BROWSER)
    assert api.headers["content-type"] == "application/problem+json"


def test_the_page_says_why(client: TestClient, library: Library) -> None:
    reader = shares.share(library, "reader", scopes=("listen",)).token
    entry = keep_draft(library, 1)
    answer = client.post(f"/t/{reader}/episode/{entry.id}/archive", data={"back": ""}, headers=BROWSER)
    assert answer.status_code == 403
    assert "Das dürfen Sie nicht" in answer.text
    assert "This needs a token that may add." in answer.text


def test_strangers_see_nothing_of_it(client: TestClient, library: Library) -> None:
    library.save_show(library.show)
    for path in ("/t/wrong/nothing", "/t/wrong/"):
        answer = client.get(path, headers=BROWSER)
        assert answer.status_code == 404
        assert answer.headers["content-type"].startswith("text/plain")


def test_a_wrong_token_is_counted_once(client: TestClient) -> None:
    codes = [client.get("/t/wrong/", headers=BROWSER).status_code for _ in range(12)]
    assert codes == [404] * 10 + [429] * 2


def test_each_refusal_has_its_sentence() -> None:
    for status in (*views.REFUSALS, "other"):
        assert texts.words("ja")[f"refused_{status}"]


@pytest.mark.parametrize(
    ("given", "said"), [("", "Geben Sie eine Adresse"), ("{a}", "„{a}“ ist keine Webadresse")]
)
def test_what_cannot_be_added_is_said_in_the_readers_language(
    client: TestClient, token: str, given: str, said: str
) -> None:
    answer = client.post(f"/t/{token}/add", data={"text": given}, headers=BROWSER)
    assert answer.status_code == 422
    assert said in answer.text
