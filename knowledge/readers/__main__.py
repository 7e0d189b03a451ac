"""`python -m knowledge.readers PATH...` prints a document's blocks for people."""

from __future__ import annotations

import sys
from pathlib import Path

from knowledge.document import Document
from knowledge.readers import UnreadableBundle, read


def dump(document: Document) -> str:
    """One line a block: kind, level, page, region where it is not main, heading path, text."""
    lines = [f"# {document.name}  {document.format}  pages={document.pages}  {document.metadata}"]
    lines += [f"! {warning}" for warning in document.warnings]
    for block in document.blocks:
        place = "".join([f" p{block.page}" if block.page else "", "" if block.region == "main" else f" <{block.region}>"])
        path = " > ".join(title[:30] for title in block.heading)
        text = block.text.replace("\n", " \u23ce ")
        links = " ".join(target for target in (link.target for link in document.links_in(block.start, block.end)))
        header = f"  header={list(block.header)}" if block.header else ""
        mark = "=" * block.level if block.kind == "heading" else "  " * block.level + "-" if block.kind == "item" else ""
        lines.append(f"[{block.kind[:4]}{place}] ({path}) {mark} {text}{header}{'  -> ' + links if links else ''}")
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    """Exit status 1 when a file could not be read."""
    status = 0
    for argument in arguments:
        try:
            print(dump(read(Path(argument))))
        except UnreadableBundle as error:
            print(f"{argument}: {error.message_nl} [{error.reason}]", file=sys.stderr)
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
