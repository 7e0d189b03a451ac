"""Small PDFs for tests, written by hand so that no PDF writer is needed: text at given places, rules, filled boxes, links, images."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field

WIDTH, HEIGHT = 595, 842


@dataclass
class PdfPage:
    """`texts` are (x, y from the top, size, bold, text); `rules` (x0, y0, x1, y1); `boxes` (x0, top, x1, bottom); `links` (box, target)."""

    texts: list[tuple[float, float, float, bool, str]] = field(default_factory=list)
    rules: list[tuple[float, float, float, float]] = field(default_factory=list)
    boxes: list[tuple[float, float, float, float]] = field(default_factory=list)
    links: list[tuple[tuple[float, float, float, float], str]] = field(default_factory=list)
    image: bool = False

    def lines(self, x: float, y: float, texts: list[str], *, size: float = 10, bold: bool = False, leading: float = 13) -> float:
        """Adds lines below each other; returns the height below the last."""
        for text in texts:
            self.texts.append((x, y, size, bold, text))
            y += leading
        return y

    def grid(self, xs: list[float], ys: list[float], cells: list[list[str]], *, size: float = 9) -> None:
        """Adds a table with all its rules."""
        self.rules += [(x, ys[0], x, ys[-1]) for x in xs] + [(xs[0], y, xs[-1], y) for y in ys]
        for row, y in zip(cells, ys, strict=False):
            for text, x in zip(row, xs, strict=False):
                self.texts.append((x + 4, y + 12, size, False, text))


def pdf(*pages: PdfPage) -> bytes:
    """The file."""
    objects: list[bytes] = [b"", b"", b"", b""]
    kids = []
    for page in pages:
        content = zlib.compress(_content(page))
        objects.append(b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(content), content))
        contents = len(objects)
        annotations = []
        for (x0, top, x1, bottom), target in page.links:
            rectangle = f"[{x0} {HEIGHT - bottom} {x1} {HEIGHT - top}]"
            objects.append(f"<< /Type /Annot /Subtype /Link /Rect {rectangle} /A << /S /URI /URI ({target}) >> >>".encode())
            annotations.append(f"{len(objects)} 0 R")
        resources = "/Font << /F1 3 0 R /F2 4 0 R >>"
        if page.image:
            keys = b"/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8"
            objects.append(b"<< " + keys + b" /Length 1 >>\nstream\n\x80\nendstream")
            resources += f" /XObject << /Im1 {len(objects)} 0 R >>"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {contents} 0 R"
            f" /Resources << {resources} >> /Annots [{' '.join(annotations)}] >>".encode()
        )
        kids.append(f"{len(objects)} 0 R")
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    objects[2] = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    objects[3] = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>"
    return _file(objects)


def _content(page: PdfPage) -> bytes:
    parts = [f"0.85 g {x0} {HEIGHT - bottom} {x1 - x0} {bottom - top} re f 0 g".encode() for x0, top, x1, bottom in page.boxes]
    parts += [f"{x0} {HEIGHT - y0} m {x1} {HEIGHT - y1} l S".encode() for x0, y0, x1, y1 in page.rules]
    for x, y, size, bold, text in page.texts:
        shown = text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        parts.append(b"BT /F%d %g Tf %g %g Td (%s) Tj ET" % (2 if bold else 1, size, x, HEIGHT - y, shown))
    if page.image:
        parts.append(b"q 500 0 0 700 40 60 cm /Im1 Do Q")
    return b"\n".join(parts)


def _file(objects: list[bytes]) -> bytes:
    data = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return data + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
