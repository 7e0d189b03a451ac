import tracemalloc
from email.message import EmailMessage

import pytest

from knowledge.readers import read_bytes

from .shown import checked, shown


def message(body, html=None, attachment=None):
    mail = EmailMessage()
    mail["From"] = "Team HR <hr@x.example.be>"
    mail["To"] = "iedereen@x.example.be"
    mail["Subject"] = "Wij zoeken een jeugdconsulent"
    mail["Date"] = "Fri, 20 Nov 2026 10:00:00 +0100"
    mail.set_content(body)
    if html:
        mail.add_alternative(html, subtype="html")
    if attachment:
        mail.add_attachment(b"x", maintype="application", subtype="pdf", filename=attachment)
    return checked(read_bytes(mail.as_bytes(), "mail.eml"))


def test_subject_sender_and_date():
    document = message("Dag allemaal,\n\nSolliciteren kan tot 3 mei.\n")
    assert shown(document)[:2] == ["<header>  Team HR <hr@x.example.be>", "# Wij zoeken een jeugdconsulent"]
    assert document.format == "eml"
    assert document.metadata == {"title": "Wij zoeken een jeugdconsulent", "date": "2026-11-20"}


def test_the_html_part_is_preferred():
    document = message("plat", html="<p>Rijk</p><ul><li>een</li></ul>")
    assert shown(document)[-2:] == ["Rijk", "- een"]


def test_attachments_are_named_not_read():
    assert any("bundel.pdf" in warning for warning in message("Zie bijlage.", attachment="bundel.pdf").warnings)


@pytest.mark.parametrize("newline", [b"\n", b"\r\n"])
def test_large_attachments_cost_little_memory_and_lose_nothing_else(newline):
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "Team HR <hr@x.example.be>", "iedereen@x.example.be", "Vacature jeugdconsulent"
    mail.set_content("Dag allemaal,\n\nSolliciteren kan tot 3 mei.\n\n-- \nTeam HR\n")
    for name in ("bundel.pdf", "foto.png"):
        mail.add_attachment(b"\x01" * 6_000_000, maintype="application", subtype="octet-stream", filename=name)
    mail.add_attachment("Ook dit staat in de bijlage.", filename="nota.txt")
    data = mail.as_bytes().replace(b"\n", newline)
    tracemalloc.start()
    document = checked(read_bytes(data, "mail.eml"))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < len(data) / 2
    assert "Solliciteren kan tot 3 mei." in document.text
    assert "Ook dit staat" not in document.text
    assert [name for name in ("bundel.pdf", "foto.png", "nota.txt") if any(name in warning for warning in document.warnings)] == [
        "bundel.pdf",
        "foto.png",
        "nota.txt",
    ]


def test_a_body_beyond_the_limit_is_cut():
    document = message("Een regel tekst die telkens terugkomt. " * 60_000)
    assert 100_000 < len(document.text) < 300_000
    assert any("erg lang" in warning for warning in document.warnings)


def test_a_mail_without_parts_is_read_whole():
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "hr@x.example.be", "a@x.example.be", "Vacature"
    mail.set_content("Eerste deel.\n\n--------\n\nTweede deel.\n\n--\n\nContent-Type: dit hoort bij de tekst\n\nDerde deel.\n")
    assert {"Eerste deel.", "Tweede deel.", "Derde deel."} <= set(shown(read_bytes(mail.as_bytes(), "mail.eml")))
