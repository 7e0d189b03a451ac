"""A small collection and an encoder without a model: words hashed to dimensions."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from index.build import make_snapshot
from index.encoder.interface import Vectors
from index.language.text import stem, words
from index.search import Searcher
from knowledge.catalog import Bundle
from knowledge.document import Document, DocumentBuilder
from knowledge.model import Vacancy


class WordEncoder:
    """Bag of stems; texts that share words are near."""

    def __init__(self, name: str = "words", dimension: int = 64) -> None:
        self.name = name
        self.dimension = dimension
        self.encoded = 0

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        vectors = np.full((len(texts), self.dimension), 0.01, dtype=np.float32)
        for row, text in enumerate(texts):
            for word in words(text):
                vectors[row, sum(ord(character) * 31**place for place, character in enumerate(stem(word.text)[:8])) % self.dimension] += 1
        return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32) if len(texts) else vectors

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        self.encoded += len(texts)
        return self.encode_queries(texts)


def nurse() -> Document:
    """A vacancy with sections, a list, a table and two contact blocks."""
    builder = DocumentBuilder()
    builder.add("heading", "Verpleegkundige in De Linde", level=1)
    builder.add("heading", "Wat doe je?", level=2)
    builder.add("paragraph", "Je verzorgt bewoners en volgt hun medicatie op. Nachten doe je niet: daarvoor is er een nachtploeg.")
    builder.add("heading", "Ons aanbod", level=2)
    builder.add("paragraph", "Dit krijg je bij een voltijdse job:")
    for item in ("een laptop", "maaltijdcheques van 8 euro, een eindejaarspremie en een hospitalisatieverzekering", "32 vakantiedagen"):
        builder.add("item", item)
    builder.add("heading", "Selectie", level=2)
    for cells in (
        ("Proef", "Wanneer", "Minimum"),
        ("Schriftelijke proef", "zaterdag 9 januari 2027", "20/40"),
        ("Gesprek", "week van 18 januari", "30/60"),
    ):
        builder.add("row", "", cells=cells, header=("Proef", "Wanneer", "Minimum"))
    builder.add("heading", "Solliciteren", level=2)
    builder.add("paragraph", "Mail je cv ten laatste op zondag 13 december 2026 naar jobs@delinde.example.be. Een motivatiebrief hoeft niet.")
    builder.add("heading", "Vragen?", level=2)
    for line in ("Els Maes, personeelsdienst", "052 60 18 30", "over de selectie", "Tom Nys, hoofdverpleegkundige", "0499 40 71 62", "over de job"):
        builder.add("paragraph", line)
    builder.add("paragraph", "Volg ons op sociale media.", region="footer")
    return builder.build(id="delinde_verpleegkundige", name="delinde.txt", format="text", sha256="1")


def gardener() -> Document:
    builder = DocumentBuilder()
    builder.add("heading", "Tuinman in Zanddorp", level=1)
    builder.add("heading", "Loon", level=2)
    builder.add("paragraph", "Je verdient minstens 2.401,07 euro bruto per maand. Je krijgt een fietsvergoeding van 0,36 euro per kilometer.")
    builder.add("heading", "Solliciteren", level=2)
    builder.add("paragraph", "Je solliciteert tot en met 6 december 2026.")
    return builder.build(id="zanddorp_tuinman", name="zanddorp.txt", format="text", sha256="2")


def bundle(document: Document) -> Bundle:
    return Bundle(document, (Vacancy(id=document.id, document_id=document.id, is_vacancy=True),))


@pytest.fixture
def encoder() -> WordEncoder:
    return WordEncoder()


@pytest.fixture
def bundles() -> list[Bundle]:
    return [bundle(nurse()), bundle(gardener())]


@pytest.fixture
def searcher(bundles: list[Bundle], encoder: WordEncoder) -> Searcher:
    return Searcher(make_snapshot(bundles, encoder), encoder)


@pytest.fixture
def index_folder(tmp_path: Path) -> Path:
    return tmp_path / "index"
