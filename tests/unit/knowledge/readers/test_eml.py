from email.message import EmailMessage

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
