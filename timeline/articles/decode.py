"""Bytes of a file become text: UTF-8, an encoding that announces itself, or the likeliest one."""

from __future__ import annotations

import codecs
import re
import unicodedata

from timeline.errors import ArticleError

# UTF-32 first: its little-endian mark begins with the one of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SAMPLE = 100_000
# Characters of several bytes, which other encodings hardly ever form by chance.
_UTF_8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
# Text has next to none; compressed or machine data has about one byte in eight.
_CONTROL_SHARE = 0.01
# Differences of charset-normalizer's measures (0..1) that decide nothing, seen on texts of nine languages.
_ODDER, _ALIKE = 0.1, 0.03
# What articles of the web's age are in: code pages of DOS and old Macs only mislead ("Genčve", "GenĶve").
_LIVING = (
    *("cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258"),
    *("iso8859_2", "iso8859_5", "iso8859_7", "iso8859_9", "koi8_r", "koi8_u"),
    *("cp932", "euc_jp", "iso2022_jp", "gb18030", "big5", "cp949", "cp874"),
)
_WESTERN = {"cp1252", "latin_1", "iso8859_15"}
_ASCII = frozenset(map(chr, range(128)))
_LINE_ENDS = re.compile(r"\r\n?|\x85|\u2028|\u2029|\x0c")


def decode(data: bytes, where: str) -> str:
    """Decode the bytes of a text file and make every line end ``\\n``.

    ``where`` names the file in errors.  Raises ArticleError for an empty or binary file.

    >>> decode("Genève".encode("latin-1") + b" est une ville de Suisse.", "a.txt")
    'Genève est une ville de Suisse.'
    """
    text = _text(data, where)
    if not text.strip("\ufeff\u200b \t\n\r\f\v\xa0"):
        raise ArticleError(f"{where}: is empty; remove it or put the article's text into it")
    return _LINE_ENDS.sub("\n", text)


def _text(data: bytes, where: str) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError as error:
                raise ArticleError(f"{where}: is no valid {encoding.upper()} text; save it as UTF-8") from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = None
    if _is_binary(data.decode("latin-1") if text is None else text):
        raise ArticleError(f"{where}: is a binary file, not text; give the article's text as UTF-8")
    if text is not None:
        return text
    return _mended(data) or _guessed(data, where)


def _is_binary(text: str) -> bool:
    sample = text[:_SAMPLE]
    controls = len(_CONTROL.findall(sample))
    return "\x00" in sample or controls > _CONTROL_SHARE * len(sample)


def _mended(data: bytes) -> str | None:
    """Decode what is UTF-8 but for a few bytes, pasted in from elsewhere; None where it is another encoding."""
    bad: list[int] = []

    def as_western(error: UnicodeError) -> tuple[str, int]:
        assert isinstance(error, UnicodeDecodeError)  # noqa: S101  (what decoding raises)
        bad.append(error.start)
        return error.object[error.start : error.start + 1].decode("cp1252", "replace"), error.start + 1

    codecs.register_error("timeline-western", as_western)
    text = data.decode("utf-8-sig", "timeline-western")
    good = len(_UTF_8.findall(data))
    return text if good > len(bad) else None


def _guessed(data: bytes, where: str) -> str:
    from charset_normalizer import from_bytes  # slow to import, and UTF-8 needs none of it

    candidates = list(from_bytes(data, cp_isolation=list(_LIVING)))
    if not candidates:
        raise ArticleError(f"{where}: its encoding cannot be told; save it as UTF-8")
    # Its first choice has the fewest odd characters, which makes Baltic of French ("Genčve"); how well the letters fit
    # a language tells them apart, and among equals the encoding that is by far the commonest, if it gives only words.
    usable = [one for one in candidates if one.chaos <= candidates[0].chaos + _ODDER]
    best = max(usable, key=lambda one: one.coherence)
    for one in usable:
        if _WESTERN & {one.encoding, *one.could_be_from_charset} and one.coherence >= best.coherence - _ALIKE:
            text = data.decode("cp1252", "replace")
            if all(char in "°©®€£" or unicodedata.category(char)[0] in "LPZ" for char in set(text) - _ASCII):
                return text
    return str(best)
