"""Bytes become text, whatever the encoding, or a clear error."""

from __future__ import annotations

import pytest

from timeline.articles.decode import decode
from timeline.errors import ArticleError

FRENCH = "Le président a reçu à Genève l'ambassadeur de Norvège, déjà présent l'été dernier. « Très bien », a-t-il dit."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "cp1252", "utf-16", "utf-32"])
def test_usual_encodings_are_read(encoding: str) -> None:
    assert decode(FRENCH.encode(encoding), "a.txt") == FRENCH


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", "Министр иностранных дел прибыл в Осло для переговоров о границе и рыболовстве в северных водах."),
        ("cp1250", "Premier przyjął ambasadora Norwegii. Rozmowy o wspólnej granicy zaczęły się w piątek rano."),
        ("cp1250", "Předseda vlády přijal v Praze velvyslance Norska. Jednání o společné hranici začalo v pátek."),
        ("cp1254", "Dışişleri bakanı büyükelçiyi İstanbul'da kabul etti. Görüşmeler cuma günü başladı."),
        ("latin-1", "Der Außenminister empfing den Botschafter in München. Die Gespräche begannen früh."),
        ("cp1252", "The minister – who had “left” – returned on Friday to the talks. It’s over, he said."),
        ("latin-1", "Le président Lind est arrivé à Genève le 3 mai 2021. President Lind met Haas."),
        ("latin-1", "El canciller llegó a Bogotá; mañana habrá reunión."),
        ("latin-1", "The envoys met in a café in Orsk on Friday."),
        ("shift_jis", "石破茂首相は7日、電話会談を行った。両氏は早期の会談で一致した。"),
    ],
)
def test_encodings_that_nothing_announces_are_told_by_their_language(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), "a.txt") == text


@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\n"])
def test_line_ends_become_one_kind(end: str) -> None:
    assert decode(f"One.{end}Two.".encode(), "a.txt") == "One.\nTwo."


@pytest.mark.parametrize("data", [b"", b" \n\t ", b"\xef\xbb\xbf\n", "\u200b\u00a0".encode()])
def test_an_empty_file_is_named(data: bytes) -> None:
    with pytest.raises(ArticleError, match=r"a\.txt: is empty"):
        decode(data, "a.txt")


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", bytes(range(256)) * 20, b"text with a \0 in it", b"\x1f\x8b\x08\x02" * 9]
)
def test_a_binary_file_is_named(data: bytes) -> None:
    with pytest.raises(ArticleError, match=r"a\.txt: is a binary file"):
        decode(data, "a.txt")


def test_a_broken_utf_16_file_is_named() -> None:
    with pytest.raises(ArticleError, match="UTF-16"):
        decode(b"\xff\xfe\x00\xd8a", "a.txt")
