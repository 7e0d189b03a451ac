from bot.web.bundle import parts
from knowledge.document import Document, DocumentBuilder


def document() -> Document:
    builder = DocumentBuilder()
    builder.add("heading", "Onthaalmedewerker", level=1)
    builder.add("heading", "Selectie", level=3)
    builder.add("paragraph", "Eerste zin. Tweede zin.")
    builder.add("item", "een laptop")
    builder.add("item", "een fiets")
    header = ("Proef", "Wanneer")
    for cells in (header, ("Gesprek", "1 december")):
        builder.add("row", "", cells=cells, header=header)
    builder.add("row", "", cells=("Loon", "B1-B3"))
    return builder.build(id="x", name="x.txt", format="text", sha256="0" * 64)


def test_neighbours_form_one_element() -> None:
    found = list(parts(document()))
    assert [(part.kind, len(part.lines), part.level, part.header) for part in found] == [
        ("heading", 1, 2, False),
        ("heading", 1, 3, False),
        ("paragraph", 1, 0, False),
        ("list", 2, 0, False),
        ("table", 2, 0, True),
        ("table", 1, 0, False),
    ]


def test_every_piece_stands_at_its_anchor() -> None:
    source = document()
    for part in parts(source):
        for line in part.lines:
            for piece in line.pieces:
                assert source.text.startswith(piece.text, piece.start)
            if part.kind != "table":
                assert "".join(piece.text for piece in line.pieces) == source.text[line.start : line.end]
    sentences = [piece.text for piece in list(parts(source))[2].lines[0].pieces]
    assert sentences == ["Eerste zin. ", "Tweede zin."]
