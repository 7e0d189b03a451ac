"""The parts of a DOCX package, opened with limits: no zip bombs, no external entities."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree

from knowledge.readers.errors import UnreadableBundle

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MOST_PART = 60_000_000
_MOST_RATIO = 200
_MOST_FILES = 5_000
_DAMAGED = "Dit Word-bestand is beschadigd of niet helemaal opgeladen. Bewaar het opnieuw en probeer nog eens."
_BOMB = "Dit Word-bestand is verdacht: het is uitgepakt veel te groot. Het is niet gelezen."
# Strict Open XML uses other namespaces for the same elements.
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
)


class Package:
    """Gives parsed XML parts by name. Raises UnreadableBundle (damaged, unsafe) instead of anything that zipfile or lxml raise."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            infos = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise UnreadableBundle(_DAMAGED, "damaged") from error
        if len(infos) > _MOST_FILES or len({info.filename for info in infos}) != len(infos):
            raise UnreadableBundle(_BOMB, "unsafe")
        self.names = {info.filename.lstrip("/"): info for info in infos}

    def part(self, name: str) -> Any | None:
        """The root element of a part, None when the package has no such part."""
        info = self.names.get(name)
        if info is None:
            return None
        data = self._bytes(info)
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data or "<!DOCTYPE".encode("utf-16-le") in data or "<!DOCTYPE".encode("utf-16-be") in data:
            raise UnreadableBundle(
                "Dit Word-bestand bevat verwijzingen die Word zelf nooit maakt. Het is om veiligheidsredenen niet gelezen.", "unsafe"
            )
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, huge_tree=False)
        try:
            return etree.fromstring(data, parser=parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise UnreadableBundle(_DAMAGED, "damaged") from error

    def _bytes(self, info: zipfile.ZipInfo) -> bytes:
        if info.flag_bits & 1:
            raise UnreadableBundle("Dit Word-bestand is met een wachtwoord beveiligd. Bewaar het zonder wachtwoord.", "encrypted")
        if info.file_size > _MOST_PART or info.file_size > max(info.compress_size, 1) * _MOST_RATIO + 1_000_000:
            raise UnreadableBundle(_BOMB, "unsafe")
        try:
            with self._zip.open(info) as stream:
                data = stream.read(_MOST_PART + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
            raise UnreadableBundle(_DAMAGED, "damaged") from error
        if len(data) > _MOST_PART:
            raise UnreadableBundle(_BOMB, "unsafe")
        return data

    def links_of(self, name: str) -> dict[str, str]:
        """External targets by relationship id of a part such as "word/document.xml"."""
        folder, _, file = name.rpartition("/")
        root = self.part(f"{folder}/_rels/{file}.rels")
        if root is None:
            return {}
        return {x.get("Id") or "": x.get("Target") or "" for x in root if isinstance(x.tag, str) and x.get("TargetMode") == "External"}

    def parts_like(self, pattern: str) -> list[str]:
        """Names of parts that match, in order."""
        return sorted(name for name in self.names if re.fullmatch(pattern, name))


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph or character style says: outline level (0-based), list, weight, size in half points, its name."""

    name: str = ""
    outline: int | None = None
    list_level: int | None = None
    list_id: str | None = None
    bold: bool | None = None
    size: int | None = None
    hidden: bool = False


def flag(properties: Any | None, name: str) -> bool | None:
    """A toggle such as w:b: True, False, or None when it is not set."""
    element = None if properties is None else properties.find(W + name)
    if element is None:
        return None
    return (element.get(W + "val") or "true").lower() not in ("0", "false", "off", "none")


def number_of(properties: Any | None, path: str) -> int | None:
    """The integer in w:val of a descendant such as "numPr/ilvl"."""
    element = None if properties is None else properties.find("/".join(W + part for part in path.split("/")))
    value = "" if element is None else element.get(W + "val") or ""
    return int(value) if re.fullmatch(r"-?\d{1,9}", value) else None


def read_styles(root: Any | None) -> dict[str, Style]:
    """Styles by id with what they inherit worked in; "" holds the document's default."""
    if root is None:
        return {"": Style()}
    raw = {x.get(W + "styleId") or "": x for x in root.findall(W + "style")}
    default = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    styles = {"": Style(size=number_of(default, "sz"), bold=flag(default, "b"))}
    for key in raw:
        styles[key] = _style(key, raw, styles[""])
        if raw[key].get(W + "type") == "paragraph" and raw[key].get(W + "default") in ("1", "true"):
            styles["<default>"] = styles[key]
    return styles


def _style(key: str, raw: Mapping[str, Any], default: Style) -> Style:
    chain: list[Any] = []
    while key in raw and raw[key] not in chain and len(chain) < 20:
        chain.append(raw[key])
        based = raw[key].find(W + "basedOn")
        key = "" if based is None else based.get(W + "val") or ""
    name = chain[0].find(W + "name")
    outline, level, list_id, bold, size, hidden = None, None, None, None, None, None
    for element in chain:
        paragraph, run = element.find(W + "pPr"), element.find(W + "rPr")
        own = element.find(W + "name")
        heading = re.match(r"(?i)(?:heading|kop|titre|überschrift)\s*(\d)", "" if own is None else own.get(W + "val") or "")
        outline = outline if outline is not None else int(heading[1]) - 1 if heading else number_of(paragraph, "outlineLvl")
        level = level if level is not None else number_of(paragraph, "numPr/ilvl")
        found = number_of(paragraph, "numPr/numId")
        list_id = list_id if list_id is not None else None if found is None else str(found)
        bold = bold if bold is not None else flag(run, "b")
        size = size if size is not None else number_of(run, "sz")
        hidden = hidden if hidden is not None else flag(run, "vanish")
    return Style((name.get(W + "val") or "" if name is not None else "").lower(), outline, level, list_id, bold, size or default.size, bool(hidden))
