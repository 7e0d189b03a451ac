"""The app's two icons: a speech bubble with a question mark, drawn here so that nobody else's picture is used."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageDraw

COLOR_SIZE, OUTLINE_SIZE = 192, 32
ACCENT = "#1D4F91"

_TIMES = 8  # drawn larger and scaled down, which smooths the edges
_WHITE = (255, 255, 255, 255)
_CLEAR = (255, 255, 255, 0)


def color_icon() -> bytes:
    """192 x 192, white on the accent colour."""
    return _png(COLOR_SIZE, ACCENT, filled=True)


def outline_icon() -> bytes:
    """32 x 32, white lines on nothing, as Teams wants it."""
    return _png(OUTLINE_SIZE, _CLEAR, filled=False)


def _png(size: int, ground: str | tuple[int, int, int, int], *, filled: bool) -> bytes:
    side = size * _TIMES
    image = Image.new("RGBA", (side, side), ground)
    draw = ImageDraw.Draw(image)
    unit = side / 32
    bubble = [4 * unit, 5 * unit, 28 * unit, 23 * unit]
    tail = [(9 * unit, 22 * unit), (9 * unit, 29 * unit), (16 * unit, 22 * unit)]
    if filled:
        draw.rounded_rectangle(bubble, 5 * unit, fill=_WHITE)
        draw.polygon(tail, fill=_WHITE)
    else:
        draw.rounded_rectangle(bubble, 5 * unit, outline=_WHITE, width=round(2 * unit))
        draw.line([tail[0], tail[1], tail[2]], fill=_WHITE, width=round(2 * unit), joint="curve")
    ink = ACCENT if filled else _WHITE
    width = round(2 * unit)
    draw.arc([12.5 * unit, 8 * unit, 19.5 * unit, 15 * unit], 180, 90, fill=ink, width=width)
    draw.line([(16 * unit, 14 * unit), (16 * unit, 17 * unit)], fill=ink, width=width)
    draw.ellipse([15 * unit, 18.2 * unit, 17 * unit, 20.2 * unit], fill=ink)
    made = image.resize((size, size), Image.Resampling.LANCZOS)
    if not filled:
        # Scaling mixes white with the clear ground; the colour stays white and only the transparency varies.
        alpha = made.getchannel("A")
        made = Image.new("RGBA", (size, size), _WHITE)
        made.putalpha(alpha)
    content = BytesIO()
    made.save(content, "PNG", optimize=True)
    return content.getvalue()
