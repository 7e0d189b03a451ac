"""Small DOCX packages for tests, from the XML of a body."""

from __future__ import annotations

import io
import zipfile

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Kop2"><w:name w:val="heading 2"/><w:basedOn w:val="Kop1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Opsomming"><w:name w:val="List Bullet"/></w:style>'
)


def run(text: str, *, bold: bool = False, size: int | None = None) -> str:
    """XML of a run; `size` in points."""
    properties = ("<w:b/>" if bold else "") + (f'<w:sz w:val="{size * 2}"/>' if size else "")
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, style: str | None = None, level: int | None = None) -> str:
    """XML of a paragraph; a run that is not XML is plain text; `level` makes it a list item."""
    properties = (f'<w:pStyle w:val="{style}"/>' if style else "") + (
        f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>' if level is not None else ""
    )
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(x if x.startswith('<') else run(x) for x in runs)}</w:p>"


def table(*rows: list[str]) -> str:
    """XML of a table; a cell that is not XML is one paragraph."""
    cells = ["".join(f"<w:tc>{x if x.startswith('<') else paragraph(x)}</w:tc>" for x in row) for row in rows]
    return f"<w:tbl>{''.join(f'<w:tr>{x}</w:tr>' for x in cells)}</w:tbl>"


def docx(*body: str, parts: dict[str, str] | None = None, links: dict[str, str] | None = None) -> bytes:
    """The file; `parts` adds or replaces parts by name, `links` are targets by relationship id."""
    files = {
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{''.join(body)}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {NAMESPACES}>{STYLES}</w:styles>",
        "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + "".join(f'<Relationship Id="{key}" Target="{target}" TargetMode="External"/>' for key, target in (links or {}).items())
        + "</Relationships>",
        **(parts or {}),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in files.items():
            package.writestr(name, text)
    return stream.getvalue()
