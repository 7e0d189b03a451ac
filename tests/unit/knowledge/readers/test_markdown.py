from knowledge.readers import read_bytes

from .shown import checked, shown


def read(text):
    return checked(read_bytes(text.encode(), "bundel.md"))


def test_headings_lists_tables_and_links():
    document = read(
        "---\ntitle: Bundel\n---\n# Redder\n\nMail [ons](mailto:a@b.example.be).\n\n- een\n  - twee\n\n| Proef | Dag |\n|---|---|\n| Gesprek | ma |\n"
    )
    assert shown(document) == ["# Redder", "Mail ons.", "- een", "- twee", "| Proef | Dag", "| Gesprek | ma"]
    assert document.metadata["title"] == "Bundel"
    assert document.links[0].target == "mailto:a@b.example.be"


def test_a_label_table_needs_no_titles():
    document = read("| Contract | van 1 maart 2027 tot 28 februari 2030 |\n|---|---|\n| Schaal | A1a-A3a |\n")
    assert all(block.header == () for block in document.blocks)


def test_short_lines_stay_lines_and_wrapped_ones_are_joined():
    card = read("## Contact\n\nSandra Claes\n011 20 90 34\n")
    assert shown(card) == ["## Contact", "Sandra Claes", "011 20 90 34"]
    wrapped = read("## Diploma\n\nJe hebt een diploma secundair onderwijs of een diploma dat daarmee\ngelijkgesteld is.\n")
    assert len(wrapped.blocks) == 2


def test_html_inside_is_no_danger():
    assert "alert" not in read("# Titel\n\n<script>alert(1)</script>\n\nTekst.\n").text
