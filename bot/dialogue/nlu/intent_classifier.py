"""The Rasa graph component around the intent model."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.dialogue.nlu.intent_model import IntentModel, Training
from bot.dialogue.nlu.reading import Distribution, Reading, read
from index.encoder.openvino_engine import ENGINE_FOLDER, OpenVinoEncoder

ENCODER_VARIABLE = "BOT_ENCODER_FOLDER"
DEFAULT_ENCODER = "var/models/encoder"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class SegmentIntentClassifier(GraphComponent, IntentClassifier):
    """Sets on a message `intent`, `intent_ranking` (10), `segments` and `language`, all in the parse result.

    `segments` is `[{"text", "language", "intent", "confidence", "ranking": [{"name", "confidence"} x 3]}]` in the message's order.
    Config: `encoder` (folder of an exported encoder; default the environment's BOT_ENCODER_FOLDER, then var/models/encoder),
    `encoder_threads`, and the fields of `Training`.
    """

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, model: IntentModel | None = None) -> None:
        self._config = config
        self._model_storage = model_storage
        self._resource = resource
        self._model = model

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"encoder": None, "encoder_threads": 1, **vars(Training())}

    @staticmethod
    def supported_languages() -> list[str]:
        return ["nl"]

    @staticmethod
    def required_packages() -> list[str]:
        return ["sklearn", "openvino", "tokenizers"]

    @classmethod
    def fingerprint_addon(cls, config: dict[str, Any]) -> str:
        """The cache of trained components sees only this class; the model also depends on the encoder and on the modules beside it."""
        digest = hashlib.sha256()
        manifest = encoder_folder(config) / ENGINE_FOLDER / "manifest.json"
        for file in [*sorted(Path(__file__).parent.glob("*.py")), manifest]:
            digest.update(file.read_bytes() if file.is_file() else b"absent")
        return digest.hexdigest()

    @classmethod
    def create(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext
    ) -> SegmentIntentClassifier:
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, execution_context: ExecutionContext, **kwargs: Any
    ) -> SegmentIntentClassifier:
        """Raises `ValueError` when nothing was stored: a server that would understand nothing must not start."""
        with model_storage.read_from(resource) as folder:
            return cls(config, model_storage, resource, IntentModel.load(folder, _encoder(config)))

    def train(self, training_data: TrainingData) -> Resource:
        examples = [(example.get(TEXT), example.get(INTENT)) for example in training_data.intent_examples if example.get(TEXT)]
        encoder = _encoder(self._config)
        training = Training(**{name: self._config[name] for name in vars(Training())})
        self._model = IntentModel.fit([text for text, _ in examples], [intent for _, intent in examples], encoder, training)
        with self._model_storage.write_to(self._resource) as folder:
            self._model.save(folder, encoder.name)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        for message in messages:
            text = message.get(TEXT)
            if text:
                self._write(message, read(text, self._classify))
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        return training_data  # no later component of ours learns from its predictions

    def _classify(self, texts: Sequence[str]) -> list[Distribution]:
        if self._model is None:
            raise RuntimeError("the intent classifier has neither been trained nor loaded")
        return [dict(zip(self._model.intents, map(float, row), strict=True)) for row in self._model.probabilities(texts)]

    @staticmethod
    def _write(message: Message, reading: Reading) -> None:
        ranking = _named(reading.ranking)
        message.set("intent", ranking[0], add_to_output=True)
        message.set("intent_ranking", ranking, add_to_output=True)
        message.set("language", reading.language, add_to_output=True)
        message.set(
            "segments",
            [
                {
                    "text": segment.text,
                    "language": segment.language,
                    "intent": segment.intent,
                    "confidence": segment.confidence,
                    "ranking": _named(segment.ranking),
                }
                for segment in reading.segments
            ],
            add_to_output=True,
        )


def encoder_folder(config: dict[str, Any]) -> Path:
    return Path(config.get("encoder") or os.environ.get(ENCODER_VARIABLE) or DEFAULT_ENCODER)


def _encoder(config: dict[str, Any]) -> OpenVinoEncoder:
    return OpenVinoEncoder(encoder_folder(config), threads=int(config["encoder_threads"]))


def _named(ranking: Sequence[tuple[str, float]]) -> list[dict[str, Any]]:
    return [{"name": intent, "confidence": confidence} for intent, confidence in ranking]
