"""PDF, Word and web archive files, made by the tests."""

from __future__ import annotations

import gzip
import sys
from datetime import datetime
from pathlib import Path

import pytest
from dated import dated
from filing import docx, pdf, warc, zip_bomb
from pdfminer.layout import LTPage

from timeline.articles.discover import Located
from timeline.articles.read import read
from timeline.errors import ArticleError
from timeline.models import Article

MET = "Premier Haas of Norway met President Lind of Finland in Oslo on Monday."
AGAIN = "The two governments agreed to hold another meeting next month, officials said."
PAGE = (Path(__file__).parent / "files" / "ld-published.html").read_bytes()
ADDRESS = "https://orsk.example/haas"


def articles(folder: Path, name: str, data: bytes, **options: int) -> tuple[list[Article], list[str]]:
    """The articles of a file with these bytes, and its problems."""
    path = folder / name
    path.write_bytes(data)
    problems: list[ArticleError] = []
    try:
        found = read(Located(path, name), report=problems.append, **options)  # type: ignore[arg-type]
    except ArticleError as error:
        return [], [str(error)]
    return found, [str(problem) for problem in problems]


def shown(article: Article, kind: str) -> list[str]:
    return [article.text[block.start : block.end] for block in article.blocks if block.kind == kind]


def test_a_pdf_keeps_its_paragraphs(tmp_path: Path) -> None:
    """Lines and hyphens are undone, a paragraph goes on over the page, heads and page numbers are left out."""
    pages = [
        ["Orsk Daily 1", "Premier Haas of Norway met\nPresident Lind in the capi-\ntal on Monday.", "They will meet"],
        ["Orsk Daily 2", "again (in Oslo) next month.", "Nothing else was said."],
        ["Orsk Daily 3", "The envoys left.", "Page 3 of 3"],
    ]
    info = {"Title": "Haas meets Lind", "CreationDate": "D:20241108003000+09'00'", "Author": "Mara Vell"}
    (article,), problems = articles(tmp_path, "a.pdf", pdf(pages, info))
    assert problems == []
    assert shown(article, "body") == [
        "Premier Haas of Norway met President Lind in the capital on Monday.",
        "They will meet again (in Oslo) next month.",
        "Nothing else was said.",
        "The envoys left.",
    ]
    assert shown(article, "furniture") == ["Orsk Daily 1", "Orsk Daily 2", "Orsk Daily 3", "Page 3 of 3"]
    assert article.title == "Haas meets Lind"


def test_the_creation_of_a_pdf_is_a_weak_bound_at_its_own_offset(tmp_path: Path) -> None:
    info = {"CreationDate": "D:20241108003000+09'00'", "ModDate": "D:20241107153000Z"}
    (article,), _ = articles(tmp_path, "a.pdf", pdf([[MET]], info))
    assert [(one.found, one.rank, one.not_before, str(one.not_after)) for one in article.claims] == [
        ("PDF CreationDate", 9, None, "2024-11-08"),
        ("PDF ModDate", 9, None, "2024-11-08"),
    ]
    assert dated(article).dct.value is None


@pytest.mark.parametrize("stamp", ["D:2024", "D:20249901", "yesterday", ""])
def test_a_pdf_stamp_that_is_no_day_is_no_claim(tmp_path: Path, stamp: str) -> None:
    (article,), _ = articles(tmp_path, "a.pdf", pdf([[MET]], {"CreationDate": stamp}))
    assert article.claims == ()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (pdf([[""], [""]]), "this PDF has no text (scanned?)"),
        (pdf([[MET]], locked=True), "this PDF is encrypted; save it without a password"),
        (pdf([[MET]])[:300], "is no PDF that can be read"),
        (b"%PDF-1.4\n" + b"\xff" * 500, "is no PDF that can be read"),
        (b"They met.", "is no PDF that can be read"),
        (b"", "is no PDF that can be read"),
    ],
    ids=["scanned", "encrypted", "truncated", "garbage", "text", "empty"],
)
def test_a_pdf_that_cannot_be_read_is_named(tmp_path: Path, data: bytes, says: str) -> None:
    found, (problem,) = articles(tmp_path, "a.pdf", data)
    assert found == []
    assert problem.startswith(str(tmp_path / "a.pdf"))
    assert says in problem


def test_a_page_of_a_pdf_unpacks_to_no_more_than_is_allowed(tmp_path: Path) -> None:
    (article,), _ = articles(tmp_path, "a.pdf", pdf([[MET]], blanks=900_000), max_size=1_000_000)
    assert MET in article.text
    found, (problem,) = articles(tmp_path, "b.pdf", pdf([[MET], [MET]], blanks=1_000_000), max_size=1_000_000)
    assert found == []
    assert problem.endswith("page 1 unpacks to more than the 1 MB allowed; split it or raise --max-size")


def test_what_lies_beyond_the_edges_of_a_page_is_not_read(tmp_path: Path) -> None:
    """No program shows it, and a small file may have any amount of it."""
    data = pdf([[MET, *(f"They met in hall {n} of the palace." for n in range(100))]])
    (article,), _ = articles(tmp_path, "a.pdf", data)
    assert MET in article.text
    assert "hall 19 " in article.text
    assert "hall 30 " not in article.text


def test_boxes_of_a_page_are_compared_with_each_other_only_where_they_are_few(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    few, many = (
        pdf([[f"They met in hall {n} of the palace." for n in range(count)]], bottom=-20_000) for count in (20, 401)
    )
    (article,), _ = articles(tmp_path, "many.pdf", many)
    assert article.text.index("hall 7 ") < article.text.index("hall 400 ")
    asked = []
    monkeypatch.setattr(LTPage, "group_textboxes", lambda *_: asked.append(_) or [])
    articles(tmp_path, "many.pdf", many)
    assert not asked
    articles(tmp_path, "few.pdf", few)
    assert asked


def test_a_word_document_is_read(tmp_path: Path) -> None:
    data = docx(["Haas meets Lind", MET, AGAIN], title="Haas meets Lind", captions=["Haas in 1999"])
    (article,), problems = articles(tmp_path, "a.docx", data)
    assert problems == []
    assert (shown(article, "title"), shown(article, "body")) == (["Haas meets Lind"], [MET, AGAIN])
    assert shown(article, "furniture") == ["Haas in 1999"]
    assert [(one.found, one.not_before, str(one.not_after)) for one in article.claims] == [
        ("DOCX modified", None, "2024-11-08")
    ]


def test_a_sidecar_goes_before_what_a_document_says(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text('dct = 2024-11-07\ntitle = "Haas"')
    (article,), _ = articles(tmp_path, "a.docx", docx([MET], title="Untitled", saved=datetime(2024, 11, 5)))
    dct = dated(article).dct
    assert (article.title, dct.value) == ("Haas", "2024-11-07")
    assert "against it: DOCX modified" in dct.evidence


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (zip_bomb(50_000_000), "unpacks to 50.0 MB, more than the 10 MB allowed"),
        (docx([]), "this document has no text"),
        (docx([MET])[:2000], "is no .docx that can be read"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, "is encrypted, or of an old Word"),
        (b"They met.", "is no .docx that can be read"),
        (zip_bomb(1_000_000), "is no .docx that can be read"),
    ],
    ids=["bomb", "empty", "truncated", "encrypted", "text", "other zip"],
)
def test_a_word_document_that_cannot_be_read_is_named(tmp_path: Path, data: bytes, says: str) -> None:
    found, (problem,) = articles(tmp_path, "a.docx", data)
    assert found == []
    assert says in problem


def test_a_larger_document_is_read_when_asked_for(tmp_path: Path) -> None:
    data = docx([MET])
    assert articles(tmp_path, "a.docx", data, max_size=len(data) + 1)[0] == []
    assert articles(tmp_path, "a.docx", data, max_size=1_000_000)[0]


@pytest.mark.parametrize("charset", ["iso-8859-1", "Latin1", "us-ascii", "windows-1252"])
def test_a_page_that_says_latin_1_keeps_its_quotation_marks(tmp_path: Path, charset: str) -> None:
    """Browsers read Latin-1 as Windows-1252, which has quotation marks, dashes and apostrophes besides."""
    said = "“It’s over – and Genève knows it,” Premier Haas of Norway said after her talks with President Lind."
    page = f'<html><head><meta charset="{charset}"></head><body><article><p>{said}</p></article></body></html>'
    (article,), problems = articles(tmp_path, "a.html", page.encode("cp1252"))
    assert (shown(article, "body"), problems) == ([said], [])


@pytest.mark.parametrize("zipped", [False, True])
def test_the_pages_of_an_archive_are_read(tmp_path: Path, zipped: bool) -> None:
    """One page fetched twice is two articles; pictures are none; a page without article is named."""
    records = [
        (ADDRESS, "text/html; charset=utf-8", PAGE),
        ("https://orsk.example/a.png", "image/png", b"\x89PNG"),
        ("https://orsk.example/none", "text/html", b"<html><body></body></html>"),
        (ADDRESS, "text/html", PAGE),
    ]
    found, problems = articles(tmp_path, "a.warc.gz" if zipped else "a.warc", warc(records, zipped=zipped))
    assert [article.id.partition("#")[2] for article in found] == ["be5d4672", "be5d4672~2"]
    assert {(article.url, dated(article).dct.value) for article in found} == {(ADDRESS, "2024-11-07")}
    assert [claim.found for claim in found[0].claims] == ["JSON-LD datePublished", "day on which the page was fetched"]
    (problem,) = problems
    assert "record 3 (https://orsk.example/none): no article is found" in problem


def test_what_the_library_says_of_an_archive_stays_with_it(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """An address with blanks, and more behind a record than it says that it has."""
    data = warc([("https://orsk.example/a b", "text/html", PAGE)]).rstrip() + b"<p>More</p>\n" * 3
    found, _ = articles(tmp_path, "a.warc", data + b"\r\n\r\n" + warc([(ADDRESS, "text/html", PAGE)]))
    assert found
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (warc([(ADDRESS, "image/png", b"x")]), "holds no web page among its 1 records"),
        (warc([(ADDRESS, "text/html", PAGE)], status="404 Not Found"), "holds no web page"),
        (b"They met.\n", "breaks off after record 0"),
        (b"", "holds no web page"),
    ],
    ids=["pictures", "missing", "text", "empty"],
)
def test_an_archive_without_pages_is_named(tmp_path: Path, data: bytes, says: str) -> None:
    found, (problem,) = articles(tmp_path, "a.warc", data)
    assert found == []
    assert says in problem


def test_a_bomb_in_an_archive_is_left_out_alone(tmp_path: Path) -> None:
    records = [(f"{ADDRESS}{n}", "text/html", body) for n, body in enumerate((PAGE, b"<p>" + b"a" * 20_000_000, PAGE))]
    found, (problem,) = articles(tmp_path, "a.warc.gz", warc(records, zipped=True))
    assert [article.url for article in found] == [f"{ADDRESS}0", f"{ADDRESS}2"]
    assert f"record 2 ({ADDRESS}1): unpacks to more than the 10 MB allowed" in problem


def test_an_archive_is_not_unpacked_without_end(tmp_path: Path) -> None:
    records = [(f"{ADDRESS}{n}", "text/html", body) for n, body in enumerate((PAGE, b"<p>" + b"a" * 5_000_000, PAGE))]
    found, problems = articles(tmp_path, "a.warc.gz", warc(records, zipped=True), max_size=100_000)
    assert [article.url for article in found] == [f"{ADDRESS}0"]
    assert "record 2 unpacks without end; the rest of the archive is left out" in problems[1]


def test_an_archive_that_breaks_off_keeps_what_came_before(tmp_path: Path) -> None:
    data = warc([(ADDRESS, "text/html", PAGE)], zipped=True) + gzip.compress(b"\xff" * 999, mtime=0)
    found, problems = articles(tmp_path, "a.warc.gz", data)
    assert [article.url for article in found] == [ADDRESS]
    assert "breaks off after record 1" in problems[0]


@pytest.mark.parametrize(
    ("library", "name", "data", "wanted"),
    [
        ("pdfminer", "a.pdf", pdf([[MET]]), "pdfminer.six>="),
        ("docx", "a.docx", docx([MET]), "python-docx>="),
        ("warcio", "a.warc", warc([(ADDRESS, "text/html", PAGE)]), "warcio>="),
    ],
)
def test_a_library_that_is_not_installed_is_named_as_pip_knows_it(  # noqa: PLR0917  (what is parametrized)
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, library: str, name: str, data: bytes, wanted: str
) -> None:
    for module in [one for one in sys.modules if one.partition(".")[0] == library]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, library, None)
    _, (problem,) = articles(tmp_path, name, data)
    assert f'; pip install "{wanted}' in problem
