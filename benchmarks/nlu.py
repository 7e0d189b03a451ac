"""Intent classification on the held-out messages: `python -m benchmarks.nlu [--diet] [--nlpjs]`.

Trains our classifier on bot/dialogue/nlu_data, reads tests/data/intents/heldout.jsonl and prints macro-F1, F1 an intent, accuracy a style, and
how well out-of-scope messages are told apart (area under the ROC curve of 1 minus the highest probability of an intent in scope). `--diet` adds
Rasa's default pipeline, trained on the same messages (minutes), `--nlpjs` the classifier of npm's @nlpjs/lang-nl. Never prints a message: the
set stays held out.
"""

import argparse
import json
import os
import subprocess
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml
from sklearn.metrics import f1_score, roc_auc_score

from bot.dialogue.nlu.intent_model import IntentModel, Training
from bot.dialogue.nlu.reading import read
from index.encoder.openvino_engine import OpenVinoEncoder
from knowledge.settings import PROJECT_ROOT, load_settings

DATA = PROJECT_ROOT / "bot" / "dialogue" / "nlu_data"
HELDOUT = PROJECT_ROOT / "tests" / "data" / "intents" / "heldout.jsonl"
RIVALS = PROJECT_ROOT / "benchmarks" / "nlu_rivals"
OUT_OF_SCOPE = "out_of_scope"


@dataclass(frozen=True)
class Prediction:
    """The intent chosen, the probability of out_of_scope, and the highest probability of any intent in scope."""

    intent: str
    out_of_scope: float
    in_scope: float


def training_examples() -> list[tuple[str, str]]:
    """(text, intent) of every training message."""
    items = [item for file in sorted(DATA.glob("*.yml")) for item in yaml.safe_load(file.read_text(encoding="utf-8"))["nlu"]]
    return [(line.removeprefix("- "), item["intent"]) for item in items for line in item["examples"].splitlines()]


def ours(texts: Sequence[str]) -> list[Prediction]:
    """As the Rasa component reads a message: by segments, with the guards around them."""
    encoder = OpenVinoEncoder(load_settings().encoder_dir)
    examples = training_examples()
    started = time.perf_counter()
    model = IntentModel.fit([text for text, _ in examples], [intent for _, intent in examples], encoder, Training())
    print(f"  trained on {len(examples)} messages in {time.perf_counter() - started:.0f} s")

    def classify(parts: Sequence[str]) -> list[dict[str, float]]:
        return [dict(zip(model.intents, map(float, row), strict=True)) for row in model.probabilities(parts)]

    seconds, predictions = [], []
    for text in texts:
        started = time.perf_counter()
        predictions.append(from_ranking(read(text, classify).ranking))
        seconds.append(time.perf_counter() - started)
    print(f"  p50 {sorted(seconds)[len(seconds) // 2] * 1000:.1f} ms a message")
    return predictions


def from_ranking(ranking: Sequence[tuple[str, float]]) -> Prediction:
    in_scope = max((score for intent, score in ranking if intent != OUT_OF_SCOPE), default=0.0)
    return Prediction(ranking[0][0], dict(ranking).get(OUT_OF_SCOPE, 0.0), in_scope)


def diet(texts: Sequence[str]) -> list[Prediction]:
    """Rasa's default pipeline as `rasa init` writes it, in Rasa's own runtime."""
    python = PROJECT_ROOT / ".venv-rasa" / "bin" / "python"
    environment = os.environ | {"RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3"}
    with tempfile.TemporaryDirectory() as folder:
        command = [
            python,
            "-m",
            "rasa",
            "train",
            "nlu",
            "--config",
            RIVALS / "diet.yml",
            "--nlu",
            DATA,
            "--out",
            folder,
            "--fixed-model-name",
            "diet",
        ]
        subprocess.run(command, check=True, capture_output=True, env=environment, cwd=folder)
        model = Path(folder) / "diet.tar.gz"
        return _from_process([python, RIVALS / "parse_with_rasa.py", model], {"texts": list(texts)}, environment)


def nlpjs(texts: Sequence[str]) -> list[Prediction]:
    """npm's @nlpjs/nlp with @nlpjs/lang-nl; `npm ci` in benchmarks/nlu_rivals installs it."""
    return _from_process(["node", RIVALS / "nlpjs.js"], {"examples": training_examples(), "texts": list(texts)}, dict(os.environ))


def _from_process(command: list[str | Path], request: object, environment: dict[str, str]) -> list[Prediction]:
    done = subprocess.run(command, input=json.dumps(request), capture_output=True, text=True, env=environment, cwd=RIVALS, check=True)
    return [from_ranking([(intent, score) for intent, score in ranking]) for ranking in json.loads(done.stdout.splitlines()[-1])]


def report(name: str, predictions: list[Prediction], heldout: list[dict[str, str]]) -> None:
    """Prints the figures of one classifier."""
    truth = [item["intent"] for item in heldout]
    chosen = [prediction.intent for prediction in predictions]
    intents = sorted(set(truth))
    per_intent = dict(zip(intents, f1_score(truth, chosen, labels=intents, average=None, zero_division=0), strict=True))
    accuracy = sum(right == guess for right, guess in zip(truth, chosen, strict=True)) / len(truth)
    outside = [intent == OUT_OF_SCOPE for intent in truth]
    by_class = roc_auc_score(outside, [prediction.out_of_scope for prediction in predictions])
    by_rest = roc_auc_score(outside, [1 - prediction.in_scope for prediction in predictions])
    styles: dict[str, list[bool]] = defaultdict(list)
    for item, guess in zip(heldout, chosen, strict=True):
        styles[item["style"]].append(item["intent"] == guess)
    print(
        f"{name}: macro-F1 {sum(per_intent.values()) / len(intents):.3f}, accuracy {accuracy:.3f}, out-of-scope AUROC {by_class:.3f} / {by_rest:.3f}"
    )
    print("  by style: " + ", ".join(f"{style} {sum(right) / len(right):.2f}" for style, right in sorted(styles.items())))
    print("  by intent: " + ", ".join(f"{intent} {score:.2f}" for intent, score in sorted(per_intent.items(), key=lambda pair: pair[1])))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--diet", action="store_true", help="also Rasa's default pipeline")
    parser.add_argument("--nlpjs", action="store_true", help="also @nlpjs/lang-nl")
    arguments = parser.parse_args()
    heldout = [json.loads(line) for line in HELDOUT.read_text(encoding="utf-8").splitlines() if line]
    contenders: dict[str, Callable[[Sequence[str]], list[Prediction]]] = {"vacaturebot": ours}
    if arguments.diet:
        contenders["Rasa's default (count vectors, DIET)"] = diet
    if arguments.nlpjs:
        contenders["@nlpjs/lang-nl"] = nlpjs
    for name, predict in contenders.items():
        report(name, predict([item["text"] for item in heldout]), heldout)


if __name__ == "__main__":
    main()
