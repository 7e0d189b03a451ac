"""`python -m bot.setup.rasa_checks`: `rasa data validate` and `rasa test` on the trained model.

`rasa test` succeeds on no stories at all, so the number that it evaluated is checked too.
"""

import json
import shutil
import sys

from bot.setup.environments import rasa_environment
from bot.setup.steps import ROOT, SetupError, fail, run, step
from bot.setup.train import CONFIG, DATA, DOMAIN, MODEL_NAME, rasa_variables
from knowledge.settings import Settings, SettingsError, load_settings

STORIES = ROOT / "tests" / "rasa_stories"


def validate(settings: Settings) -> None:
    """Raises `SetupError` when domain and data do not agree, warnings included."""
    command = [rasa_environment().python, "-m", "rasa", "data", "validate", "--fail-on-warnings"]
    run([*command, "--config", CONFIG, "--domain", DOMAIN, "--data", *DATA], "rasa data validate", rasa_variables(settings))


def run_stories(settings: Settings) -> int:
    """The number of stories predicted right. Raises `SetupError` when one was not, or none was evaluated."""
    results = ROOT / "var" / "rasa-test"
    shutil.rmtree(results, ignore_errors=True)
    model = settings.rasa_model_dir / f"{MODEL_NAME}.tar.gz"
    command = [rasa_environment().python, "-m", "rasa", "test", "core", "--e2e", "--no-plot"]
    run([*command, "--model", model, "--stories", STORIES, "--out", results], "rasa test", rasa_variables(settings))
    report = results / "story_report.json"
    conversations = json.loads(report.read_text(encoding="utf-8")).get("conversation_accuracy", {}) if report.is_file() else {}
    total, correct = int(conversations.get("total", 0)), int(conversations.get("correct", 0))
    if total == 0 or correct != total:
        raise SetupError(f"rasa test: {correct} of {total} stories right; {results} tells which failed")
    return total


def main() -> int:
    try:
        settings = load_settings()
        with step("rasa data validate"):
            validate(settings)
        with step("rasa test"):
            print(f"rasa test: {run_stories(settings)} stories, all right", flush=True)
    except (SetupError, SettingsError) as error:
        return fail(error)
    return 0


if __name__ == "__main__":
    sys.exit(main())
