"""Cross-validation of the intent classifier by voice: `python -m benchmarks.nlu_voices [--folds N] [--set FIELD=VALUE]...`.

The files `voice_*.yml` of bot/dialogue/nlu_data hold messages of one kind of candidate each (a student on a phone, a jurist, West Flemish, ...). A
voice is read by a model that saw neither it nor the other voices of its fold, so the figures tell how a new kind of candidate would fare. Prints
macro-F1, accuracy a voice, how often the reading can be relied on at the confidences that the actions look at, and the commonest confusions.
"""

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import yaml
from sklearn.metrics import f1_score

from benchmarks.nlu import DATA
from bot.dialogue.nlu.intent_model import IntentModel, Training
from bot.dialogue.nlu.reading import Classify, Distribution, read
from index.encoder.openvino_engine import OpenVinoEncoder
from knowledge.settings import load_settings

LEVELS = (0.2, 0.4, 0.5, 0.65)


@dataclass(frozen=True)
class Message:
    text: str
    intent: str
    voice: str


class RememberingEncoder:
    """Encodes a text once, however many folds need it."""

    def __init__(self, encoder: OpenVinoEncoder) -> None:
        self._encoder = encoder
        self.known: dict[str, npt.NDArray[np.float32]] = {}

    @property
    def name(self) -> str:
        return self._encoder.name

    def encode_queries(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        new = [text for text in dict.fromkeys(texts) if text not in self.known]
        if new:
            self.known.update(zip(new, self._encoder.encode_queries(new), strict=True))
        return np.stack([self.known[text] for text in texts])


def messages() -> list[Message]:
    """Every training message; `voice` is empty for those of the files by subject."""
    found = []
    for file in sorted(DATA.glob("*.yml")):
        voice = file.stem.removeprefix("voice_") if file.stem.startswith("voice_") else ""
        for item in yaml.safe_load(file.read_text(encoding="utf-8"))["nlu"]:
            found += [Message(line.removeprefix("- "), item["intent"], voice) for line in item["examples"].splitlines()]
    return found


def predictions(data: Sequence[Message], folds: int, encoder: RememberingEncoder, training: Training) -> list[tuple[Message, str, float]]:
    """(message, intent read, confidence) for every message with a voice."""
    voices = sorted({message.voice for message in data if message.voice})
    found: list[tuple[Message, str, float]] = []
    for fold in range(folds):
        held = set(voices[fold::folds])
        seen = [message for message in data if message.voice not in held]
        model = IntentModel.fit([message.text for message in seen], [message.intent for message in seen], encoder, training)
        classify = _classifier(model)
        found += [(message, *read(message.text, classify).ranking[0]) for message in data if message.voice in held]
    return found


def _classifier(model: IntentModel) -> Classify:
    def classify(parts: Sequence[str]) -> list[Distribution]:
        return [dict(zip(model.intents, map(float, row), strict=True)) for row in model.probabilities(parts)]

    return classify


def report(found: Sequence[tuple[Message, str, float]]) -> None:
    truth = [message.intent for message, _, _ in found]
    guesses = [intent for _, intent, _ in found]
    right = np.array([a == b for a, b in zip(truth, guesses, strict=True)])
    confidence = np.array([sure for _, _, sure in found])
    macro = f1_score(truth, guesses, average="macro", zero_division=0)
    print(f"{len(found)} messages: macro-F1 {macro:.3f}, accuracy {right.mean():.3f}, mean confidence {confidence.mean():.3f}")
    for voice in sorted({message.voice for message, _, _ in found}):
        own = np.array([message.voice == voice for message, _, _ in found])
        print(f"  {voice}: {right[own].mean():.3f} of {own.sum()}")
    for low, high in zip((0.0, *LEVELS), (*LEVELS, 1.01), strict=True):
        inside = (confidence >= low) & (confidence < high)
        if inside.any():
            print(f"  confidence {low:.2f}-{min(high, 1):.2f}: {inside.mean():.2f} of the messages, right {right[inside].mean():.2f}")
    confused = Counter((a, b) for a, b in zip(truth, guesses, strict=True) if a != b)
    print("  confused: " + ", ".join(f"{a} as {b} {count}" for (a, b), count in confused.most_common(20)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--folds", type=int, default=4)
    parser.add_argument("--set", action="append", default=[], metavar="FIELD=VALUE", help="a field of Training")
    arguments = parser.parse_args()
    chosen = dict(pair.split("=", 1) for pair in arguments.set)
    training = replace(Training(), **{name: type(getattr(Training(), name))(value) for name, value in chosen.items()})
    report(predictions(messages(), arguments.folds, RememberingEncoder(OpenVinoEncoder(load_settings().encoder_dir)), training))


if __name__ == "__main__":
    main()
