"""Mails, one or a mailbox of them, become drafts; the day is the sender's own."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Iterator
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import EmailPolicy
from mailbox import mbox
from pathlib import Path
from typing import Any

from timeline.articles.claims import claim_of, stated
from timeline.articles.decode import decode
from timeline.articles.draft import Draft, File, joined, key_of, one_line
from timeline.articles.earlier import Earlier, divide, says_that_it_forwards
from timeline.articles.fragment import fragment
from timeline.errors import ArticleError, DateError
from timeline.models import Claim, Rank

_QUOTED = re.compile(r"\s*>")
# A line of a text that would begin a mail in a mailbox is written with one more ">" there.
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_ADDRESS = re.compile(r"\s*(?:<[^<>]*>|\[mailto:[^\[\]]*\])\s*$")
_COMMENT = re.compile(r"\s*\([^()]*\)\s*$")
_MOST_LEFT_OUT = 300
_DEEPEST = 3  # mails attached to mails
_LONGEST_HEADER = 2000


class _ShortHeaders(EmailPolicy):
    """Cuts headers, of which the library would take gigabytes to parse a long one."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """Parse a header."""
        name, value = super().header_source_parse(sourcelines)
        return name, value[:_LONGEST_HEADER]


def one(file: File) -> Iterator[Draft]:
    """Read a mail (``.eml``) and those it forwards; raises ArticleError where it has no text."""
    first, *forwarded = _drafts(file.data, file.where)
    yield first._replace(key=None)
    yield from forwarded


def box(file: File) -> Iterator[Draft | ArticleError]:
    """Read each mail of a mailbox (``.mbox``) and those it forwards; one without text is an error of its own."""
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
                    yield from _drafts(_ESCAPED.sub(rb"\1", mails.get_bytes(key)), f"{file.where}: mail {number}")
                except ArticleError as error:
                    yield error
        finally:
            mails.close()


def _drafts(data: bytes, where: str) -> list[Draft]:
    """Read a mail, where it has words of its own, and those it forwards; raises ArticleError where there are none."""
    mail: Any = BytesParser(EmailMessage, policy=_ShortHeaders()).parsebytes(data)
    drafts = list(_mails(mail, where, 0))
    if not drafts:
        raise ArticleError(f"{where}: this mail has no text; save the article it links to or carries, or remove it")
    return drafts


def _mails(mail: EmailMessage, where: str, depth: int) -> Iterator[Draft]:
    subject, sender = _header(mail, "Subject"), _sender(_header(mail, "From"))
    content, left_out = _body(mail, where)
    own, earlier = divide(content, forwards=says_that_it_forwards(subject))
    left_out += [(one.text, "quoted from an earlier mail") for one in earlier if not one.forwarded]
    paragraphs, aside = _own_words(own)
    claims = tuple(_claims(mail))
    if any(map(one_line, paragraphs)):
        text = joined(paragraphs, title=subject)
        yield Draft(
            text=text,
            key=key_of(_header(mail, "Message-ID"), text),
            place=where,
            title=subject,
            source=sender,
            url=(_header(mail, "Archived-At") or "").strip("<>") or None,
            language=_header(mail, "Content-Language"),
            claims=claims,
            left_out=_shortened([*left_out, *aside]),
        )
    for one in earlier:
        if one.forwarded:
            yield from _forwarded(one, where, claims)
    if depth < _DEEPEST:
        for inner in _attached(mail):
            yield from _mails(inner, where, depth + 1)


def _forwarded(mail: Earlier, where: str, outer: Iterable[Claim]) -> Iterator[Draft]:
    """A mail inside the text of another: by its own sender, on its own day, which came before that of the other."""
    header = mail.header
    paragraphs, left_out = _own_words(mail.text)
    if not any(map(one_line, paragraphs)):
        return
    text = joined(paragraphs, title=header.subject)
    days = [stated(header.date, Rank.STATED, "forwarded mail: date", language=header.language)] if header.date else []
    bounds = [
        one.model_copy(update={"rank": Rank.HINT, "not_before": None, "found": f"{one.found} of the mail around it"})
        for one in outer
        if one.rank == Rank.STATED
    ]
    yield Draft(
        text=text,
        key=key_of(text),
        place=where,
        title=header.subject,
        source=_sender(header.sender),
        claims=(*days, *bounds),
        left_out=_shortened(left_out),
    )


def _attached(mail: EmailMessage) -> Iterator[EmailMessage]:
    """Yield the mails that are attached whole."""
    try:
        parts = [part for part in mail.iter_attachments() if part.get_content_type() == "message/rfc822"]
    except (ValueError, LookupError, AttributeError, TypeError):
        return
    for part in parts:
        inner = part.get_payload()
        if isinstance(inner, list) and inner and isinstance(inner[0], EmailMessage):
            yield inner[0]


def _header(mail: EmailMessage, name: str) -> str | None:
    try:
        return one_line(mail.get(name))
    except Exception:  # the library's parser gives up on broken headers in many ways; the mail can still be read
        raw = next((value for key, value in mail.raw_items() if key.lower() == name.lower()), None)
        return one_line(raw)


def _sender(address: str | None) -> str | None:
    """The name in an address, or all of it."""
    return one_line(_ADDRESS.sub("", address).strip("\"' ")) or address if address else None


def _claims(mail: EmailMessage) -> Iterator[Claim]:
    sent = _header(mail, "Date")
    if sent:
        yield stated(_COMMENT.sub("", sent), Rank.STATED, "mail header Date")
    try:
        received = mail.get_all("Received") or []
    except Exception:  # as above
        received = []
    stamps = [one_line(str(hop).rpartition(";")[2]) for hop in received]
    if stamps and stamps[-1]:
        try:
            yield claim_of(_COMMENT.sub("", stamps[-1]), Rank.HINT, "mail header Received", latest=True)
        except DateError:
            return


def _body(mail: EmailMessage, where: str) -> tuple[str, list[tuple[str, str]]]:
    """The text of a mail, its paragraphs parted by blank lines, and what is no part of it."""
    try:
        part: Any = mail.get_body(("plain", "html"))
    except Exception:  # as above
        part = mail
    if part is None:
        return "", []
    content = _content(part, where).replace("\r\n", "\n")
    if part.get_content_type() != "text/html":
        return content, []
    # Line ends of the source are none of the text.
    html = fragment(content if "<pre" in content else content.replace("\n", " "))
    return "\n\n".join(html.paragraphs), list(html.left_out)


def _content(part: Any, where: str) -> str:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes) or not data.strip():
        return ""
    charset = str(part.get_content_charset() or "utf-8")
    try:
        return data.decode(charset)
    except (LookupError, ValueError):
        return decode(data, where)


def _own_words(text: str) -> tuple[list[str], list[tuple[str, str]]]:
    """Leave out the signature and what is quoted line by line."""
    left_out: list[tuple[str, str]] = []
    signature = _SIGNATURE.search(text)
    if signature:
        left_out.append((text[signature.end() :], "signature of the mail"))
        text = text[: signature.start()]
    own: list[str] = []
    quoted: list[str] = []
    for line in text.split("\n"):
        (quoted if _QUOTED.match(line) else own).append(line)
    if any(map(str.strip, quoted)):
        left_out.append(("\n".join(quoted), "quoted from an earlier mail"))
    return re.split(r"\n\s*\n", "\n".join(own)), left_out


def _shortened(left_out: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    shown = (((one_line(part) or "")[:_MOST_LEFT_OUT], why) for part, why in left_out)
    return tuple((part, why) for part, why in shown if part)
