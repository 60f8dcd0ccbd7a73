"""Numbers in the figures of other scripts: Arabic-Indic and full-width digits, Chinese numerals."""

from __future__ import annotations

import unicodedata

_HAN = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "兩": 2}
PAIR = "两兩"  # counts things and hours, never days, months or weekdays
_WHOLE_TENS = {"廿": 20, "卅": 30}
_TENS = {"十": 10, "百": 100, "千": 1000}
_BETWEEN = str.maketrans("：／．－", ":/.-")
# What figures of an ordinal end in: English, French, Spanish and Portuguese.
ORDINAL_ENDINGS = "st|nd|rd|th|er|ère|re|ème|eme|e|ro|do|to|o|a|º|ª|°"
HAN = "".join(_HAN) + "".join(_TENS) + "".join(_WHOLE_TENS)


def in_ascii(figures: str) -> str:
    """Write the digits of any script, and full-width signs between them, as ASCII ones; all other signs stay.

    >>> in_ascii("２０２４"), in_ascii("٧/١١"), in_ascii("１４：３０")
    ('2024', '7/11', '14:30')
    """
    plain = figures.translate(_BETWEEN)
    return "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in plain)


def is_either(word: str) -> bool:
    """Tell two numerals beside each other that mean the one or the other: "三四", "一两".

    >>> is_either("三四"), is_either("两三"), is_either("九八"), is_either("十五")
    (True, True, False, False)
    """
    values = [_HAN.get(sign) for sign in word] if len(word) == 2 else [None, None]
    first, second = values
    return bool(first) and second == (first or 0) + 1


def from_han(word: str) -> str:
    """Write a Chinese numeral in figures, empty where it is none.

    >>> from_han("十一"), from_han("二十"), from_han("二〇二四"), from_han("三百")
    ('11', '20', '2024', '300')
    >>> from_han("廿八")
    '28'
    """
    if any(sign not in HAN for sign in word) or not word:
        return ""
    if len(word) > 1 and not any(sign in _TENS or sign in _WHOLE_TENS for sign in word):
        return "".join(str(_HAN[sign]) for sign in word)
    total, current = 0, None
    for sign in word[:20]:
        if sign in _TENS:
            total += (1 if current is None else current) * _TENS[sign]
            current = None
        elif sign in _WHOLE_TENS:
            total += _WHOLE_TENS[sign]
        else:
            current = _HAN[sign]
    return str(total + (current or 0))
