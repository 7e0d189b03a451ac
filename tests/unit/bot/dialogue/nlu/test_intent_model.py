from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from bot.dialogue.nlu.intent_model import Array, IntentModel, Training, words

TEXTS = ["hoeveel loon", "wat is het loon", "welk loon krijg ik", "ja", "ja graag", "jazeker", "het regent", "mooi weer", "weer of geen weer"]
LABELS = ["ask_salary"] * 3 + ["affirm"] * 3 + ["out_of_scope"] * 3


class LetterCounts:
    """An encoder that counts letters: enough to fit on, and no file."""

    name = "letters/f32"

    def encode_queries(self, texts: Sequence[str]) -> Array:
        rows = np.array([[text.count(letter) + 0.01 for letter in "abcdefghijklmnopqrstuvwxyz"] for text in texts], dtype=np.float32)
        result: Array = rows / np.linalg.norm(rows, axis=1, keepdims=True)
        return result


@pytest.fixture(scope="module")
def model() -> IntentModel:
    return IntentModel.fit(TEXTS, LABELS, LetterCounts(), Training())


def best(model: IntentModel, text: str) -> str:
    return model.intents[int(model.probabilities([text])[0].argmax())]


def test_learns_its_examples(model: IntentModel) -> None:
    assert [best(model, text) for text in TEXTS] == LABELS


def test_rows_are_distributions(model: IntentModel) -> None:
    assert model.probabilities(["loon", "zzz", "", "éÉ"]).sum(axis=1) == pytest.approx(1)


def test_case_and_accents_make_no_difference(model: IntentModel) -> None:
    first, second = model.probabilities(["wélk LOON", "welk loon"])
    assert first == pytest.approx(second)


@pytest.mark.parametrize("text", ["jq", "gaxj", "j a", "jaarg"])
def test_affirm_needs_a_word_of_its_own(model: IntentModel, text: str) -> None:
    assert best(model, text) != "affirm"


def test_drawn_out_words_are_known(model: IntentModel) -> None:
    assert best(model, "jaaaaa") == "affirm"
    assert words("Jaaaa, zéker!") == {"ja", "zeker"}


def test_comes_back_the_same_from_disk(model: IntentModel, tmp_path: Path) -> None:
    model.save(tmp_path, "letters/f32")
    loaded = IntentModel.load(tmp_path, LetterCounts())
    assert loaded.intents == model.intents
    assert loaded.probabilities(TEXTS) == pytest.approx(model.probabilities(TEXTS), abs=1e-6)


def test_refuses_weights_of_another_encoder(model: IntentModel, tmp_path: Path) -> None:
    model.save(tmp_path, "other/bf16")
    with pytest.raises(ValueError, match="trained on encoder other"):
        IntentModel.load(tmp_path, LetterCounts())


def test_another_precision_is_the_same_encoder(model: IntentModel, tmp_path: Path) -> None:
    model.save(tmp_path, "letters/bf16")
    assert IntentModel.load(tmp_path, LetterCounts()).intents == model.intents
