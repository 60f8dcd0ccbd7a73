"""Earlier mails inside mails: articles of their own, or left out, but never the sender's words."""

from __future__ import annotations

import re
from email.message import EmailMessage

import pytest

from timeline import edtf
from timeline.articles.draft import Draft, File
from timeline.articles.earlier import TABLE, divide, is_introduction
from timeline.articles.mail import box, one
from timeline.tables.load import read_toml

OWN = "Velmora and Karst signed an accord on Monday."
OTHER = "Orsk expelled the envoy of Taveen yesterday."


def mail(text: str, subject: str = "Accord", kind: str = "plain") -> EmailMessage:
    made = EmailMessage()
    made["From"], made["Subject"], made["Date"] = "Ana <ana@x.example>", subject, "Tue, 7 May 2024 10:15:00 +0200"
    made.set_content(text, subtype=kind)
    return made


def read(made: EmailMessage) -> list[Draft]:
    return list(one(File(made.as_bytes(), "a.eml", 10**6)))


def day(draft: Draft) -> str | None:
    return edtf.format(draft.claims[0].interval) if draft.claims else None


@pytest.mark.parametrize("row", read_toml(TABLE)["parted"], ids=lambda row: str(row["forwarded"]))
def test_lines_that_part_mails(row: dict[str, list[str]]) -> None:
    for line in row["yes"]:
        _, earlier = divide(f"{OWN}\n\n{line}\n\n{OTHER}", forwards=False)
        assert [one.forwarded for one in earlier] == [row["forwarded"]], line
    for line in row["no"]:
        assert divide(line, forwards=False) == (line, ())


@pytest.mark.parametrize("row", read_toml(TABLE)["introduced"])
def test_lines_that_introduce_quotations(row: dict[str, list[str]]) -> None:
    assert [line for line in row["yes"] if not is_introduction(line)] == []
    assert [line for line in row["no"] if is_introduction(line)] == []


HEADERS = {
    "en": "From: Jo Lind <jo@x.example>\nSent: Thursday, February 6, 2014 3:25 PM\nTo: Ana\nSubject: Envoys",
    "apple": "From: Jo Lind <jo@x.example>\nSubject: Envoys\nDate: February 6, 2014 at 3:25:11 PM GMT+1\nTo: Ana",
    "gmail": "From: Jo Lind <jo@x.example>\nDate: Thu, Feb 6, 2014 at 3:25 PM\nSubject: Envoys\nTo: Ana",
    "thunderbird": "Subject: Envoys\nDate: Thu, 6 Feb 2014 15:25:11 +0100\nFrom: Jo Lind <jo@x.example>\nTo: Ana",
    "bold": "*From:* Jo Lind\n*Sent:* Thursday, February 6, 2014\n3:25 PM\n*To:* Ana; Bo\n*Subject:* Envoys",
    "de": "Von: Jo Lind <jo@x.example>\nGesendet: Donnerstag, 6. Februar 2014 15:25\nAn: Ana\nBetreff: Envoys",
    "fr": "De : Jo Lind <jo@x.example>\nEnvoyé : jeudi 6 février 2014 15:25\nÀ : Ana\nObjet : Envoys",
    "es": "De: Jo Lind <jo@x.example>\nEnviado el: jueves, 6 de febrero de 2014 15:25\nPara: Ana\nAsunto: Envoys",
    "it": "Da: Jo Lind <jo@x.example>\nInviato: giovedì 6 febbraio 2014 15:25\nA: Ana\nOggetto: Envoys",
    "pt": "De: Jo Lind\nEnviada em: quinta-feira, 6 de fevereiro de 2014 15:25\nPara: Ana\nAssunto: Envoys",
    "ru": "От: Jo Lind <jo@x.example>\nОтправлено: 6 февраля 2014 г. 15:25\nКому: Ana\nТема: Envoys",
    "zh": "发件人： Jo Lind <jo@x.example>\n发送时间： 2014年2月6日 15:25\n收件人： Ana\n主题： Envoys",
    "ja": "差出人: Jo Lind <jo@x.example>\n送信日時: 2014年2月6日 15:25\n宛先: Ana\n件名: Envoys",
}


@pytest.mark.parametrize("client", HEADERS)
def test_a_forwarded_mail_has_its_own_day_sender_and_subject(client: str) -> None:
    forwarding = read(mail(f"{OWN}\n\n{HEADERS[client]}\n\n{OTHER}\n", "Fwd: Envoys"))
    assert [(one.source, one.title, day(one)) for one in forwarding] == [
        ("Ana", "Fwd: Envoys", "2024-05-07"),
        ("Jo Lind", "Envoys", "2014-02-06"),
    ]
    assert OTHER not in forwarding[0].text
    assert forwarding[1].text == f"Envoys\n\n{OTHER}"


@pytest.mark.parametrize("client", HEADERS)
def test_a_mail_that_is_answered_is_left_out(client: str) -> None:
    (answer,) = read(mail(f"{OWN}\n\n{HEADERS[client]}\n\n{OTHER}\n", "Re: Envoys"))
    assert answer.text == f"Re: Envoys\n\n{OWN}"
    assert any(OTHER in part and why == "quoted from an earlier mail" for part, why in answer.left_out)


def test_a_mail_without_a_word_of_its_own_is_the_one_it_forwards() -> None:
    (only,) = read(mail(f"---------- Forwarded message ---------\n{HEADERS['gmail']}\n\n\n{OTHER}\n"))
    assert (only.key, only.source, day(only)) == (None, "Jo Lind", "2014-02-06")
    bound = only.claims[1]
    assert (bound.not_before, str(bound.not_after)) == (None, "2024-05-07")


@pytest.mark.parametrize(
    "html",
    [
        f"<p>{OWN}</p><div style='border-top:solid'><p><b>From:</b> Jo Lind<br>\n<b>Sent:</b> Thursday, February 6,\n"
        f" 2014 3:25 PM<br>\n<b>To:</b> Ana<br>\n<b>Subject:</b> Envoys</p></div><p>{OTHER}</p>",
        f"<div>{OWN}</div><div class=gmail_quote><div class=gmail_attr>On Thu, Feb 6, 2014 at 3:25 PM Jo &lt;"
        f"<a>j@x.example</a>&gt; wrote:<br></div><blockquote>{OTHER}</blockquote></div>",
        f"{OWN}<br><br>Am 06.02.2014 um 15:25 schrieb Jo Lind:<br><blockquote type=cite>{OTHER}</blockquote>",
        f"<div>{OWN}</div><div>-----Original Message-----</div><div>From: Jo</div><div>Sent: 6 May 2014</div>"
        f"<p>{OTHER}</p>",
    ],
)
def test_mails_in_html_are_divided_as_well(html: str) -> None:
    (answer,) = read(mail(f"<html><body>{html}</body></html>", "Re: Envoys", "html"))
    assert answer.text == f"Re: Envoys\n\n{OWN}"


def test_words_between_and_below_marked_quotations_are_the_senders() -> None:
    (answer,) = read(
        mail(f"On Thu, Feb 6, 2014 at 3:25 PM Jo\n<jo@x.example> wrote:\n> {OTHER}\n\n{OWN}\n", "Re: Envoys")
    )
    assert answer.text == f"Re: Envoys\n\n{OWN}"


def test_marks_of_a_forwarded_mail_are_taken_off() -> None:
    quoted = "\n".join(f"> {line}" for line in f"{HEADERS['apple']}\n\n{OTHER}".split("\n"))
    drafts = read(mail(f"{OWN}\n\nBegin forwarded message:\n\n{quoted}\n"))
    assert [one.text for one in drafts] == [f"Accord\n\n{OWN}", f"Envoys\n\n{OTHER}"]


def test_a_mail_that_is_attached_is_an_article_of_its_own() -> None:
    inner, outer = mail(OTHER, "Envoys"), mail(OWN)
    inner.replace_header("Date", "Thu, 6 Feb 2014 15:25:11 +0100")
    outer.add_attachment(inner)
    assert [(one.title, day(one)) for one in read(outer)] == [("Accord", "2024-05-07"), ("Envoys", "2014-02-06")]


@pytest.mark.parametrize(
    "text",
    ["From: the start, Chile recalled its ambassador.", "On the other hand: nothing was signed in 2014.",
     "To: all. Date: 7 May. Talks are over.", "She wrote on 6 May 2014:\n\n\"We agree.\"", "A: yes.\nQ: no."],
)  # fmt: skip
def test_what_only_looks_like_an_earlier_mail_stays(text: str) -> None:
    (only,) = read(mail(f"{OWN}\n\n{text}\n"))
    assert only.text == f"Accord\n\n{OWN}\n\n{text}"


def test_a_date_that_is_none_costs_the_claim_alone() -> None:
    made = re.sub(rb"(?<=Date: ).*", b"soon", mail(OWN).as_bytes())
    (only,) = one(File(made, "a.eml", 10**6))
    assert only.claims[0].evidence == "mail header Date: 'soon' is no date that can be read"


def test_one_bad_mail_does_not_lose_the_others() -> None:
    good = mail(OWN).as_bytes()
    bad = re.sub(rb"2024 10:15:00 \+0200", b"99999999999 10:15:00 +0200", good)
    letters = b"".join(b"From x@x Tue May  7 10:15:00 2024\n" + one + b"\n" for one in (good, bad, good))
    drafts = list(box(File(letters, "a.mbox", 10**6)))
    assert [day(one) for one in drafts if isinstance(one, Draft)] == ["2024-05-07", None, "2024-05-07"]


def test_a_subject_of_a_megabyte_takes_no_more_than_its_beginning() -> None:
    made = mail(OWN).as_bytes().replace(b"Subject: Accord", b"Subject: " + b"=?utf-8?q?x?= " * 70_000)
    (only,) = one(File(made, "a.eml", 10**7))
    assert only.title
    assert len(only.title) < 1000
