"""Which parts of a web page are its text, which are furniture, and which are not there at all for a reader."""

from __future__ import annotations

import re
from typing import Any

from knowledge.readers.inline import Run

DROPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "canvas",
        "iframe",
        "object",
        "embed",
        "applet",
        "head",
        "nav",
        "input",
        "select",
        "textarea",
        "option",
        "datalist",
        "audio",
        "video",
        "map",
        "math",
        "dialog",
        "menu",
        "progress",
        "meter",
        "button",
        "img",
        "picture",
        "source",
        "link",
        "meta",
        "base",
    ]
)
BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "caption",
    ]
)
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:cookie\w*|consent|gdpr|breadcrumbs?|kruimel\w*|navbar|navigation|mainnav|main-?menu|hoofdmenu|topmenu|site-?menu|mega-?menu|skip(?:-?links?|-?to-?content)?|"
    r"sr-only|visually-?hidden|screen-?reader\w*|pagination|social(?:-media|-share|s)?|share(?:-?buttons?|bar)?|addtoany|newsletter|nieuwsbrief|"
    r"search(?:bar|-form|box)?|zoekbalk|popup|chat-?widget|print-only)(?:$|[\s_-])",
    re.IGNORECASE,
)
_OTHER = re.compile(r"(?:^|[\s_-])(?:related|gerelateerd\w*|andere-?vacatures|other-?jobs|similar|teasers?)(?:$|[\s_-])", re.IGNORECASE)
_SIDE = re.compile(r"(?:^|[\s_-])(?:sidebar|side-?bar|aside|zijbalk|zijkolom)(?:$|[\s_-])", re.IGNORECASE)
_FOOT = re.compile(r"(?:^|[\s_-])(?:(?:site|page|main|global)?-?footer|colofon)(?:$|[\s_-])", re.IGNORECASE)
_TOP = re.compile(r"(?:^|\s)(?:(?:site|page|main|global)[_-]?)?(?:header|banner|masthead|topbar)(?:$|\s)", re.IGNORECASE)
_PANEL = re.compile(r"accordi\w*|collaps\w*|(?:^|[\s_-])(?:tab|panel|faq|toggle|answer|antwoord|expand)\w*", re.IGNORECASE)
_INVISIBLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]*[1-9])|opacity\s*:\s*0(?![.\d]*[1-9])|left\s*:\s*-\d{4}", re.IGNORECASE
)
_DROPPED_ROLES = frozenset({"navigation", "search", "dialog", "alertdialog", "menu", "menubar", "tablist", "toolbar"})
_OTHER_TITLE = re.compile(
    r"^(?:andere|gerelateerde?|ook (?:vacant|open|iets voor|interessant)|nog (?:vacant|open)|meer (?:vacatures|jobs|nieuws)|recente|misschien|"
    r"bekijk ook|vergelijkbare|nieuwsbrief|nuttige links?|menu$|vandaag open|volg ons|nieuws|snel naar|deel|delen|zie ook|populair|uitgelicht|"
    r"openingsuren|agenda|in de kijker)\b",
    re.IGNORECASE,
)


def name_of(element: Any) -> str:
    """The tag name in lower case; '' for comments and processing instructions."""
    return element.tag.lower().rsplit(":", 1)[-1] if isinstance(element.tag, str) else ""


def _marks(element: Any) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def is_gone(element: Any, controlled: frozenset[str]) -> bool:
    """True for elements that are no text of the page: code, navigation, cookie bars, controls, and what is hidden for good.

    A closed accordion panel (`controlled` holds the ids that a button opens) is hidden for now only, and stays.
    """
    name = name_of(element)
    if not name or name in DROPPED:
        return not (name == "button" and is_toggle(element))
    if name in ("html", "body", "main"):
        return False
    if (element.get("role") or "").lower() in _DROPPED_ROLES:
        return True
    marks = _marks(element)
    if _FURNITURE.search(marks) and name not in ("article", "h1") and _text_length(element) < 3000:
        return True
    hidden = element.get("hidden") is not None or bool(_INVISIBLE.search(element.get("style") or ""))
    if hidden or (element.get("aria-hidden") or "").lower() == "true":
        return not (element.get("id") in controlled or _PANEL.search(marks) or (element.get("role") or "") in ("tabpanel", "region"))
    return name == "form" and (_text_length(element) < 300 or (element.get("role") or "") == "search")


def is_toggle(element: Any) -> bool:
    """True for a button that opens a part of the page."""
    if element.get("aria-controls") or element.get("aria-expanded") or element.get("data-bs-toggle") or element.get("data-toggle"):
        return not re.search(r"menu|nav|zoek|search", _marks(element) + (element.get("aria-controls") or ""), re.IGNORECASE)
    return bool(_PANEL.search(_marks(element)))


def controlled_ids(root: Any) -> frozenset[str]:
    """Ids of the panels that a button or tab opens."""
    ids: set[str] = set()
    for element in root.iter():
        if isinstance(element.tag, str):
            for key in ("aria-controls", "data-target", "data-bs-target"):
                ids.update((element.get(key) or "").replace("#", "").split())
            if element.get("role") == "tab" or element.get("data-toggle") or element.get("data-bs-toggle"):
                ids.add((element.get("href") or "").lstrip("#"))
    return frozenset(ids - {""})


def region_of(element: Any, region: str, in_main: bool) -> str:
    """The region of an element inside a region: a footer of an article belongs to the article, that of the page does not."""
    name, role, marks = name_of(element), (element.get("role") or "").lower(), _marks(element)
    if name in ("html", "body", "main", "h1", "p", "li", "td") or region in ("footer", "aside"):
        return region
    if _OTHER.search(marks):
        return "aside"
    if name == "aside" or role == "complementary" or (_SIDE.search(marks) and name in ("div", "section")):
        return "aside" if _is_about_others(element) else "sidebar"
    if name in ("section", "div") and _text_length(element) < 1500 and _begins_about_others(element):
        return "aside"
    if in_main:
        return region
    if name == "footer" or role == "contentinfo" or (name in ("div", "section") and _FOOT.search(marks)):
        return "footer"
    at_top = name == "header" or role == "banner" or (name == "div" and bool(_TOP.search(marks)) and _text_length(element) < 1500)
    if at_top and element.find(".//h1") is None:
        return "header"
    return region


def _is_about_others(element: Any) -> bool:
    for heading in element.iter("h1", "h2", "h3", "h4", "h5", "strong", "b"):
        return bool(_OTHER_TITLE.match(" ".join(heading.itertext()).strip()))
    return False


def _begins_about_others(element: Any) -> bool:
    """True when the element's first text is a heading above other vacancies or news."""
    for child in element.iter("h2", "h3", "h4"):
        title = " ".join(child.itertext()).strip()
        first = next((text.strip() for text in element.itertext() if text.strip()), "")
        return bool(_OTHER_TITLE.match(title)) and title.startswith(first[:20])
    return False


def cell_regions(row: Any) -> list[str] | None:
    """Regions of the cells of a layout row: the cell with by far the most text is main, one before it or about other things aside."""
    cells = [cell for cell in row if name_of(cell) in ("td", "th")]
    lengths = [_text_length(cell) for cell in cells]
    if len(cells) < 2 or max(lengths) < 800 or max(lengths) < 2 * (sum(lengths) - max(lengths)) / (len(cells) - 1):
        return None
    main = lengths.index(max(lengths))
    return ["main" if n == main else "aside" if n < main or _is_about_others(cell) else "sidebar" for n, cell in enumerate(cells)]


def _text_length(element: Any) -> int:
    return sum(len(text) for text in element.itertext())


def decoded_mail(element: Any) -> Run | None:
    """An address that the page's provider encoded against harvesters (`data-cfemail`: XOR with the first byte)."""
    code = element.get("data-cfemail") or ""
    if not re.fullmatch(r"(?:[0-9a-fA-F]{2}){4,200}", code):
        return None
    values = bytes.fromhex(code)
    address = bytes(value ^ values[0] for value in values[1:]).decode("utf-8", "replace")
    return Run(address, f"mailto:{address}")
