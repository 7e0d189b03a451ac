import json

from knowledge.readers import read_bytes

from .shown import checked, shown


def read(body, head=""):
    return checked(read_bytes(f"<!doctype html><html><head><title>Vacature</title>{head}</head><body>{body}</body></html>".encode(), "bundel.html"))


def test_furniture_goes_and_margins_are_marked():
    document = read(
        '<div class="cookie-bar">Wij gebruiken cookies <button>Oké</button></div><nav><a href="/">Home</a></nav>'
        '<a class="skip-link" href="#x">Naar de inhoud</a><form role="search"><input value="zoek"></form>'
        "<h1>Redder</h1><p>Je zwemt graag.</p><script>var x = 'geheim';</script><style>p{}</style>"
        "<aside><h2>Andere vacatures</h2><p>Kok, tot 3 mei</p></aside><footer><p>Gemeentehuis, 011 20 90 00</p></footer>"
    )
    assert shown(document) == [
        "# Redder",
        "Je zwemt graag.",
        "<aside> ## Andere vacatures",
        "<aside>  Kok, tot 3 mei",
        "<footer>  Gemeentehuis, 011 20 90 00",
    ]
    assert document.metadata["title"] == "Vacature"


def test_parts_named_by_class_or_id():
    document = read('<div id="header">Stad Brem</div><h1>Redder</h1><p>Tekst.</p><div class="footer">Stadhuis, 011 22 00 00</div>')
    assert [block.region for block in document.blocks] == ["header", "main", "main", "footer"]


def test_key_facts_beside_the_text_are_a_sidebar():
    document = read("<h1>Redder</h1><aside><h2>In het kort</h2><p>Voltijds</p></aside>")
    assert [block.region for block in document.blocks] == ["main", "sidebar", "sidebar"]


def test_hidden_text_goes_but_closed_accordions_stay():
    document = read(
        "<h1>Job</h1><p hidden>onzichtbaar</p><p style='display:none'>ook weg</p>"
        '<button aria-controls="p1" aria-expanded="false">Wat bieden we?</button><div id="p1" hidden>Een loon.</div>'
        "<details><summary>Wie zoeken we?</summary><p>Jou.</p></details>"
    )
    assert shown(document) == ["# Job", "## Wat bieden we?", "Een loon.", "## Wie zoeken we?", "Jou."]


def test_lists_tables_definitions_and_breaks():
    document = read(
        "<h1>Job</h1><ul><li>een<ul><li>dieper</li></ul></li><li>twee</li></ul>"
        "<table><tr><th>Proef</th><th>Dag</th></tr><tr><td>Gesprek</td><td>ma 3 mei</td></tr></table>"
        "<dl><dt>Loon</dt><dd>B1-B3</dd></dl>"
        '<p>Sandra Claes<br>Tel. <a href="tel:+3211209034">011 20 90 34</a><br>jobs@x.example.be</p>'
    )
    assert shown(document) == [
        "# Job", "- een", "- dieper", "- twee", "| Proef | Dag", "| Gesprek | ma 3 mei", "| Loon | B1-B3",
        "Sandra Claes", "Tel. 011 20 90 34", "jobs@x.example.be",
    ]  # fmt: skip
    assert [block.level for block in document.blocks][1:4] == [0, 1, 0]
    assert document.blocks[5].header == ("Proef", "Dag")
    assert [link.target for link in document.links] == ["tel:+3211209034"]


def test_bold_lines_are_headings_unless_they_name_a_contact():
    document = read(
        "<h1>Job</h1><p><strong>Diploma</strong></p><p>Geen.</p><p><strong>Diploma 2</strong><br>Ook geen.</p>"
        "<p><b>Sandra Claes</b><br>011 20 90 34</p>"
    )
    assert shown(document) == ["# Job", "## Diploma", "Geen.", "## Diploma 2", "Ook geen.", "Sandra Claes", "011 20 90 34"]


def test_pages_laid_out_with_a_table():
    main = "<p>Wij zoeken iemand die graag buiten werkt.</p>" * 30
    document = read(
        "<table><tr><td colspan=3><font size=6>Stad Pluimegem</font></td></tr>"
        f"<tr><td><b>Openingsuren</b><br>ma-vr 9-12 u</td><td><font size=5>Arbeider</font>{main}</td><td><b>Ook vacant</b><br>Kok</td></tr>"
        "<tr><td colspan=3>&copy; 2004 Stad Pluimegem</td></tr></table>"
    )
    regions = [block.region for block in document.blocks if block.text != "Wij zoeken iemand die graag buiten werkt."]
    assert regions == ["header", "aside", "aside", "main", "aside", "aside", "footer"]


def test_job_posting_is_kept_as_metadata():
    posting = {"@type": "JobPosting", "title": "Redder", "validThrough": "2026-12-06"}
    script = '<script type="application/ld+json">%s</script>'
    document = read("<h1>Redder</h1>", script % json.dumps({"@graph": [posting]}) + script % "{kapot")
    assert document.metadata["json_ld"] == [posting]


def test_dangerous_links_and_markup_become_plain_text():
    document = read("<h1>Job</h1><p><a href='javascript:alert(1)'>klik</a> &lt;script&gt;alert(1)&lt;/script&gt;</p>")
    assert document.text == "Job\nklik <script>alert(1)</script>"
    assert document.links == ()


def test_encoded_mail_address():
    code = "2b" + bytes(x ^ 0x2B for x in b"a@b.be").hex()
    document = read(f'<h1>Job</h1><p>Mail <a class="__cf_email__" data-cfemail="{code}">[email&nbsp;protected]</a></p>')
    assert document.blocks[1].text == "Mail a@b.be"
    assert document.links[0].target == "mailto:a@b.be"


def test_charset_of_the_meta_tag_counts():
    data = '<html><head><meta charset="iso-8859-1"></head><body><h1>Coördinator</h1></body></html>'.encode("cp1252")
    assert checked(read_bytes(data, "x.html")).text == "Coördinator"


def test_very_deep_nesting_is_read_flat():
    assert "diep" in read("<div>" * 1000 + "diep" + "</div>" * 1000).text
