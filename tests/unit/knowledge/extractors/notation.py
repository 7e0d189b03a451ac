"""Documents of tests in a short notation: "# heading", "- item", "| cell | cell", "|h title | title" for a table's head, else a paragraph."""

from knowledge.document import DocumentBuilder
from knowledge.source import Source


def source(text: str, links: dict[str, str] | None = None, **metadata: object) -> Source:
    """`links` maps words of the text to the target of the link that they are the label of; an empty line ends a table."""
    builder = DocumentBuilder()
    header: tuple[str, ...] = ()
    for line in text.strip().split("\n"):
        if line.startswith("|"):
            cells = tuple(cell.strip() for cell in line.removeprefix("|h").strip("|").split("|"))
            header = cells if line.startswith("|h") else header
            builder.add("row", "", cells=cells, header=header)
            continue
        header = ()
        found = [(line.find(label), line.find(label) + len(label), target) for label, target in (links or {}).items() if label in line]
        if line.startswith("#"):
            builder.add("heading", line.lstrip("# "), level=len(line) - len(line.lstrip("#")))
        elif line.startswith("- "):
            builder.add("item", line[2:])
        elif line.strip():
            builder.add("paragraph", line, links=found)
    return Source.of(builder.build(id="x", name="x.txt", format="text", sha256="", metadata=metadata))
