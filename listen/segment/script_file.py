"""A script as a file that an editor can correct: `listen script --json` writes it, `listen make` renders it.

Each utterance shows the written `text`, what is `spoken`, and the silence after it (`pause_ms`). Below them,
on one line, stand the words with the span of the text each comes from. Whoever edits `spoken` need not touch
those: unchanged words keep their spans, new ones take the span of what they replace. Whoever edits `text`
alone has it turned into spoken words anew.
"""

from __future__ import annotations

import difflib
import json
import re
import zlib
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from listen.errors import ScriptError
from listen.model import Script, SpokenWord, Utterance
from listen.storage import jsonform
from listen.storage.compressed.packed import Packed

FORMAT = 1
LONGEST_MS = 3_600_000
"""No pause and no time between chapters is longer: what is has a digit too many."""
MOST = 1 << 31
"""No article has so many blocks or characters."""
Speak = Callable[[str, str], tuple[SpokenWord, ...]]
"""Written text and its language → the words that are said."""

_WORD = re.compile(r"(?P<before>[^\w\s]{0,40})(?P<text>\w(?:[\w'’.-]*\w)?)(?P<after>[^\w\s]*\s*)")


def dumps(script: Script) -> str:
    """The script as JSON, a line for each thing that an editor would change."""
    form = jsonform.plain(script)
    utterances = [_utterance_lines(u) for u in script.utterances]
    del form["utterances"]
    head = json.dumps({"listen": "script", "format": FORMAT, **form}, ensure_ascii=False, indent=1)
    body = ",\n".join(utterances)
    return f'{head[:-2]},\n "utterances": [\n{body}\n ]\n}}\n'


def is_script(data: bytes) -> bool:
    """Return whether these bytes are a script's JSON rather than an article, in any encoding that JSON may
    have.
    """
    head = data[:800]
    text = head.decode(json.detect_encoding(head), "ignore")
    return re.match(r'\s*\{\s*"listen"\s*:\s*"script"', text) is not None


def loads(data: bytes | str, speak: Speak) -> Script:
    """The script in `data`; utterances whose text was changed are spoken anew by `speak`.

    Raises ScriptError that names the place.
    """
    try:
        form = json.loads(data if isinstance(data, str) else data.decode(json.detect_encoding(data)))
        json.dumps(form, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        raise ScriptError(f"script: not valid JSON in line {error.lineno}: {error.msg}") from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise ScriptError(f"script: not valid {error.encoding} in line {line}: save it as UTF-8") from error
    except UnicodeEncodeError as error:
        half = str(error.object)[error.start : error.start + 1]
        raise ScriptError(f"script: holds half a character, {half!a}: write the whole one") from error
    except RecursionError as error:
        raise ScriptError(
            "script: its brackets are nested too deeply: write it again with listen script"
        ) from error
    except ValueError as error:
        raise ScriptError(f"script: a number in it is too large ({error})") from error
    if not isinstance(form, dict) or form.pop("listen", None) != "script":
        raise ScriptError('script: expected an object that begins with "listen": "script"')
    if form.pop("format", None) != FORMAT:
        raise ScriptError(f"script: this version reads format {FORMAT}; write it again with listen script")
    utterances = form.pop("utterances", None)
    if not isinstance(utterances, list) or not utterances:
        raise ScriptError("script: utterances: expected a list with at least one utterance")
    script = jsonform.value(Script, {**form, "utterances": []}, "script")
    if not 0 <= script.chapter_ms <= LONGEST_MS:
        raise ScriptError(f"script.chapter_ms: expected 0 to {LONGEST_MS}, found {script.chapter_ms}")
    read = Packed(_utterance(u, f"utterances[{i}]", speak) for i, u in enumerate(utterances))
    twice = [id_ for id_, n in Counter(u.id for u in read).items() if n > 1]
    if twice:
        raise ScriptError(f"script: two utterances have the id {twice[0]!r}; give each its own")
    return replace(script, utterances=read)


def respoken(utterance: Utterance, spoken: str) -> Utterance:
    """The utterance saying `spoken` instead; words that stay keep their span and pronunciation."""
    new = [SpokenWord(m["text"], 0, 0, m["before"], m["after"]) for m in _WORD.finditer(spoken)]
    old = utterance.words
    words: list[SpokenWord] = []
    matcher = difflib.SequenceMatcher(a=[w.text for w in old], b=[w.text for w in new], autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            words += [
                replace(n, start=o.start, end=o.end, ipa=o.ipa)
                for o, n in zip(old[a:b], new[c:d], strict=True)
            ]
        else:
            start = old[a].start if a < b else (words[-1].end if words else 0)
            end = max(old[b - 1].end, start) if a < b else start
            words += [replace(n, start=start, end=end) for n in new[c:d]]
    return replace(utterance, words=tuple(words))


def _utterance_lines(u: Utterance) -> str:
    form = jsonform.plain(u)
    words = [[w.text, w.start, w.end, w.before, w.after, w.ipa] for w in u.words]
    shown = {
        "id": u.id,
        "text": u.text,
        "spoken": u.spoken,
        "pause_ms": u.pause_ms,
        **{k: v for k, v in form.items() if k not in ("id", "text", "pause_ms", "words")},
        "of": _digest(u.text),
    }
    lines = [f"   {json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}" for k, v in shown.items()]
    lines.append(f'   "words": {json.dumps(words, ensure_ascii=False, separators=(",", ":"))}')
    return "  {\n" + ",\n".join(lines) + "\n  }"


def _utterance(form: object, where: str, speak: Speak) -> Utterance:
    if not isinstance(form, dict):
        raise ScriptError(f"{where}: expected an object, found {form!r:.60}")
    form = dict(form)
    spoken, digest, rows = form.pop("spoken", None), form.pop("of", None), form.pop("words", [])
    utterance = jsonform.value(Utterance, {**form, "words": [_word(row, where) for row in rows]}, where)
    if not 0 <= utterance.pause_ms <= LONGEST_MS:
        raise ScriptError(f"{where}.pause_ms: expected 0 to {LONGEST_MS}, found {utterance.pause_ms}")
    if not (-1 <= utterance.block < MOST and 0 <= utterance.start < MOST):
        raise ScriptError(f"{where}: block and start are places in the article: leave them as they were")
    if spoken is not None and not isinstance(spoken, str):
        raise ScriptError(f"{where}.spoken: expected text, found {spoken!r:.60}")
    was_said = utterance.spoken
    if digest != _digest(utterance.text):
        utterance = replace(utterance, words=speak(utterance.text, utterance.lang))
    if spoken and spoken != was_said:
        utterance = respoken(utterance, spoken)
    if any(not 0 <= w.start <= w.end <= len(utterance.text) for w in utterance.words):
        raise ScriptError(f"{where}.words: a span lies outside the text")
    return utterance


def _word(row: object, where: str) -> dict[str, object]:
    names = ("text", "start", "end", "before", "after", "ipa")
    if not isinstance(row, list) or len(row) != len(names):
        raise ScriptError(
            f"{where}.words: expected [text, start, end, before, after, ipa], found {row!r:.60}"
        )
    return dict(zip(names, row, strict=True))


def _digest(text: str) -> str:
    """Tells a text that was edited from one that was not."""
    return f"{zlib.crc32(text.encode('utf-8', 'surrogatepass')):08x}"
