"""The W3C's Pronunciation Lexicon Specification 1.0: read (IPA and aliases) and written."""

from __future__ import annotations

from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

from listen.errors import LexiconError
from listen.speech.lexicon import Entry, Lexicon

NAMESPACE = "http://www.w3.org/2005/01/pronunciation-lexicon"
SENSES = "urn:listen:sense"
"""Namespace of the roles by which one spelling's several sounds are told apart."""
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def parse_pls(text: str, name: str = "lexicon") -> Lexicon:
    """Lexemes with IPA phonemes or aliases; of several phonemes the preferred one, else the first.

    Raises LexiconError for XML that does not parse, another alphabet, or a document type (not needed, and
    a way to smuggle in entities).
    """
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise LexiconError(f"{name}: remove the document type declaration, a lexicon needs none")
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        raise LexiconError(f"{name}: is not well-formed XML ({error})") from error
    if root.tag.rpartition("}")[2] != "lexicon":
        raise LexiconError(f"{name}: is XML but no PLS lexicon; its root must be <lexicon>")
    alphabet = root.get("alphabet", "ipa")
    lang = root.get(_LANG, "")
    entries = []
    for lexeme in root.iter():
        if lexeme.tag.rpartition("}")[2] != "lexeme":
            continue
        parts: dict[str, list[ElementTree.Element]] = {"grapheme": [], "phoneme": [], "alias": []}
        for child in lexeme:
            parts.setdefault(child.tag.rpartition("}")[2], []).append(child)
        phonemes = sorted(parts["phoneme"], key=lambda p: p.get("prefer") != "true")
        ipa = ""
        if phonemes:
            if phonemes[0].get("alphabet", alphabet) != "ipa":
                raise LexiconError(f'{name}: only the alphabet "ipa" is understood, not {alphabet!r}')
            ipa = _text(phonemes[0])
        alias = _text(parts["alias"][0]) if parts["alias"] else ""
        if ipa or alias:
            sense = _sense(lexeme.get("role", ""))
            entries += [
                Entry(word, ipa, "", alias, lang, sense) for g in parts["grapheme"] if (word := _text(g))
            ]
    return Lexicon(entries)


def dump_pls(lexicon: Lexicon, lang: str = "en-GB") -> str:
    """A PLS document of the entries that serve one language."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<lexicon version="1.0" xmlns="{NAMESPACE}" alphabet="ipa"'
        f" xmlns:listen={quoteattr(SENSES)} xml:lang={quoteattr(lang)}>",
    ]
    for entry in lexicon:
        if not entry.serves(lang):
            continue
        said = entry.said(lang)
        phoneme = f"<phoneme>{escape(said)}</phoneme>" if said else ""
        alias = f"<alias>{escape(entry.respelling)}</alias>" if entry.respelling else ""
        role = f" role={quoteattr('listen:' + entry.sense)}" if entry.sense else ""
        lines.append(f"  <lexeme{role}><grapheme>{escape(entry.word)}</grapheme>{phoneme}{alias}</lexeme>")
    return "\n".join([*lines, "</lexicon>", ""])


def _sense(roles: str) -> str:
    """Ours among a lexeme's roles; others' (parts of speech) say nothing that our contexts know."""
    return next((role.removeprefix("listen:") for role in roles.split() if role.startswith("listen:")), "")


def _text(element: ElementTree.Element) -> str:
    return " ".join("".join(element.itertext()).replace("’", "'").split())
