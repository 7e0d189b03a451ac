"""The intent classifier itself, without Rasa: sentence embedding and character n-grams into one multinomial logistic regression.

Chosen by measurement (benchmarks/nlu.py): with few examples an intent, a linear model on embeddings beats a trained transformer.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from bot.dialogue.nlu.reading import OUT_OF_SCOPE

Array = npt.NDArray[np.float32]

_WEIGHTS_FILE = "intent_model.npz"
_META_FILE = "intent_model.json"
_WORD = re.compile(r"[^\W\d_]+")
# Short words decide these, and the wrong one writes or erases something: they need a word that their own examples use.
CLOSED_INTENTS = ("affirm", "deny", "stop", "erase_conversation", "signup_infosession", "cancel_signup", "withdraw_application")


class QuestionEncoder(Protocol):
    """The part of `index.encoder.interface.Encoder` that is needed here."""

    @property
    def name(self) -> str: ...

    def encode_queries(self, texts: Sequence[str]) -> Array: ...


@dataclass(frozen=True)
class Training:
    """How the model is fitted. `embedding_weight` is an embedding's length beside the n-grams' unit length, `c` the inverse regularisation."""

    embedding_weight: float = 1.5
    c: float = 5.0
    shortest_ngram: int = 2
    longest_ngram: int = 5
    max_iterations: int = 300


class IntentModel:
    """Probabilities of intents for texts. Make one by `fit` or `load`."""

    def __init__(self, encoder: QuestionEncoder, intents: list[str], vectorizer: Any, arrays: dict[str, Array], closed: dict[str, list[str]]) -> None:
        self.intents = intents
        self._encoder = encoder
        self._vectorizer = vectorizer
        self._arrays = arrays
        self._closed = {intent: frozenset(words) for intent, words in closed.items()}

    @classmethod
    def fit(cls, texts: Sequence[str], intents: Sequence[str], encoder: QuestionEncoder, training: Training) -> IntentModel:
        """Learns from texts and the intent of each; deterministic for the same input on the same machine."""
        from scipy.sparse import csr_matrix, hstack  # type: ignore[import-untyped, unused-ignore]
        from sklearn.linear_model import LogisticRegression

        embeddings = encoder.encode_queries([_plain(text) for text in texts])
        centre = embeddings.mean(axis=0)
        vectorizer = _new_vectorizer(training.shortest_ngram, training.longest_ngram)
        ngrams = vectorizer.fit_transform([_plain(text) for text in texts])
        dense = _centred(embeddings, centre) * training.embedding_weight
        regression = LogisticRegression(C=training.c, max_iter=training.max_iterations, class_weight="balanced", tol=1e-3, random_state=0)
        regression.fit(hstack([csr_matrix(dense), ngrams]).tocsr(), list(intents))
        width = dense.shape[1]
        arrays = {
            "centre": centre.astype(np.float32),
            "idf": vectorizer.idf_.astype(np.float32),
            "dense": (regression.coef_[:, :width] * training.embedding_weight).T.astype(np.float32),
            "sparse": np.ascontiguousarray(regression.coef_[:, width:].T, dtype=np.float32),
            "bias": regression.intercept_.astype(np.float32),
            "ngram_range": np.array([training.shortest_ngram, training.longest_ngram], dtype=np.int32),
        }
        names = [str(name) for name in regression.classes_]
        closed = {
            intent: sorted({word for text, label in zip(texts, intents, strict=True) if label == intent for word in words(text)})
            for intent in CLOSED_INTENTS
            if intent in names
        }
        return cls(encoder, names, vectorizer, arrays, closed)

    def probabilities(self, texts: Sequence[str]) -> npt.NDArray[np.float64]:
        """One row a text, one column an intent in the order of `intents`; each row sums to 1. Costs one embedding a text."""
        plain = [_plain(text) for text in texts]
        dense = _centred(self._encoder.encode_queries(plain), self._arrays["centre"])
        logits = dense @ self._arrays["dense"] + self._vectorizer.transform(plain) @ self._arrays["sparse"] + self._arrays["bias"]
        logits = np.asarray(logits, dtype=np.float64)
        exponents = np.exp(logits - logits.max(axis=1, keepdims=True))
        result: npt.NDArray[np.float64] = exponents / exponents.sum(axis=1, keepdims=True)
        for row, text in zip(result, texts, strict=True):
            self._withhold_closed(row, text)
        return result

    def save(self, folder: Path, encoder_name: str) -> None:
        """Writes two files without code in them: arrays and JSON."""
        np.savez_compressed(folder / _WEIGHTS_FILE, **self._arrays)  # type: ignore[arg-type]
        meta = {
            "encoder": encoder_name,
            "intents": self.intents,
            "ngrams": self._vectorizer.get_feature_names_out().tolist(),
            "closed": {intent: sorted(known) for intent, known in self._closed.items()},
        }
        (folder / _META_FILE).write_text(json.dumps(meta, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path, encoder: QuestionEncoder) -> IntentModel:
        """Raises `ValueError` when the model was trained on another encoder: its weights would mean nothing."""
        meta = json.loads((folder / _META_FILE).read_text(encoding="utf-8"))
        if _model_name(meta["encoder"]) != _model_name(encoder.name):
            raise ValueError(f"the intent model was trained on encoder {meta['encoder']}, not on {encoder.name}: train again (make setup)")
        with np.load(folder / _WEIGHTS_FILE, allow_pickle=False) as stored:
            arrays = {name: stored[name] for name in stored.files}
        shortest, longest = (int(length) for length in arrays["ngram_range"])
        vectorizer = _new_vectorizer(shortest, longest, vocabulary={ngram: column for column, ngram in enumerate(meta["ngrams"])})
        vectorizer.idf_ = arrays["idf"].astype(np.float64)
        return cls(encoder, meta["intents"], vectorizer, arrays, meta["closed"])

    def _withhold_closed(self, row: npt.NDArray[np.float64], text: str) -> None:
        """Moves the probability of a closed intent to `out_of_scope` when the text has no word of that intent."""
        if OUT_OF_SCOPE not in self.intents:
            return
        known = words(text)
        for intent, own_words in self._closed.items():
            if not known & own_words:
                column = self.intents.index(intent)
                row[self.intents.index(OUT_OF_SCOPE)] += row[column]
                row[column] = 0.0


def words(text: str) -> frozenset[str]:
    """The words of a text without case or accents; a letter written more than twice in a row counts once ("jaaaa")."""
    return frozenset(re.sub(r"(\w)\1{2,}", r"\1", word) for word in _WORD.findall(_plain(text)))


def _plain(text: str) -> str:
    """Case and accents carry no intent, and phones set them at random."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(letter for letter in decomposed if not unicodedata.combining(letter)).split())


def _centred(embeddings: Array, centre: Array) -> Array:
    """e5's vectors all point one way (cosines .75 to .92); what tells them apart is the rest, brought to length 1."""
    difference = embeddings - centre
    lengths = np.linalg.norm(difference, axis=1, keepdims=True)
    result: Array = difference / np.maximum(lengths, 1e-6)
    return result


def _model_name(encoder_name: str) -> str:
    """Without the precision behind the slash, which moves a vector by less than .01."""
    return encoder_name.rsplit("/", 1)[0]


def _new_vectorizer(shortest: int, longest: int, vocabulary: dict[str, int] | None = None) -> Any:
    from sklearn.feature_extraction.text import TfidfVectorizer

    return TfidfVectorizer(
        analyzer="char_wb", ngram_range=(shortest, longest), sublinear_tf=True, min_df=1 if vocabulary else 2, vocabulary=vocabulary
    )
