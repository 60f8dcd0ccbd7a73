"""Headlines in capitals or title case, put into the sentence case the parser was trained on; same length."""

from __future__ import annotations

import re

from timeline.events.words import words
from timeline.names.scan import scan

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


_LABEL = re.compile(r"\W*[A-Z][\w.’'-]*(?:,?\s+(?:[A-Z][\w.’'-]*|and|of|the|&)){0,4}:\s+(?=\w)")
_TOPIC = re.compile(r"[^:]{3,60}:\s+(?=\w)")


def label(sentence: str, headline: bool) -> int:
    """Length of what stands before a colon and names only who speaks or what follows is about; 0 where nothing does.

    >>> label("Q: Did the two meet?", False), label("She said this: nobody came.", False)
    (3, 0)
    """
    found = (_TOPIC if headline else _LABEL).match(sentence)
    return found.end() if found else 0


def lowered(sentence: str, text: str) -> str:
    """Lower the words of an all-capitals or title-case sentence that are no names.

    A word stays capitalised where it is a known name, or stands capitalised inside another sentence of ``text``.

    >>> lowered("RUSSIA AND CHINA SIGN GAS DEAL", "")
    'Russia and China sign gas deal'
    """
    long = [w for w in _WORD.findall(sentence) if len(w) > 3]
    if len(long) < 3:
        return sentence
    capitals = sum(w.isupper() for w in long) / len(long)
    titled = sum(w[:1].isupper() for w in long) / len(long)
    if capitals < 0.8 and (titled < 0.85 or sentence.rstrip().endswith(".")):
        return sentence  # a sentence with a full stop is full of names, no headline
    if capitals >= 0.8:
        sentence_case = "".join(_capitalised(w) for w in re.split(r"([^\W\d_]+(?:['’][^\W\d_]+)*)", sentence))
    else:
        sentence_case = sentence
    kept = {i for h in scan(sentence_case) for i in range(h.start, h.end)}

    def change(found: re.Match[str]) -> str:
        word = found.group()
        if found.start() in kept or (found.start() == 0 and not kept) or word.lower() in words("names", "calendar"):
            return word
        if re.search(
            rf"(?<![.!?:\"“]\s)(?<!\n)(?<!^)\b{re.escape(word)}\b", _outside(text, sentence)
        ) and not re.search(rf"\b{re.escape(word.lower())}\b", text):
            return word
        low = word.lower()
        return low if len(low) == len(word) else word

    return _WORD.sub(change, sentence_case)


def _outside(text: str, sentence: str) -> str:
    at = text.find(sentence)
    return text[:at] + "\n" + text[at + len(sentence) :] if at >= 0 else text


def _capitalised(word: str) -> str:
    low = word[:1] + word[1:].lower()
    return low if len(low) == len(word) else word
