"""`python -m bot.setup.train`: trains the Rasa model unless it was trained from the same content."""

import os
import shutil
import sys

from bot.setup.environments import rasa_environment
from bot.setup.steps import ROOT, SetupError, content_hash, fail, is_current, run, step
from knowledge.settings import Settings, SettingsError, load_settings

CONFIG, DIALOGUE = ROOT / "config.yml", ROOT / "bot" / "dialogue"
DOMAIN, DATA = DIALOGUE / "domain", (DIALOGUE / "nlu_data", DIALOGUE / "rules")
MODEL_NAME = "vacaturebot"
_TRAINED_FROM = (CONFIG, DOMAIN, *DATA, DIALOGUE / "nlu", ROOT / "index" / "encoder" / "openvino_engine.py", ROOT / "requirements" / "rasa.txt")


def train(settings: Settings) -> None:
    """Leaves exactly one model in the model folder; an older one stays until the new one is whole.

    Raises:
        SetupError: something to train from is missing, or Rasa made no model.
    """
    missing = [str(path.relative_to(ROOT)) for path in _TRAINED_FROM if not path.exists()]
    if missing:
        raise SetupError(f"there is nothing to train Rasa from: {', '.join(missing)} is missing")
    folder, stamp = settings.rasa_model_dir, settings.models_dir / "rasa.stamp"
    unfinished = folder.with_name("rasa.unfinished")
    inputs = content_hash([*_TRAINED_FROM, settings.encoder_dir / "openvino" / "manifest.json"])
    if is_current(stamp, inputs) and any(folder.glob("*.tar.gz")):
        return
    with step("Rasa model: train"):
        shutil.rmtree(unfinished, ignore_errors=True)
        sources = ["--config", CONFIG, "--domain", DOMAIN, "--data", *DATA]
        command = [rasa_environment().python, "-m", "rasa", "train", *sources, "--out", unfinished, "--fixed-model-name", MODEL_NAME]
        run(command, "rasa train", rasa_variables(settings))
        if not any(unfinished.glob("*.tar.gz")):
            raise SetupError("Rasa made no model; var/log/rasa-train.log tells why")
        stamp.unlink(missing_ok=True)
        shutil.rmtree(folder, ignore_errors=True)
        unfinished.rename(folder)
        stamp.write_text(inputs, encoding="utf-8")


def rasa_variables(settings: Settings) -> dict[str, str]:
    """The environment of Rasa's own commands."""
    fixed = {"BOT_ENCODER_FOLDER": str(settings.encoder_dir), "RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "2"}
    return os.environ | fixed | {"SQLALCHEMY_SILENCE_UBER_WARNING": "1", "PYTHONWARNINGS": "ignore"}


if __name__ == "__main__":
    try:
        train(load_settings())
    except (SetupError, SettingsError) as error:
        sys.exit(fail(error))
