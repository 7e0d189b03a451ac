"""The encoder that answers questions against sentence-transformers, which is the reference for the same folder."""

from pathlib import Path

import numpy as np
import pytest

from index.encoder.interface import Vectors
from index.encoder.openvino_engine import OpenVinoEncoder
from index.encoder.sentence_transformer import SentenceTransformerEncoder

pytestmark = [pytest.mark.integration, pytest.mark.slow]

TEXTS = [
    "Tot wanneer kan ik solliciteren?",
    "Volstaat mijn  bachelor verpleegkunde? ½ ﬁets",
    "héél\tVréémd — “quotes” 😀 € ✓ œuvre Łódź İstanbul",
    "",
    "Est-ce que je dois parler néerlandais?",
    "De selectieprocedure bestaat uit een schriftelijke en een mondelinge proef. " * 12,
    "lang woord " * 600,
    "x" * 20_000,
]


def cosines(left: Vectors, right: Vectors) -> list[float]:
    return [float(a @ b) for a, b in zip(left, right, strict=True)]


@pytest.fixture(scope="module")
def reference(encoder_dir: Path) -> SentenceTransformerEncoder:
    return SentenceTransformerEncoder(str(encoder_dir))


@pytest.mark.parametrize(("precision", "least"), [("f32", 0.999), ("auto", 0.99)])
def test_openvino_gives_the_vectors_of_sentence_transformers(
    encoder_dir: Path, reference: SentenceTransformerEncoder, precision: str, least: float
) -> None:
    engine = OpenVinoEncoder(encoder_dir, threads=2, precision=precision)  # type: ignore[arg-type]
    assert min(cosines(engine.encode_queries(TEXTS), reference.encode_queries(TEXTS))) > least
    assert min(cosines(engine.encode_passages(TEXTS), reference.encode_passages(TEXTS))) > least
    assert min(cosines(engine.encode_queries(TEXTS[:1]), engine.encode_passages(TEXTS[:1]))) < 0.999, "prompts differ"


def test_vectors_are_unit_rows_and_do_not_depend_on_the_batch(encoder_dir: Path) -> None:
    engine = OpenVinoEncoder(encoder_dir, precision="f32")
    together = engine.encode_queries(TEXTS)
    assert together.dtype == np.float32
    assert together.shape == (len(TEXTS), engine.dimension)
    assert np.allclose(np.linalg.norm(together, axis=1), 1, atol=1e-5)
    assert min(cosines(together, np.concatenate([engine.encode_queries([text]) for text in TEXTS]))) > 0.9999
    assert engine.encode_passages([]).shape == (0, engine.dimension)


def test_other_scripts_are_unknown_words_and_no_error(encoder_dir: Path) -> None:
    vectors = OpenVinoEncoder(encoder_dir, precision="f32").encode_queries(["日本語", "\u043f\u0440\u0438\u0432\u0435\u0442", "\x00\ud83d"])
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


def test_a_folder_without_export_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="set-up"):
        OpenVinoEncoder(tmp_path)
