"""Mails, one or a mailbox of them, become drafts; the day is the sender's own."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default
from mailbox import mbox
from pathlib import Path
from typing import Any

from timeline.articles.claims import claim_of
from timeline.articles.decode import decode
from timeline.articles.draft import Draft, File, joined, key_of, one_line
from timeline.articles.fragment import fragment
from timeline.errors import ArticleError, DateError
from timeline.models import Claim, Rank

_QUOTED = re.compile(r"\s*>")
# A line of a text that would begin a mail in a mailbox is written with one more ">" there.
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_WROTE = re.compile(r"^(?:On|Am|Le|El|Il|Op|Den)\b.{4,200}:\s*$|^-{3,}\s*Original Message\s*-{3,}\s*$", re.IGNORECASE)
_MOST_LEFT_OUT = 300


def one(file: File) -> Iterator[Draft]:
    """Read a mail (``.eml``); raises ArticleError where it has no text."""
    yield _draft(file.data, file.where)._replace(key=None)


def box(file: File) -> Iterator[Draft | ArticleError]:
    """Read each mail of a mailbox (``.mbox``); one without text is an error of its own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "box")
        path.write_bytes(file.data)
        mails = mbox(path, create=False)
        try:
            keys = mails.keys()
            if not keys:
                yield ArticleError(f"{file.where}: has no mail; an mbox file begins with a line 'From ...'")
            for number, key in enumerate(keys, 1):
                try:
                    yield _draft(_ESCAPED.sub(rb"\1", mails.get_bytes(key)), f"{file.where}: mail {number}")
                except ArticleError as error:
                    yield error
        finally:
            mails.close()


def _draft(data: bytes, where: str) -> Draft:
    mail = BytesParser(EmailMessage, policy=default).parsebytes(data)
    subject = _header(mail, "Subject")
    paragraphs, left_out = _body(mail, where)
    text = joined(paragraphs, title=subject)
    if not any(map(one_line, paragraphs)):
        raise ArticleError(f"{where}: this mail has no text; save the article it links to or carries, or remove it")
    return Draft(
        text=text,
        key=key_of(_header(mail, "Message-ID"), text),
        place=where,
        title=subject,
        source=_sender(mail),
        url=(_header(mail, "Archived-At") or "").strip("<>") or None,
        language=_header(mail, "Content-Language"),
        claims=tuple(_claims(mail, where)),
        left_out=tuple(left_out),
    )


def _header(mail: EmailMessage, name: str) -> str | None:
    try:
        return one_line(mail.get(name))
    except (ValueError, LookupError, AttributeError, TypeError):
        # The parser of the standard library gives up on some broken headers; the mail can still be read.
        raw = next((value for key, value in mail.raw_items() if key.lower() == name.lower()), None)
        return one_line(raw)


def _sender(mail: EmailMessage) -> str | None:
    sender = _header(mail, "From")
    return one_line(re.sub(r"\s*<[^<>]*>\s*$", "", sender).strip('"')) or sender if sender else None


def _claims(mail: EmailMessage, where: str) -> Iterator[Claim]:
    sent = _header(mail, "Date")
    if sent:
        try:
            yield claim_of(re.sub(r"\s*\([^()]*\)\s*$", "", sent), Rank.STATED, "mail header Date")
        except DateError as error:
            raise ArticleError(f"{where}: mail header Date: {error}") from error
    try:
        received = mail.get_all("Received") or []
    except (ValueError, LookupError, AttributeError, TypeError):
        received = []
    stamps = [one_line(str(hop).rpartition(";")[2]) for hop in received]
    if stamps and stamps[-1]:
        try:
            yield claim_of(re.sub(r"\s*\([^()]*\)\s*$", "", stamps[-1]), Rank.HINT, "mail header Received", latest=True)
        except DateError:
            return


def _body(mail: EmailMessage, where: str) -> tuple[list[str], list[tuple[str, str]]]:
    try:
        part: Any = mail.get_body(("plain", "html"))
    except (ValueError, LookupError, AttributeError, TypeError, KeyError):
        part = mail
    if part is None:
        return [], []
    content = _content(part, where)
    if part.get_content_type() == "text/html":
        html = fragment(content)
        return list(html.paragraphs), list(html.left_out)
    return _own_words(content)


def _content(part: Any, where: str) -> str:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes) or not data.strip():
        return ""
    charset = str(part.get_content_charset() or "utf-8")
    try:
        return data.decode(charset)
    except (LookupError, UnicodeDecodeError):
        return decode(data, where)


def _own_words(text: str) -> tuple[list[str], list[tuple[str, str]]]:
    """Leave out the signature and what is quoted from earlier mails."""
    text = text.replace("\r\n", "\n")
    left_out: list[tuple[str, str]] = []
    signature = _SIGNATURE.search(text)
    if signature:
        left_out.append((text[signature.end() :], "signature of the mail"))
        text = text[: signature.start()]
    own: list[str] = []
    quoted: list[str] = []
    for line in text.split("\n"):
        (quoted if _QUOTED.match(line) or _WROTE.match(line) else own).append(line)
    if any(map(str.strip, quoted)):
        left_out.append(("\n".join(quoted), "quoted from an earlier mail"))
    shown = [((one_line(part) or "")[:_MOST_LEFT_OUT], why) for part, why in left_out]
    return re.split(r"\n\s*\n", "\n".join(own)), [(part, why) for part, why in shown if part]
